#pragma once
#include <cstdint>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>

#include "lab/train/lesson.h"
#include "lab/train/shown_examples.h"
#include "lab/train/shown_fragments.h"

namespace lab::coverage {

/// What training shows, by content; and how much of it was looked at.
struct Shown {
  std::unordered_map<std::uint64_t, train::ShownAt> contents;  ///< each where it is first shown
  train::ShownFragments fragments;                             ///< of the same examples
  train::LookedAt looked_at;
};

/// Which contents count as the same: of the kinds named, also those in another order
/// (tasks::Content).
class Comparison {
 public:
  /// Looks at what tasks say of themselves: if one of them does not look at the order, the order of
  /// its kind of content counts for none.
  explicit Comparison(const train::Mixture& mixture);

  std::uint64_t digest(const tasks::Task& task, std::span<const tasks::Token> prompt) const;

 private:
  std::set<std::string, std::less<>> any_order_;  // kinds
};

/// All that a run trains on, `most` of its stream (train::for_each_shown).
Shown shown_by(const train::Lesson& lesson, const Comparison& comparison, std::int64_t most);

}  // namespace lab::coverage
