#pragma once
#include <array>
#include <string_view>

#include "tasks/index_marks.h"
#include "tasks/introduction.h"
#include "tasks/lists/list_fragments.h"
#include "tasks/lists/lists.h"
#include "tasks/task.h"

namespace tasks::lists {

/// How the items to copy are drawn.
enum class CopyItems {
  unique,    ///< without replacement: what follows an item is known from the item alone
  repeated,  ///< each uniform on its own; hard over few values
};
/// In order; specs write them in capitals.
constexpr auto names_of(CopyItems) {
  return std::to_array<std::string_view>({"unique", "repeated"});
}

struct CopyConfig {
  CopyItems items = CopyItems::unique;
  int values = 100;      ///< V; the paper's repeat copy has 2
  int max_length = 100;  ///< largest difficulty offered (unique: also at most V), and how many
                         ///< marks there are
  IndexMarks hints = IndexMarks::off;  ///< as specs call them
  bool any_order = false;              ///< lists of the same items are one question: see agree_on
};

constexpr std::string_view kind_name(const CopyConfig&) { return "copy"; }

template <typename Visit>
void each_field(CopyConfig& config, const Visit& visit) {
  visit("items", config.items);
  visit("values", config.values);
  visit("max_length", config.max_length);
  visit("hints", config.hints);
}

inline Sameness sameness_of(const CopyConfig& config) {
  return {.lists = true, .any_order = config.any_order};
}

/// Where another task of the run does not look at the order of a list, neither do pools of copies.
inline void agree_on(CopyConfig& config, const Sameness& all) { config.any_order = all.any_order; }

/// Write a list again. (Zhou et al. 2023, 2310.16028: "unique copy", which generalizes to longer
/// lists, and "repeat copy", which does not.)
///   marks off   prompt "<copy> 7 2 9 ="               answer "7 2 9 ."
///   marks on    prompt "<copy> h5 7 h6 2 h7 9 ="      answer "h5 7 h6 2 h7 9 ."
///   difficulty: number of items
/// Named unique_copy or repeat_copy.
class Copy final : public Task {
 public:
  using Config = CopyConfig;
  static std::vector<Introduction<Config>> introductions();

  explicit Copy(const CopyConfig& config);

  std::string_view name() const override;
  const Vocabulary& vocabulary() const override { return vocabulary_; }
  Range difficulties() const override { return list_lengths(lists_); }
  Example sample(int difficulty, base::Random& random) const override;
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override;
  /// Of the items in their order; of the sorted ones if the tasks of the run agreed on that.
  std::uint64_t question_key(std::span<const Token> prompt) const override;
  Content content(std::span<const Token> prompt) const override;
  int answer_limit(std::span<const Token> prompt) const override;
  /// Exact, for who sees the marks but not the items: one over the number of lists there are.
  double chance(int difficulty) const override;
  std::map<std::string, int> facets(const Example& example) const override;  ///< see list_facets
  const Fragments* fragments() const override { return &fragments_; }

 private:
  MarkedItems items_of(std::span<const Token> prompt) const;
  Example asked(Token start, const std::vector<Token>& items) const;
  OrderedListFragments made_fragments() const;

  CopyConfig config_;
  ListConfig lists_;
  ListTokens tokens_;
  MarkTokens marks_;
  Vocabulary vocabulary_;
  OrderedListFragments fragments_;
};

}  // namespace tasks::lists
