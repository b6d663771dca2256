#include "lab/store/run_progress.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"
#include "lab/store/run_query.h"
#include "lab/store/step_log.h"

namespace lab {
namespace {

constexpr std::array<std::string_view, 6> order{"running", "interrupted", "stopped",
                                                "failed",  "unreadable",  "waiting"};

std::ptrdiff_t rank(const RunProgress& run) {
  return std::ranges::find(order, run.status) - order.begin();
}

bool comes_before(const RunProgress& a, const RunProgress& b) {
  if (rank(a) != rank(b)) return rank(a) < rank(b);
  return a.step * std::max<std::int64_t>(b.steps, 1) > b.step * std::max<std::int64_t>(a.steps, 1);
}

void add_steps(const std::filesystem::path& folder, RunProgress* run) {
  const std::vector<StepLine> lines = step_lines(folder);
  for (const StepLine& line : lines) run->losses.push_back(line.loss);
  if (lines.empty()) return;
  const StepLine& last = lines.back();
  run->step = std::max(run->step, last.step);
  run->tokens_per_second = last.tokens_per_second;
  if (last.seconds > 0) run->steps_per_second = static_cast<double>(last.steps) / last.seconds;
  if (run->status != "running" || run->steps_per_second == 0) return;
  run->seconds_left = static_cast<double>(run->steps - run->step) / run->steps_per_second;
}

/// The first line, as the cell of a table: an error of a spec shows the place in more lines.
std::string first_line(const std::string& text) {
  std::string line = text.substr(0, text.find_first_of("\n\r"));
  std::ranges::replace(line, '\t', ' ');
  return line;
}

RunProgress read_progress(const std::filesystem::path& folder) {
  RunProgress run;
  run.fingerprint = folder.filename();
  run.status = status_of(folder);
  if (const std::optional<Manifest> manifest = read_manifest(folder)) {
    run.name = manifest->name;
    run.step = manifest->step;
    run.steps = manifest->steps;
  } else {
    const RunSpec spec = spec_in(folder).run;
    run.name = spec.name;
    run.steps = spec.train.steps;
  }
  if (run.status != "finished") add_steps(folder, &run);
  return run;
}

}  // namespace

RunProgress progress_of(const std::filesystem::path& folder) {
  try {
    return read_progress(folder);
  } catch (const base::Error& error) {
    RunProgress run;
    run.fingerprint = folder.filename();
    run.status = "unreadable";
    run.name = first_line(error.what());
    return run;
  }
}

StoreView StoreWatch::look() {
  StoreView view;
  for (const auto& folder : all_runs(store_)) {
    if (finished_.contains(folder)) continue;
    RunProgress run = progress_of(folder);
    if (run.status == "finished") {
      finished_.insert(folder);
    } else {
      ++view.counts[run.status];
      view.runs.push_back(std::move(run));
    }
  }
  view.counts["finished"] = static_cast<int>(finished_.size());
  std::ranges::stable_sort(view.runs, comes_before);
  return view;
}

}  // namespace lab
