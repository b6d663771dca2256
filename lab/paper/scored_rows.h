#pragma once
#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "lab/spec/plan/sweep_plan.h"
#include "lab/store/scores.h"

namespace lab::paper {

/// results/<paper>/scores.tsv, or nothing if it is not there.
std::vector<store::ResultRow> rows_in(const std::filesystem::path& folder);

/// Of the runs that have rows there; nothing else of the rows is read, which takes a moment.
std::set<std::string> scored_in(const std::filesystem::path& folder);

/// What symbolic learners score (lab/coverage/symbolic.h) on the runs of the plans, as
/// `lab coverage --symbolic` wrote it to the folder's symbolic.tsv: nothing without the file. Drawn
/// beside the scores of runs.
std::vector<store::ResultRow> symbolic_rows_in(const std::filesystem::path& folder,
                                               std::span<const spec::plan::SweepPlan> plans);

/// `rows` with the scores of `fresh` added, in the order of the plans: every planned run that has
/// scores in either, under the names its plan has now (a sweep or a value may have been renamed, or
/// a run be shared by two sweeps), then the rows of no plan as they were. Pure.
std::vector<store::ResultRow> merged(std::span<const spec::plan::SweepPlan> plans,
                                     std::span<const store::ResultRow> rows,
                                     std::span<const store::ResultRow> fresh);

/// Those of `rows` that belong to a run of the plans; the others are stale.
std::vector<store::ResultRow> current_rows(std::span<const spec::plan::SweepPlan> plans,
                                           std::span<const store::ResultRow> rows);

/// Of the runs that have rows.
std::set<std::string> fingerprints_of(std::span<const store::ResultRow> rows);

/// Of the planned runs.
std::set<std::string> planned_fingerprints(std::span<const spec::plan::SweepPlan> plans);

}  // namespace lab::paper
