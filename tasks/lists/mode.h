#pragma once
#include <array>
#include <string_view>

#include "tasks/introduction.h"
#include "tasks/lists/lists.h"
#include "tasks/simple_fragments.h"
#include "tasks/task.h"

namespace tasks::lists {

/// Which values a question draws its items from.
enum class ModeItems {
  few,  ///< a few random values, so that one of them is often far ahead
  any,  ///< all of them, so that the first is hardly ahead: the hard mode
};
/// In order; specs write them in capitals.
constexpr auto names_of(ModeItems) { return std::to_array<std::string_view>({"few", "any"}); }

struct ModeConfig {
  ModeItems items = ModeItems::few;
  int values = 52;       ///< V
  int few = 5;           ///< values in a question, `few` only; at most V
  int max_length = 500;  ///< largest difficulty offered
};

constexpr std::string_view kind_name(const ModeConfig&) { return "mode"; }

template <typename Visit>
void each_field(ModeConfig& config, const Visit& visit) {
  visit("items", config.items);
  visit("values", config.values);
  visit("few", config.few);
  visit("max_length", config.max_length);
}

inline Sameness sameness_of(const ModeConfig&) { return {.lists = true, .any_order = true}; }

/// The most frequent item. (Zhou et al. 2023, 2310.16028: "mode", which generalizes to longer
/// lists, and "mode (hard)", which does not.)
///   prompt "<mode> 3 1 3 2 3 ="   answer "3 ."   difficulty: number of items
/// Items are uniform, each on its own. If several are the most frequent, one of them, chosen at
/// random, takes one occurrence of another: the answer is unique. Named mode, or hard_mode if any
/// value may occur. The paper's definition of its hard mode is not known to us: this one is ours.
class Mode final : public Task {
 public:
  using Config = ModeConfig;
  static std::vector<Introduction<Config>> introductions();

  explicit Mode(const ModeConfig& config);

  std::string_view name() const override;
  const Vocabulary& vocabulary() const override { return vocabulary_; }
  Range difficulties() const override { return {1, config_.max_length}; }
  Example sample(int difficulty, base::Random& random) const override;
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override;
  std::uint64_t question_key(std::span<const Token> prompt) const override;  ///< see list_key
  Content content(std::span<const Token> prompt) const override;
  int answer_limit(std::span<const Token> prompt) const override;
  /// Exact: 1 / V. Who names any item of the list is right more often, once in `few`.
  double chance(int difficulty) const override;
  /// As list_facets, and "margin": occurrences of the first less those of the second.
  std::map<std::string, int> facets(const Example& example) const override;
  /// contest: the most frequent value, and the next (the smallest of these; of no other value the
  /// same). value: a value of the list. Shape: the margin.
  const Fragments* fragments() const override { return &fragments_; }

 private:
  SimpleFragments made_fragments() const;
  std::span<const Token> items_of(std::span<const Token> prompt) const;

  ModeConfig config_;
  ListTokens tokens_;
  Vocabulary vocabulary_;
  SimpleFragments fragments_;
};

}  // namespace tasks::lists
