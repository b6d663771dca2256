#include "lab/store/store_watch.h"

#include <algorithm>

#include "base/error.h"
#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"
#include "lab/store/step_log.h"
#include "lab/store/waiting_list.h"

namespace lab::store {
namespace {

bool comes_before(const RunView& a, const RunView& b) {
  if (a.state != b.state) return a.state < b.state;
  return a.step * std::max<std::int64_t>(b.steps, 1) > b.step * std::max<std::int64_t>(a.steps, 1);
}

void add_steps(const std::filesystem::path& folder, RunView* run) {
  const std::vector<StepLine> lines = step_lines(folder);
  for (const StepLine& line : lines) run->losses.push_back(line.loss);
  if (lines.empty()) return;
  const StepLine& last = lines.back();
  run->step = std::max(run->step, last.step);
  run->tokens_per_second = last.tokens_per_second;
  if (last.seconds > 0) run->steps_per_second = static_cast<double>(last.steps) / last.seconds;
  if (run->state != RunState::running || run->steps_per_second == 0) return;
  run->seconds_left = static_cast<double>(run->steps - run->step) / run->steps_per_second;
}

/// The first line, as the cell of a table: an error of a spec shows the place in more lines.
std::string first_line(const std::string& text) {
  std::string line = text.substr(0, text.find_first_of("\n\r"));
  std::ranges::replace(line, '\t', ' ');
  return line;
}

RunView read_view(const std::filesystem::path& folder) {
  RunView run;
  run.fingerprint = folder.filename();
  run.state = state_of(folder);
  if (const std::optional<Manifest> manifest = read_manifest(folder)) {
    run.name = manifest->name;
    run.step = manifest->step;
    run.steps = manifest->steps;
  } else {
    const spec::RunSpec spec = spec_in(folder).run;
    run.name = spec.name;
    run.steps = spec.train.steps;
  }
  if (run.state != RunState::finished) add_steps(folder, &run);
  return run;
}

}  // namespace

RunView view_of(const std::filesystem::path& folder) {
  try {
    return read_view(folder);
  } catch (const base::Error& error) {
    RunView run;
    run.fingerprint = folder.filename();
    run.state = RunState::unreadable;
    run.name = first_line(error.what());
    return run;
  }
}

/// What sweeps have in mind and has no folder yet.
void StoreWatch::add_waiting(StoreView* view) const {
  for (const WaitingRun& waiting : waiting_runs(store_)) {
    std::error_code ignored;
    if (std::filesystem::exists(run_folder(store_, waiting.fingerprint), ignored)) continue;
    RunView run;
    run.fingerprint = waiting.fingerprint;
    run.name = waiting.name;
    run.steps = waiting.steps;
    ++view->counts[run.state];
    view->runs.push_back(std::move(run));
  }
}

StoreView StoreWatch::look() {
  StoreView view;
  for (const auto& folder : all_runs(store_)) {
    if (finished_.contains(folder)) continue;
    RunView run = view_of(folder);
    if (run.state == RunState::finished) {
      finished_.insert(folder);
    } else {
      ++view.counts[run.state];
      view.runs.push_back(std::move(run));
    }
  }
  add_waiting(&view);
  view.counts[RunState::finished] = static_cast<int>(finished_.size());
  std::ranges::stable_sort(view.runs, comes_before);
  return view;
}

}  // namespace lab::store
