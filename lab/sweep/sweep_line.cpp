#include "lab/sweep/sweep_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "base/clock.h"

namespace lab::sweep {
namespace {

constexpr double terminal_seconds = 1, plain_seconds = 30;  // between lines

int ended(const SweepOutcome& outcome) {
  return outcome.done + outcome.cached + outcome.failed + static_cast<int>(outcome.claimed.size()) +
         outcome.left() + outcome.given_up;
}

}  // namespace

SweepLine::SweepLine(std::size_t runs, const SweepOptions& options)
    : runs_(runs),
      quiet_(options.quiet),
      terminal_(isatty(STDERR_FILENO) == 1),
      begun_(base::seconds_now()),
      shown_(begun_) {}

void SweepLine::say(const std::string& message) {
  std::cerr << (terminal_ ? "\r\033[K" : "") << message << std::endl;
}

void SweepLine::update(const SweepOutcome& outcome, std::size_t running) {
  if (quiet_) return;
  const double now = base::seconds_now();
  const bool news = !terminal_ && outcome.done != shown_done_;
  if (!news && now - shown_ < (terminal_ ? terminal_seconds : plain_seconds)) return;
  const std::string text = progress_text(outcome, runs_, running, now - begun_);
  shown_ = now;
  shown_done_ = outcome.done;
  if (terminal_) {
    std::cerr << '\r' << text << "\033[K" << std::flush;
  } else {
    std::cerr << text << std::endl;
  }
}

void SweepLine::finish(const SweepOutcome& outcome) {
  if (quiet_) return;
  const std::string given_up =
      outcome.given_up > 0 ? fmt::format(", {} given up", outcome.given_up) : "";
  const std::string diverged =
      outcome.diverged > 0
          ? fmt::format(", {} finished but diverged (`lab runs` says which)", outcome.diverged)
          : "";
  const std::string not_begun =
      outcome.not_begun > 0 ? fmt::format(", {} not begun", outcome.not_begun) : "";
  say(fmt::format("{} done, {} cached, {} failed, {} claimed by others, {} stopped{}{}{}; {}",
                  outcome.done, outcome.cached, outcome.failed, outcome.claimed.size(),
                  outcome.stopped, not_begun, given_up, diverged,
                  base::duration_text(base::seconds_now() - begun_)));
}

std::string progress_text(const SweepOutcome& outcome, std::size_t runs, std::size_t running,
                          double seconds) {
  const auto left = static_cast<int>(runs) - ended(outcome) - static_cast<int>(running);
  std::string text =
      fmt::format("{} of {} runs done ({} cached), {} running, {} left",
                  outcome.done + outcome.cached, runs, outcome.cached, running, left);
  if (outcome.failed > 0) text += fmt::format(", {} failed", outcome.failed);
  if (outcome.given_up > 0) text += fmt::format(", {} given up", outcome.given_up);
  if (outcome.done > 0) {
    // Each run that is under way counts as half done.
    const double seconds_per_run = seconds / outcome.done;
    const double runs_left = left + 0.5 * static_cast<double>(running);
    text += ", about " + base::duration_text(seconds_per_run * runs_left) + " to go";
  }
  return text;
}

}  // namespace lab::sweep
