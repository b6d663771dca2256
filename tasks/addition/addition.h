#pragma once
#include <array>
#include <string_view>

#include "tasks/addition/digits.h"
#include "tasks/index_marks.h"
#include "tasks/introduction.h"
#include "tasks/simple_fragments.h"
#include "tasks/task.h"

namespace tasks::addition {

/// Which end of the sum is written first.
enum class DigitOrder {
  forward,   ///< the highest digit, as people write it
  reversed,  ///< the lowest digit, as carries go
};
/// In order; specs write them in capitals.
constexpr auto names_of(DigitOrder) {
  return std::to_array<std::string_view>({"forward", "reversed"});
}

struct AdditionConfig {
  DigitOrder order = DigitOrder::forward;
  IndexMarks hints = IndexMarks::off;  ///< as specs call them
  AdditionDigits digits = AdditionDigits::uniform;
  int max_digits = 100;  ///< largest difficulty offered; there is one mark more than that
};

constexpr std::string_view kind_name(const AdditionConfig&) { return "addition"; }

template <typename Visit>
void each_field(AdditionConfig& config, const Visit& visit) {
  visit("order", config.order);
  visit("hints", config.hints);
  visit("digits", config.digits);
  visit("max_digits", config.max_digits);
}

/// Add two numbers. (Zhou et al. 2023, 2310.16028: with index hints a short RASP-L program does it
/// at every length; their plain addition is forward, without marks.)
///   forward            prompt "<addition> 0 4 2 + 0 3 9 ="             answer "0 8 1 ."
///   reversed           prompt "<reversed_addition> 0 4 2 + 0 3 9 ="    answer "1 8 0 ."
///   forward, marks     prompt "<addition> h5 0 h6 4 h7 2 + h5 0 h6 3 h7 9 ="
///                      answer "h5 0 h6 8 h7 1 ."        (reversed: "h7 1 h6 8 h5 0 .")
///   difficulty: digits of the longer operand; both operands are padded to one digit more, so that
///   the sum has as many. Equal marks stand at equal significance.
/// Named addition or reversed_addition.
class Addition final : public Task, public Annotator {
 public:
  using Config = AdditionConfig;
  static std::vector<Introduction<Config>> introductions();

  explicit Addition(const AdditionConfig& config);

  std::string_view name() const override;
  const Vocabulary& vocabulary() const override { return vocabulary_; }
  Range difficulties() const override { return {1, config_.max_digits}; }
  Example sample(int difficulty, base::Random& random) const override;
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override;
  /// Of both operands, whichever comes first; the same for either order of the answer.
  std::uint64_t question_key(std::span<const Token> prompt) const override;
  /// Both numbers, as they are written without padding.
  Content content(std::span<const Token> prompt) const override;
  int answer_limit(std::span<const Token> prompt) const override;
  /// Uniform digits: exact, the probability of the likeliest sum, for who sees the marks but not
  /// the digits. Balanced carries: an upper bound. See chance_of_sum.
  double chance(int difficulty) const override;
  /// "length" (the difficulty), "carries" and "longest_carry_chain": digits in a row whose sums,
  /// with the carry they are given, exceed nine.
  std::map<std::string, int> facets(const Example& example) const override;

  /// digits: two digits and the carry they are given, "7 5 carry 1". digits_at: the same at a
  /// place, the lowest is 1. Shape: how many carries there are.
  const Fragments* fragments() const override { return &fragments_; }

  const Annotator* annotator() const override { return this; }
  /// Roles task, first, plus, second, equals, answer, and hint before each digit. Tokens: next,
  /// what should follow (equals and answer rows). Links: same_significance, from the row before a
  /// digit of the sum to the digits that it is the sum of.
  Annotation annotation(const Example& example) const override;

 private:
  struct Operands {
    std::vector<Token> a, b;  ///< as many digits each, the highest first, which is 0
    Token start = 0;          ///< mark of the highest digit
  };
  Operands operands_of(std::span<const Token> prompt) const;
  std::optional<Operands> parsed(std::span<const Token> prompt) const;
  /// The digits of a sum (with marks, if on) from the highest on, as the answer has them; and back.
  std::vector<Token> in_order(std::vector<Token> text) const;
  std::vector<int> steps_in(std::span<const Token> prompt) const;
  SimpleFragments made_fragments() const;

  AdditionConfig config_;
  MarkTokens marks_;
  Vocabulary vocabulary_;
  SimpleFragments fragments_;
};

}  // namespace tasks::addition
