#pragma once
#include <string_view>

#include "tasks/introduction.h"
#include "tasks/lists/list_fragments.h"
#include "tasks/lists/list_hint_kinds.h"
#include "tasks/lists/lists.h"
#include "tasks/task.h"

namespace tasks::lists {

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

inline Sameness sameness_of(const ListHintConfig&) { return {.lists = true, .any_order = true}; }

/// A question about a list that is simpler than sorting it. (Awasthi and Gupta 2023, 2310.00726;
/// their prompt formats are not public, these are ours.)
///   prompt "<name> items = query"   difficulty: number of items
/// Identity_successor, sorted_suffix, successor, predecessor and count are asked of a uniformly
/// drawn item q. Fill shows the sorted list with one entry missing for certain and each other one
/// with probability 1/2. A count is a value token, so count offers at most V items.
class ListHintTask final : public Task {
 public:
  using Config = ListHintConfig;
  static std::vector<Introduction<Config>> introductions();

  explicit ListHintTask(const ListHintConfig& config);

  std::string_view name() const override { return lists::name(config_.kind); }
  const Vocabulary& vocabulary() const override { return vocabulary_; }
  Range difficulties() const override;
  Example sample(int difficulty, base::Random& random) const override;
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override;
  std::uint64_t question_key(std::span<const Token> prompt) const override;
  Content content(std::span<const Token> prompt) const override;
  int answer_limit(std::span<const Token> prompt) const override;
  double chance(int difficulty) const override;  ///< see chance_of_hint
  std::map<std::string, int> facets(const Example& example) const override;
  const Fragments* fragments() const override { return &fragments_; }

 private:
  ListPrompt parts(std::span<const Token> prompt) const;
  /// Of whom it asks is drawn.
  Example asked(const std::vector<Token>& items, base::Random& random) const;

  ListHintConfig config_;
  ListTokens tokens_;
  Vocabulary vocabulary_;
  SortedListFragments fragments_;
};

}  // namespace tasks::lists
