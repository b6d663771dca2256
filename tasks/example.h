#pragma once
#include <string_view>
#include <vector>

#include "tasks/vocabulary.h"

namespace tasks {

/// The end token of every task: its name in every vocabulary.
inline constexpr std::string_view end_token = ".";

/// One question with a right answer, the only one unless the task says otherwise (ManyAnswers).
/// Both are tokens of the task's vocabulary.
struct Example {
  std::vector<Token> prompt;
  std::vector<Token> answer;  ///< not empty; holds the end token at most once, as the last
  int difficulty = 0;         ///< what was asked for: items, bits, hops, blocks
};

/// Difficulties low .. high, both included.
struct Range {
  int low = 1;
  int high = 1;
  bool contains(int value) const { return low <= value && value <= high; }
  bool operator==(const Range&) const = default;
};

/// Calls visit(name, member) for each field, by its name in specs. Every config that a spec fills
/// has such a list beside it, and a task's config the name of its kind: kind_name(config).
template <typename Visit>
void each_field(Range& config, const Visit& visit) {
  visit("low", config.low);
  visit("high", config.high);
}

}  // namespace tasks
