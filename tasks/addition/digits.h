#pragma once
#include <array>
#include <string_view>
#include <vector>

#include "base/random.h"

namespace tasks::addition {

/// How the digits of two numbers to add are drawn.
enum class AdditionDigits {
  uniform,           ///< each on its own: long chains of carries are rare
  balanced_carries,  ///< with a chain of carries of uniform length
};
/// In order; specs write them in capitals.
constexpr auto names_of(AdditionDigits) {
  return std::to_array<std::string_view>({"uniform_digits", "balanced_carries"});
}

/// Two numbers, digits 0 .. 9, the lowest first. Both have as many; the upper ones may be 0.
struct DigitPair {
  std::vector<int> a, b;
};

/// Two numbers, one of which (either, at random) has exactly n >= 1 digits and the other a uniform
/// number w of them in 1 .. n. The highest of several digits is not 0; else digits are uniform.
///   balanced_carries: a chain of c digits, c uniform in 0 .. w, is put at a uniform place within
///   the lowest w: its lowest pair of digits sums to ten or more, each pair above to nine, so that
///   the carry goes through them all. (Zhou et al. 2023, 2310.16028: lengths and places of chains
///   are uniform; how the digits of a chain are drawn is ours.)
DigitPair sample_digits(AdditionDigits digits, int n, base::Random& random);

/// uniform: the probability of the likeliest sum of sample_digits, which is 10^n - 1 (99 ... 9).
/// balanced_carries: at least the probability of the likeliest, as if w and the chain were known.
double chance_of_sum(AdditionDigits digits, int n);

}  // namespace tasks::addition
