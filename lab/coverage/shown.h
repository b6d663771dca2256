#pragma once
#include <cstdint>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>

#include "lab/train/lesson.h"

namespace lab::coverage {

/// Where a question stands among those of a part's training pool.
struct ShownAt {
  std::size_t part = 0;  ///< of the mixture
  int difficulty = 0;
  std::int64_t index = 0;  ///< in its finite pool, else in the run's training stream
};

/// What training shows, by content; and how much of it was looked at.
struct Shown {
  std::unordered_map<std::uint64_t, ShownAt> contents;  ///< each where it is first shown
  std::int64_t examples = 0;                            ///< looked at
  std::int64_t drawn = 0;  ///< that there are to look at, with repetitions
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

/// All that a run trains on, by content: of finite pools every question, of endless ones the
/// examples of its steps, one by one, at most `most` of them.
Shown shown_by(const train::Lesson& lesson, const Comparison& comparison, std::int64_t most);

/// The question that stands there, in its task's own tokens.
tasks::Example example_shown(const train::Lesson& lesson, const ShownAt& at);

}  // namespace lab::coverage
