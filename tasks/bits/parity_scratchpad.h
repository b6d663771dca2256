#pragma once
#include <string_view>

#include "tasks/bits/bit_fragments.h"
#include "tasks/index_marks.h"
#include "tasks/introduction.h"
#include "tasks/task.h"

namespace tasks::bits {

struct ParityScratchpadConfig {
  int max_bits = 100;                 ///< largest difficulty offered, and how many marks there are
  IndexMarks hints = IndexMarks::on;  ///< as specs call them
};

constexpr std::string_view kind_name(const ParityScratchpadConfig&) { return "parity_scratchpad"; }

template <typename Visit>
void each_field(ParityScratchpadConfig& config, const Visit& visit) {
  visit("max_bits", config.max_bits);
  visit("hints", config.hints);
}

/// Is the number of ones odd? Answered one step at a time: the running parity, + for even and - for
/// odd, starting at + and written again at every one; the last sign tells. (Zhou et al. 2023,
/// 2310.16028, section 5: with index hints a short RASP-L program does it at every length.)
///   marks on    prompt "<parity_scratchpad> h37 0 h38 1 h39 1 h40 0 h41 1 ="
///               answer "+ h38 - h39 + h41 - ."   the mark of each one, then the sign
///   marks off   prompt "<parity_scratchpad> 0 1 1 0 1 ="   answer "+ - + - ."
///   difficulty: number of bits
/// Bits are uniform. Parity without a scratchpad is the task `parity`; equal bits have the same key
/// in both.
class ParityScratchpad final : public Task {
 public:
  using Config = ParityScratchpadConfig;
  static std::vector<Introduction<Config>> introductions();

  explicit ParityScratchpad(const ParityScratchpadConfig& config);

  std::string_view name() const override { return "parity_scratchpad"; }
  const Vocabulary& vocabulary() const override { return vocabulary_; }
  Range difficulties() const override { return {1, config_.max_bits}; }
  Example sample(int difficulty, base::Random& random) const override;
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override;
  std::uint64_t question_key(std::span<const Token> prompt) const override;
  Content content(std::span<const Token> prompt) const override;
  int answer_limit(std::span<const Token> prompt) const override;
  /// Exact, for who sees the marks but not the bits. With marks the answer tells all bits: 2^-n.
  /// Without, it tells how many are one: the likeliest number, C(n, floor(n/2)) 2^-n.
  double chance(int difficulty) const override;
  std::map<std::string, int> facets(const Example& example) const override;  ///< length, ones
  const Fragments* fragments() const override { return &fragments_; }

 private:
  Example asked(Token start, const std::vector<Token>& bits) const;
  BitFragments made_fragments() const;
  MarkedItems bits_of(std::span<const Token> prompt) const;

  ParityScratchpadConfig config_;
  MarkTokens marks_;
  Vocabulary vocabulary_;
  BitFragments fragments_;
};

}  // namespace tasks::bits
