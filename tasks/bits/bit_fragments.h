#pragma once
#include <functional>

#include "tasks/fragments.h"

namespace tasks::bits {

/// Pieces of a question about a row of bits:
///   ones   how many are 1, of how many: "7 of 20"
///   place  where a 1 is, from 1 up: "3"
/// Shape: the answer.
class BitFragments final : public Fragments {
 public:
  using Bits = std::function<std::vector<Token>(std::span<const Token> prompt)>;  ///< 0 and 1
  /// Of bits; what else it has is drawn.
  using Question = std::function<Example(const std::vector<Token>& bits, base::Random& random)>;
  /// What the answer hangs on: the same share of numbers of ones is allowed of each.
  using Answer = std::function<int(int length, int ones)>;

  BitFragments(Bits bits, Question question, Answer answer)
      : bits_(std::move(bits)), question_(std::move(question)), answer_(std::move(answer)) {}

  std::span<const FragmentKind> kinds() const override;
  std::vector<Fragment> in(std::size_t kind, std::span<const Token> prompt) const override;
  std::optional<std::vector<Fragment>> possible(std::size_t kind,
                                                Range difficulties) const override;
  std::string text(std::size_t kind, Fragment fragment) const override;
  int group(std::size_t kind, Fragment fragment) const override;
  std::vector<int> shape(std::span<const Token> prompt) const override;
  /// Where places are restricted: their bits are 0, the others as ever. Exact.
  std::unique_ptr<const FragmentSampler> sampler(const AllowedFragments& allowed) const override;

 private:
  Bits bits_;
  Question question_;
  Answer answer_;
};

/// Each 0 or 1, alike.
std::vector<Token> random_bits(int length, base::Random& random);

/// How many bits are 1.
int ones_in(std::span<const Token> bits);

}  // namespace tasks::bits
