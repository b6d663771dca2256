#pragma once
#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "lab/paper/experiment.h"
#include "lab/store/scores.h"

namespace lab::paper {

/// The plan's runs that are not `done` (fingerprints), each once.
std::vector<spec::plan::PlannedRun> missing_runs(const spec::plan::SweepPlan& plan,
                                                 std::set<std::string> done);

/// What is to be run next: all that `rows` lacks, or what a search needs.
std::vector<spec::plan::PlannedRun> next_runs(const spec::plan::SweepPlan& plan,
                                              std::span<const store::ResultRow> rows);

/// How much of an experiment has been run: distinct runs that have scores, of those that are to
/// have some. A search is to have those that it came to so far, and what it needs next.
struct PaperProgress {
  int done = 0, planned = 0;
};
PaperProgress paper_progress(std::span<const spec::plan::SweepPlan> plans,
                             std::span<const store::ResultRow> rows);

/// The same of what results/ has at a scale.
PaperProgress paper_progress(const Experiment& experiment, Scale scale,
                             const std::filesystem::path& results);

}  // namespace lab::paper
