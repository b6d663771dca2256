#include "lab/command/screen/progress_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

#include "base/clock.h"

namespace lab::command::screen {
namespace {

constexpr double plain_seconds = 30;  // between lines

std::string line(const train::TrainingReport& report) {
  return fmt::format(
      "step {}/{}  loss {:.4f}  tokens right {:.1f} %  gradient {:.2f}  rate {:.2e}  {:.0f} "
      "tokens/s  {} to go",
      report.step, report.steps, report.loss, 100 * report.accuracy, report.gradient_norm,
      report.learning_rate, report.tokens_per_second, base::duration_text(report.seconds_left));
}

}  // namespace

ProgressLine::ProgressLine() : terminal_(isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(const train::TrainingReport& report) {
  if (terminal_) {
    std::cerr << '\r' << line(report) << "\033[K" << std::flush;
    return;
  }
  const std::int64_t tenth = 10 * report.step / report.steps;
  const double now = base::seconds_now();
  if (tenth == tenth_ && now - shown_ < plain_seconds) return;
  tenth_ = tenth;
  shown_ = now;
  std::cerr << line(report) << std::endl;
}

void ProgressLine::end() {
  if (terminal_) std::cerr << std::endl;
}

}  // namespace lab::command::screen
