#pragma once
#include <string_view>

#include "tasks/bits/bit_fragments.h"
#include "tasks/introduction.h"
#include "tasks/task.h"

namespace tasks::bits {

struct ParityConfig {
  int max_bits = 500;  ///< largest difficulty offered
};

constexpr std::string_view kind_name(const ParityConfig&) { return "parity"; }

template <typename Visit>
void each_field(ParityConfig& config, const Visit& visit) {
  visit("max_bits", config.max_bits);
}

/// Is the number of ones odd?
///   prompt "<parity> 1 0 1 1 ="   answer "1 ."   difficulty: number of bits
class Parity final : public Task, public Annotator {
 public:
  using Config = ParityConfig;
  static std::vector<Introduction<Config>> introductions();

  explicit Parity(const ParityConfig& config);

  std::string_view name() const override { return "parity"; }
  const Vocabulary& vocabulary() const override { return vocabulary_; }
  Range difficulties() const override { return {1, config_.max_bits}; }
  Example sample(int difficulty, base::Random& random) const override;
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override;
  std::uint64_t question_key(std::span<const Token> prompt) const override;
  Content content(std::span<const Token> prompt) const override;
  int answer_limit(std::span<const Token> prompt) const override;
  double chance(int difficulty) const override;
  std::map<std::string, int> facets(const Example& example) const override;

  const Fragments* fragments() const override { return &fragments_; }

  const Annotator* annotator() const override { return this; }
  /// Roles task, bit, equals, answer. Tokens: answer (at equals). Numbers: running_parity (bits and
  /// equals). Links: ones, from equals to the bits that are one.
  Annotation annotation(const Example& example) const override;

  /// One bit flipped; asked is the row of "=". Places: changed bit, other bits, equals.
  std::optional<Counterfactual> counterfactual(const Example& example,
                                               base::Random& random) const override;

 private:
  Example asked(const std::vector<Token>& bits) const;

  ParityConfig config_;
  Vocabulary vocabulary_;
  BitFragments fragments_;
};

}  // namespace tasks::bits
