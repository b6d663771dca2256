#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lab/coverage/fragments.h"
#include "lab/train/lesson.h"
#include "tasks/coverage/coverage.h"
#include "tasks/coverage/equivalence.h"

namespace lab::coverage {

/// A held-out question that is shown in training, or asked in two held-out pools.
struct Leak {
  std::string asked;  ///< "pool test of sorting at 4: `<sort> 3 1 2 2 =`"
  std::string shown;  ///< "copy at 4 trains on `<copy> 1 2 3 2 =`"
};

/// A pool of a task at one difficulty, compared with all that is trained on, by what the questions
/// are about (tasks::Content): the keys that made the pools have no say.
struct PoolCoverage {
  tasks::Pool pool = tasks::Pool::train;
  int difficulty = 1;
  std::optional<std::int64_t> questions;  ///< nothing: endless, or empty if nothing is compared
  std::int64_t compared = 0;  ///< different contents looked at: all of a finite pool; of an endless
                              ///< one what is asked, and more up to the sample wanted
  std::int64_t trained = 0;   ///< of these, contents that any task of the mixture trains on
  std::int64_t elsewhere = 0;  ///< of these, contents in another held-out pool of the task
  double chance = 0;           ///< of the best guesser who ignores the items
  std::optional<Leak> leak = std::nullopt;  ///< the first, if there is one; of the pool train never
};

/// What the training pool determines about the others by substitution (tasks/coverage/coverage.h).
struct CutoffCoverage {
  std::map<tasks::Pool, std::map<int, std::int64_t>> items;     ///< of each k-cutoff
  std::vector<tasks::coverage::EquivalenceCount> equivalences;  ///< at k = 1, 2, ...
  /// To what training was built, whatever the options; nothing: it was drawn.
  std::optional<tasks::BuiltToTarget> built = std::nullopt;
};

/// One task of the mixture before training.
struct PartCoverage {
  std::string name;
  bool finite = false;
  std::vector<PoolCoverage> pools;        ///< by difficulty
  std::optional<CutoffCoverage> cutoffs;  ///< of tasks over a finite function
  FragmentReport fragments = {};
  bool controlled = false;  ///< whether rules say what training may show
};

/// Of a task over a finite function; nothing of others.
std::optional<CutoffCoverage> cutoff_coverage(const tasks::Task& task,
                                              const tasks::coverage::CoverageOptions& options);

/// A run before training.
struct Report {
  std::vector<PartCoverage> parts;
  /// Of what training shows, here and in the runs that it starts from: looked at, and in all.
  std::int64_t examples = 0, drawn = 0;
  std::vector<std::string> starts = {};  ///< names of these runs, the nearest first
  std::string unknown_start = {};  ///< fingerprint of one that only a store knows: not compared
};

/// The tasks of a lesson with their pools compared and, where the task is a finite function,
/// covered. Compared are all questions of finite pools; of an endless one what the run asks and
/// `sample` at least, held against the run's own training examples, `most_shown` of them at most.
Report coverage_of(const train::Lesson& lesson, std::int64_t sample,
                   const tasks::coverage::CoverageOptions& options,
                   std::int64_t most_shown = 4'000'000);

/// Whether nothing held out is trained on or in two held-out pools of a task.
bool disjoint(const Report& report);

}  // namespace lab::coverage
