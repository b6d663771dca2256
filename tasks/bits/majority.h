#pragma once
#include <string_view>

#include "tasks/bits/bit_fragments.h"
#include "tasks/introduction.h"
#include "tasks/task.h"

namespace tasks::bits {

struct MajorityConfig {
  int max_bits = 500;  ///< largest difficulty offered
};

constexpr std::string_view kind_name(const MajorityConfig&) { return "majority"; }

template <typename Visit>
void each_field(MajorityConfig& config, const Visit& visit) {
  visit("max_bits", config.max_bits);
}

/// Are there more ones than zeros? As many of both: no. (Huang et al. 2024, 2410.02140: "binary
/// majority".)
///   prompt "<majority> 1 0 1 1 ="   answer "1 ."   difficulty: number of bits
/// Bits are uniform. Majority over more values is the task `mode`.
class Majority final : public Task {
 public:
  using Config = MajorityConfig;
  static std::vector<Introduction<Config>> introductions();

  explicit Majority(const MajorityConfig& config);

  std::string_view name() const override { return "majority"; }
  const Vocabulary& vocabulary() const override { return vocabulary_; }
  Range difficulties() const override { return {1, config_.max_bits}; }
  Example sample(int difficulty, base::Random& random) const override;
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override;
  /// Of the bits in their order, as for `parity`: by their number alone there would be no more
  /// questions than bits.
  std::uint64_t question_key(std::span<const Token> prompt) const override;
  Content content(std::span<const Token> prompt) const override;
  int answer_limit(std::span<const Token> prompt) const override;
  /// Exact: 1/2 for odd n, (1 + C(n, n/2) 2^-n) / 2 for even n, by answering 0.
  double chance(int difficulty) const override;
  /// "length", "ones" and "margin" (ones and zeros differ by so many).
  std::map<std::string, int> facets(const Example& example) const override;
  const Fragments* fragments() const override { return &fragments_; }

 private:
  Example asked(const std::vector<Token>& bits) const;

  MajorityConfig config_;
  Vocabulary vocabulary_;
  BitFragments fragments_;
};

}  // namespace tasks::bits
