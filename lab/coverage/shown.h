#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "lab/train/lesson.h"
#include "lab/train/shown_examples.h"
#include "lab/train/shown_fragments.h"

namespace lab::coverage {

/// A lesson, and those of the runs that it starts from, the nearest first, each with the steps that
/// it had taken by then. Shared: a question shown is shown by one of them.
struct Lineage {
  const train::Lesson& lesson;
  std::vector<std::shared_ptr<const train::Lesson>> starts = {};
  std::string unknown = {};  ///< fingerprint of the first that only a store knows
};

/// Borrows the lesson.
Lineage lineage_of(const train::Lesson& lesson);

/// What is shown, and by whom.
struct FirstShown {
  const train::Lesson* by = nullptr;  ///< one of the lineage
  train::ShownAt at;
};

/// What training shows, by content; and how much of it was looked at.
struct Shown {
  std::unordered_map<std::uint64_t, FirstShown> contents;  ///< each where it is first shown
  train::ShownFragments fragments;                         ///< of the run's own examples
  train::LookedAt looked_at;
};

/// Which contents count as the same: of the kinds named, also those in another order
/// (tasks::Content).
class Comparison {
 public:
  /// Looks at what tasks say of themselves: if one of them does not look at the order, the order of
  /// its kind of content counts for none.
  explicit Comparison(const Lineage& lineage);

  std::uint64_t digest(const tasks::Task& task, std::span<const tasks::Token> prompt) const;

 private:
  void add(const train::Mixture& mixture);

  std::set<std::string, std::less<>> any_order_;  // kinds
};

/// All that a run trains on and those it starts from did, `most` of the stream of each
/// (train::for_each_shown).
Shown shown_by(const Lineage& lineage, const Comparison& comparison, std::int64_t most);

}  // namespace lab::coverage
