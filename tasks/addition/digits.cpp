#include "tasks/addition/digits.h"

#include <cmath>
#include <utility>

#include "base/error.h"

namespace tasks::addition {
namespace {

/// Digits first .. first + length - 1, counted from the lowest.
struct Chain {
  int first = 0, length = 0;
};

int digit(base::Random& random) { return static_cast<int>(random.below(10)); }

std::vector<int> number(int n, int digits, base::Random& random) {
  std::vector<int> result(static_cast<std::size_t>(n), 0);
  for (int i = 0; i < digits; ++i) result[static_cast<std::size_t>(i)] = digit(random);
  auto& highest = result[static_cast<std::size_t>(digits - 1)];
  if (digits > 1) highest = 1 + static_cast<int>(random.below(9));
  return result;
}

Chain sample_chain(int w, base::Random& random) {
  const auto length = static_cast<int>(random.below(w + 1));
  return {static_cast<int>(random.below(w - length + 1)), length};
}

/// Redraws the digits of the chain. A highest digit that was not 0 stays so.
void put_chain(const Chain& chain, DigitPair& pair, base::Random& random) {
  for (int i = 0; i < chain.length; ++i) {
    const auto at = static_cast<std::size_t>(chain.first + i);
    if (i == 0) {
      do {
        pair.a[at] = digit(random);
        pair.b[at] = digit(random);
      } while (pair.a[at] + pair.b[at] < 10);  // then neither is 0
      continue;
    }
    const auto is_highest = [at](const std::vector<int>& digits) {
      for (std::size_t j = at + 1; j < digits.size(); ++j) {
        if (digits[j] != 0) return false;
      }
      return true;
    };
    const bool a_positive = is_highest(pair.a), b_positive = is_highest(pair.b);
    const int low = a_positive ? 1 : 0, high = b_positive ? 8 : 9;
    pair.a[at] = low + static_cast<int>(random.below(high - low + 1));
    pair.b[at] = 9 - pair.a[at];
  }
}

/// At most this is the probability of the likeliest sum, for who knows w and the chain. A digit of
/// the sum outside the chain is one in ten, the highest one in nine; the lowest of the chain is one
/// in five (9 of 45 pairs make it the likeliest), the others of the chain are 0 for sure.
double likeliest_with(const Chain& chain, int n) {
  const bool covers_highest = chain.first + chain.length == n;
  const int others = n - chain.length;
  double chance = std::pow(0.1, others);
  if (others > 0 && !covers_highest && n > 1) chance *= 10.0 / 9;
  return chain.length > 0 ? chance / 5 : chance;
}

}  // namespace

DigitPair sample_digits(AdditionDigits digits, int n, base::Random& random) {
  base::promise(n >= 1, "a number has a digit");
  const int w = 1 + static_cast<int>(random.below(n));
  DigitPair pair{number(n, n, random), number(n, w, random)};
  if (digits == AdditionDigits::balanced_carries) {
    put_chain(sample_chain(w, random), pair, random);
  }
  if (random.below(2) == 1) std::swap(pair.a, pair.b);
  return pair;
}

double chance_of_sum(AdditionDigits digits, int n) {
  base::promise(n >= 1, "a number has a digit");
  if (digits == AdditionDigits::uniform) {
    // A = 9 10^(n-1) numbers have n digits. For each shorter b one a makes the sum 10^n - 1, and so
    // it does for 8 of 9 b as long as a.
    return n == 1 ? 0.1 : (n - 1 + 8.0 / 9) / n / (9 * std::pow(10.0, n - 1));
  }
  double sum = 0;
  for (int w = 1; w <= n; ++w) {
    double of_width = 0;
    for (int length = 0; length <= w; ++length) {
      double of_length = 0;
      for (int first = 0; first + length <= w; ++first)
        of_length += likeliest_with({first, length}, n);
      of_width += of_length / (w - length + 1);
    }
    sum += of_width / (w + 1);
  }
  return sum / n;
}

}  // namespace tasks::addition
