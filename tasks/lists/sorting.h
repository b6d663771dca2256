#pragma once
#include <string_view>

#include "tasks/introduction.h"
#include "tasks/lists/list_fragments.h"
#include "tasks/lists/lists.h"
#include "tasks/task.h"

namespace tasks::lists {

using SortingConfig = ListConfig;

constexpr std::string_view kind_name(const SortingConfig&) { return "sorting"; }

inline Sameness sameness_of(const SortingConfig&) { return {.lists = true, .any_order = true}; }

/// Sort a list in ascending order. (Awasthi and Gupta 2023, 2310.00726, section 3.)
///   prompt "<sort> 7 3 9 3 5 ="   answer "3 3 5 7 9 ."   difficulty: number of items
class Sorting final : public Task, public Critic, public Annotator {
 public:
  using Config = SortingConfig;
  static std::vector<Introduction<Config>> introductions();

  explicit Sorting(const SortingConfig& config);

  std::string_view name() const override { return "sorting"; }
  const Vocabulary& vocabulary() const override { return vocabulary_; }
  Range difficulties() const override { return list_lengths(config_); }
  Example sample(int difficulty, base::Random& random) const override;
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override;
  std::uint64_t question_key(std::span<const Token> prompt) const override;
  Content content(std::span<const Token> prompt) const override;
  int answer_limit(std::span<const Token> prompt) const override;

  /// The probability of the likeliest multiset; see chance_of_sorting.
  double chance(int difficulty) const override;
  std::map<std::string, int> facets(const Example& example) const override;

  const Fragments* fragments() const override { return &fragments_; }

  const Critic* critic() const override { return this; }
  /// An item dropped, doubled or replaced by another, a value that is not in the list, or the right
  /// items out of order; several items: "items".
  std::string mistake(const Example& example, std::span<const Token> answer) const override;

  const Annotator* annotator() const override { return this; }
  /// Roles task, item, equals, answer. Tokens: next, what should follow (equals and answer rows).
  /// Numbers: copies_left, how often the row's value is still to be written (answer rows). Links,
  /// to the items that hold the next token: minimum (from equals), successor (from an answer row,
  /// the next value being larger), copies (from an answer row, the next value being the same).
  Annotation annotation(const Example& example) const override;

  /// An item that stands for itself in the answer (no copies) takes another value that is between
  /// its neighbours there; asked is the row before it. Places: changed item, other items, equals,
  /// earlier answer, asked row (equals itself, if the item is the smallest).
  std::optional<Counterfactual> counterfactual(const Example& example,
                                               base::Random& random) const override;

 private:
  std::span<const Token> items_of(std::span<const Token> prompt) const;
  Example asked(std::vector<Token> items) const;

  SortingConfig config_;
  ListTokens tokens_;
  Vocabulary vocabulary_;
  SortedListFragments fragments_;
};

}  // namespace tasks::lists
