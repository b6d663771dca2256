#pragma once
#include <string_view>

#include "tasks/introduction.h"
#include "tasks/simple_fragments.h"
#include "tasks/task.h"

namespace tasks::lists {

struct CountUpConfig {
  int numbers = 200;     ///< V: the numbers are 0 .. V - 1; more than max_length leave a choice
  int max_length = 100;  ///< largest difficulty offered; at most V
  bool beside_lists = false;  ///< another task of the run asks about lists: see agree_on
};

constexpr std::string_view kind_name(const CountUpConfig&) { return "count_up"; }

template <typename Visit>
void each_field(CountUpConfig& config, const Visit& visit) {
  visit("numbers", config.numbers);
  visit("max_length", config.max_length);
}

/// Where another task of the run asks about lists, the numbers that are said are the list.
inline void agree_on(CountUpConfig& config, const Sameness& all) {
  config.beside_lists = all.lists;
}

/// Count from a number to a larger or equal one. (Zhou et al. 2023, 2310.16028: "count".)
///   prompt "<count_up> 4 8 ="   answer "4 5 6 7 8 ."   difficulty: how many numbers are said
/// The start is uniform among those that leave room. A difficulty n has V - n + 1 questions in all,
/// shared out between the pools: long ones need a large V.
class CountUp final : public Task {
 public:
  using Config = CountUpConfig;
  static std::vector<Introduction<Config>> introductions();

  explicit CountUp(const CountUpConfig& config);

  std::string_view name() const override { return "count_up"; }
  const Vocabulary& vocabulary() const override { return vocabulary_; }
  Range difficulties() const override { return {1, config_.max_length}; }
  Example sample(int difficulty, base::Random& random) const override;
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override;
  std::uint64_t question_key(std::span<const Token> prompt) const override;
  /// The list that is said.
  Content content(std::span<const Token> prompt) const override;
  int answer_limit(std::span<const Token> prompt) const override;
  /// Exact: one over the number of questions.
  double chance(int difficulty) const override;
  /// "length" and "start".
  std::map<std::string, int> facets(const Example& example) const override;
  /// step: a number and the next that is said, "5 6". start: the first number.
  const Fragments* fragments() const override { return &fragments_; }

 private:
  SimpleFragments made_fragments() const;
  struct Ends {
    Token first, last;
  };
  Ends ends_of(std::span<const Token> prompt) const;

  CountUpConfig config_;
  Vocabulary vocabulary_;
  SimpleFragments fragments_;
};

}  // namespace tasks::lists
