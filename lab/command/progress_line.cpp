#include "lab/command/progress_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

#include "base/clock.h"

namespace lab {
namespace {

constexpr double plain_seconds = 30;  // between lines

std::string line(const Progress& p) {
  return fmt::format(
      "step {}/{}  loss {:.4f}  tokens right {:.1f} %  gradient {:.2f}  rate {:.2e}  {:.0f} "
      "tokens/s  {} to go",
      p.step, p.steps, p.loss, 100 * p.accuracy, p.gradient_norm, p.learning_rate,
      p.tokens_per_second, duration_text(p.seconds_left));
}

}  // namespace

ProgressLine::ProgressLine() : terminal_(isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(const Progress& progress) {
  if (terminal_) {
    std::cerr << '\r' << line(progress) << "\033[K" << std::flush;
    return;
  }
  const std::int64_t tenth = 10 * progress.step / progress.steps;
  const double now = seconds_now();
  if (tenth == tenth_ && now - shown_ < plain_seconds) return;
  tenth_ = tenth;
  shown_ = now;
  std::cerr << line(progress) << std::endl;
}

void ProgressLine::end() {
  if (terminal_) std::cerr << std::endl;
}

}  // namespace lab
