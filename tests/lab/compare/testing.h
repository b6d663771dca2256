#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "lab/spec/run_spec.h"
#include "lab/store/scores.h"

namespace tests {

/// A score after the tiny run's last step (tests/lab/train/tiny_run.h), of its main task.
lab::store::Score tiny_score(int difficulty, int solved, int asked,
                             tasks::Pool pool = tasks::Pool::test, std::int64_t step = 60);

/// Makes the run's folder as if it had been trained and got these scores.
void finish(const std::filesystem::path& store, const lab::spec::RunSpec& spec,
            const std::vector<lab::store::Score>& scores);

/// The sweep `tiny` with an axis `width` (8, 16) and so many seeds, written to a file in `folder`.
std::filesystem::path tiny_sweep(const std::filesystem::path& folder, int seeds);

/// Its runs are finished: the seeds of width 8 solve `narrow` of 100 questions of six items, those
/// of width 16 `wide`; all solve all of 100 training questions but those of which they solve less
/// than 50. Gives the spec's file.
std::filesystem::path scored_sweep(const std::filesystem::path& folder,
                                   const std::vector<int>& narrow, const std::vector<int>& wide);

}  // namespace tests
