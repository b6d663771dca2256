#pragma once
#include <array>
#include <string_view>

#include "tasks/lists/lists.h"
#include "tasks/task.h"

namespace tasks {

/// What is asked about a list; q is a value drawn from the list.
enum class ListHint {
  identity_successor,  ///< "<identity_successor> 7 3 9 3 5 = 3" -> "3 5": the remaining copies of
                       ///< q, then the next larger value (or "." if q is the largest). No end token
                       ///< after the successor: it is a window into the sorted answer
  sorted_suffix,       ///< "= 3" -> "3 5 7 9 .": the rest of the sorted list
  successor,           ///< next larger distinct value, or "." alone for the largest: "= 3" -> "5 ."
  predecessor,         ///< next smaller distinct value, or "." alone for the smallest
  count,               ///< multiplicity of q, as a value token: "= 3" -> "2 ."
  fill,                ///< "= 3 _ 5 _ 9" -> "3 7 .": the missing entries of the sorted list
  minimum,             ///< control: "=" -> "3 ."
  maximum,             ///< control: "=" -> "9 ."
  identity_copy,       ///< control: "=" -> the list itself, then "."
  parity_of_length,    ///< control: "=" -> "odd ." or "even ."
};
/// In order; specs write them in capitals.
constexpr auto names_of(ListHint) {
  return std::to_array<std::string_view>({"identity_successor", "sorted_suffix", "successor",
                                          "predecessor", "count", "fill", "minimum", "maximum",
                                          "identity_copy", "parity_of_length"});
}
inline constexpr std::array all_list_hints{ListHint::identity_successor,
                                           ListHint::sorted_suffix,
                                           ListHint::successor,
                                           ListHint::predecessor,
                                           ListHint::count,
                                           ListHint::fill,
                                           ListHint::minimum,
                                           ListHint::maximum,
                                           ListHint::identity_copy,
                                           ListHint::parity_of_length};

std::string_view name(ListHint kind);
ListHint list_hint_named(std::string_view name);  ///< throws base::Error with the nearest name

/// A right question and answer of each kind: what people are shown.
struct WorkedExample {
  std::string_view prompt, answer;
};
WorkedExample worked_example(ListHint kind);

struct ListHintConfig {
  ListHint kind = ListHint::identity_successor;
  ListConfig lists;
};

constexpr std::string_view kind_name(const ListHintConfig&) { return "list_hint"; }

template <typename Visit>
void each_field(ListHintConfig& config, const Visit& visit) {
  visit("kind", config.kind);
  each_field(config.lists, visit);
}

/// A question about a list that is simpler than sorting it. (Awasthi and Gupta 2023, 2310.00726;
/// their prompt formats are not public, these are ours.)
///   prompt "<name> items = query"   difficulty: number of items
/// Identity_successor, sorted_suffix, successor, predecessor and count are asked of a uniformly
/// drawn item q. Fill shows the sorted list with one entry missing for certain and each other one
/// with probability 1/2. A count is a value token, so count offers at most V items.
class ListHintTask final : public Task {
 public:
  explicit ListHintTask(const ListHintConfig& config);

  std::string_view name() const override { return tasks::name(config_.kind); }
  const Vocabulary& vocabulary() const override { return vocabulary_; }
  Range difficulties() const override;
  Example sample(int difficulty, base::Random& random) const override;
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override;
  std::uint64_t question_key(std::span<const Token> prompt) const override;
  int answer_limit(std::span<const Token> prompt) const override;
  double chance(int difficulty) const override;  ///< see chance_of_hint
  std::map<std::string, int> facets(const Example& example) const override;

 private:
  ListPrompt parts(std::span<const Token> prompt) const;

  ListHintConfig config_;
  ListTokens tokens_;
  Vocabulary vocabulary_;
};

}  // namespace tasks
