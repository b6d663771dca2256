#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lab/train/lesson.h"
#include "tasks/coverage/coverage.h"
#include "tasks/coverage/equivalence.h"

namespace lab::coverage {

/// A pool of a task at one difficulty, compared with all that is trained on.
struct PoolCoverage {
  tasks::Pool pool = tasks::Pool::train;
  int difficulty = 1;
  std::optional<std::int64_t> questions;  ///< nothing: endless, or empty if nothing is compared
  std::int64_t compared = 0;  ///< different keys looked at: all of a finite pool, of an endless one
                              ///< a sample
  std::int64_t trained = 0;   ///< of these, keys that any task of the mixture trains on
  std::int64_t elsewhere = 0;  ///< of these, keys in another held-out pool of the task
  double chance = 0;           ///< of the best guesser who ignores the items
};

/// What the training pool determines about the others by substitution (tasks/coverage/coverage.h).
struct CutoffCoverage {
  std::map<tasks::Pool, std::map<int, std::int64_t>> items;     ///< of each k-cutoff
  std::vector<tasks::coverage::EquivalenceCount> equivalences;  ///< at k = 1, 2, ...
};

/// One task of the mixture before training.
struct PartCoverage {
  std::string name;
  bool finite = false;
  std::vector<PoolCoverage> pools;        ///< by difficulty
  std::optional<CutoffCoverage> cutoffs;  ///< of tasks over a finite function
};

/// A task and the difficulties it is trained on and asked at. Borrows the task.
struct CoveredTask {
  std::string name;
  const tasks::Task* task = nullptr;
  tasks::Range trained;
  std::vector<int> asked;  ///< difficulties shown
};

/// Compares the keys of every pool with those trained on by any of the tasks: all keys of finite
/// pools, of endless ones `sample` questions of each difficulty.
std::vector<PartCoverage> compare_pools(const std::vector<CoveredTask>& tasks, std::int64_t sample);

/// The tasks of a lesson with their pools compared and, where the task is a finite function,
/// covered.
std::vector<PartCoverage> coverage_of(const train::Lesson& lesson, std::int64_t sample,
                                      const tasks::coverage::CoverageOptions& options);

/// Whether nothing held out is trained on or in two held-out pools of a task.
bool disjoint(const std::vector<PartCoverage>& parts);

}  // namespace lab::coverage
