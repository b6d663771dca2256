#pragma once
#include <string_view>

#include "tasks/introduction.h"
#include "tasks/simple_fragments.h"
#include "tasks/task.h"

namespace tasks::bits {

struct BooleanAndConfig {
  int places = 20;  ///< in every prompt; also the largest difficulty offered
};

constexpr std::string_view kind_name(const BooleanAndConfig&) { return "boolean_and"; }

template <typename Visit>
void each_field(BooleanAndConfig& config, const Visit& visit) {
  visit("places", config.places);
}

/// Are all bits one? The first `difficulty` places are free, the places after them always hold 1:
/// trained at 15 and scored at 20, a model meets zeros where it never saw one. (Zhou et al. 2023,
/// 2310.16028, section 4: 20 bits, the last 5 always 1 in training, half of the inputs with exactly
/// one zero. The interpolator of least degree leaves out what is constant in training and is wrong
/// at every such zero; transformers learn the AND of all bits.)
///   prompt "<boolean_and> 1 _ 1 0 1 ="   answer "0 ."   difficulty: free places, here 5
/// Half of the questions have one zero, at a uniform free place; each other free place is a 1 or,
/// with probability 1/4, left blank (`_`). Blanks are ours: with bits alone every question answered
/// with 1 would be the same one, and could be in one pool only.
class BooleanAnd final : public Task {
 public:
  using Config = BooleanAndConfig;
  static std::vector<Introduction<Config>> introductions();

  explicit BooleanAnd(const BooleanAndConfig& config);

  std::string_view name() const override { return "boolean_and"; }
  const Vocabulary& vocabulary() const override { return vocabulary_; }
  Range difficulties() const override { return {1, config_.places}; }
  Example sample(int difficulty, base::Random& random) const override;
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override;
  std::uint64_t question_key(std::span<const Token> prompt) const override;
  Content content(std::span<const Token> prompt) const override;
  int answer_limit(std::span<const Token> prompt) const override;
  double chance(int difficulty) const override;  ///< exact: 1/2
  /// "length" (the difficulty), "zeros", "blanks" and "zero_place" (1 for the first; 0 for none):
  /// sliced by it, a score shows whether the places constant in training count.
  std::map<std::string, int> facets(const Example& example) const override;
  /// zero_place: where the zero is, or 0. Shape: the answer.
  const Fragments* fragments() const override { return &fragments_; }

 private:
  std::span<const Token> places_of(std::span<const Token> prompt) const;
  SimpleFragments made_fragments() const;

  BooleanAndConfig config_;
  Vocabulary vocabulary_;
  SimpleFragments fragments_;
};

}  // namespace tasks::bits
