#include "lab/sweep/sweep_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "base/clock.h"
#include "lab/store/manifest.h"

namespace lab::sweep {
namespace {

constexpr double screen_seconds = 0.5, plain_seconds = 30;  // between lines

int ended(const SweepOutcome& outcome) {
  return outcome.done + outcome.cached + outcome.failed + static_cast<int>(outcome.claimed.size()) +
         outcome.left() + outcome.given_up;
}

}  // namespace

SweepLine::SweepLine(std::size_t runs, const SweepOptions& options)
    : runs_(runs),
      jobs_(options.jobs),
      quiet_(options.quiet),
      screen_(options.quiet ? nullptr : options.screen),
      begun_(base::seconds_now()),
      shown_(begun_) {}

void SweepLine::say(const std::string& message) {
  if (screen_ != nullptr) {
    screen_->say(message);
  } else {
    std::cerr << message << std::endl;
  }
}

void SweepLine::ended(const spec::RunSpec& spec, const std::filesystem::path& folder) {
  const store::Manifest manifest = store::read_manifest(folder).value_or(store::Manifest{});
  pace_.seconds += manifest.wall_seconds;
  pace_.steps += spec.train.steps;
  if (screen_ == nullptr) return;
  EndedRun run{spec.fingerprint, spec.name, spec.train.steps, {}, {}, manifest.wall_seconds};
  if (manifest.final_loss) run.loss = manifest.final_loss->mean;
  run.fit = store::run_fit(spec, folder).fit;
  screen_->keep(run);
}

void SweepLine::update(const SweepOutcome& outcome, const SweepState& state) {
  if (quiet_) return;
  const double now = base::seconds_now();
  const bool news = screen_ == nullptr && outcome.done != shown_done_;
  if (!news && now - shown_ < (screen_ != nullptr ? screen_seconds : plain_seconds)) return;
  shown_ = now;
  shown_done_ = outcome.done;
  std::vector<store::RunView> running;
  for (const auto& folder : state.running) running.push_back(store::view_of(folder));
  const std::string text = progress_text(outcome, runs_, running.size(),
                                         seconds_to_go(running, pace_, state.waiting_steps, jobs_));
  if (screen_ != nullptr) {
    screen_->show(text, running);
  } else {
    std::cerr << text << std::endl;
  }
}

void SweepLine::finish(const SweepOutcome& outcome) {
  if (quiet_) return;
  if (screen_ != nullptr) screen_->clear();
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
                          const std::optional<double>& seconds_to_go) {
  const auto left = static_cast<int>(runs) - ended(outcome) - static_cast<int>(running);
  std::string text =
      fmt::format("{} of {} runs done ({} cached), {} running, {} left",
                  outcome.done + outcome.cached, runs, outcome.cached, running, left);
  if (outcome.failed > 0) text += fmt::format(", {} failed", outcome.failed);
  if (outcome.given_up > 0) text += fmt::format(", {} given up", outcome.given_up);
  if (seconds_to_go) text += ", about " + base::duration_text(*seconds_to_go) + " to go";
  return text;
}

}  // namespace lab::sweep
