#include "lab/command/screen/progress_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <limits>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/text.h"

namespace lab::command::screen {
namespace {

constexpr double plain_seconds = 30;  // between lines

/// A piece of the line, and how much it matters: 0 most.
using Piece = std::pair<int, std::string>;

std::vector<Piece> pieces_of(const train::TrainingReport& report) {
  return {{0, fmt::format("step {}/{}", report.step, report.steps)},
          {1, fmt::format("loss {:.4f}", report.loss)},
          {3, fmt::format("tokens right {:.1f} %", 100 * report.accuracy)},
          {5, fmt::format("gradient {:.2f}", report.gradient_norm)},
          {6, fmt::format("rate {:.2e}", report.learning_rate)},
          {4, fmt::format("{:.0f} tokens/s", report.tokens_per_second)},
          {2, base::duration_text(report.seconds_left) + " to go"}};
}

}  // namespace

std::string progress_text(const train::TrainingReport& report, std::size_t columns) {
  std::vector<Piece> pieces = pieces_of(report);
  for (;;) {
    const std::string text = base::joined(
        pieces, [](const Piece& piece) { return piece.second; }, "  ");
    if (base::letters(text) <= columns || pieces.size() == 1) {
      return base::first_letters(text, columns);
    }
    pieces.erase(std::ranges::max_element(pieces, {}, &Piece::first));
  }
}

ProgressLine::ProgressLine() {
  if (can_be_redrawn(STDERR_FILENO)) live_.emplace();
}

void ProgressLine::show(const train::TrainingReport& report) {
  if (live_) {
    live_->show({progress_text(report, LiveLines::size().columns - 1)});
    return;
  }
  const std::int64_t tenth = 10 * report.step / report.steps;
  const double now = base::seconds_now();
  if (tenth == tenth_ && now - shown_ < plain_seconds) return;
  tenth_ = tenth;
  shown_ = now;
  std::cerr << progress_text(report, std::numeric_limits<std::size_t>::max()) << std::endl;
}

void ProgressLine::end() {
  if (live_) live_->leave();
}

}  // namespace lab::command::screen
