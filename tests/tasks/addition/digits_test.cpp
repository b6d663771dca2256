#include "tasks/addition/digits.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>

using tasks::addition::AdditionDigits;
using tasks::addition::chance_of_sum;

namespace {

int value(const std::vector<int>& lowest_first) {
  int result = 0;
  for (auto i = lowest_first.size(); i-- > 0;) result = 10 * result + lowest_first[i];
  return result;
}

int power_of_ten(int exponent) { return static_cast<int>(std::lround(std::pow(10, exponent))); }

/// By adding up all pairs of numbers there are.
double likeliest_sum(int n) {
  std::map<int, double> probabilities;
  for (int w = 1; w <= n; ++w) {
    const int a_low = n == 1 ? 0 : power_of_ten(n - 1), b_low = w == 1 ? 0 : power_of_ten(w - 1);
    const double pairs = (power_of_ten(n) - a_low) * 1.0 * (power_of_ten(w) - b_low);
    for (int a = a_low; a < power_of_ten(n); ++a) {
      for (int b = b_low; b < power_of_ten(w); ++b) probabilities[a + b] += 1 / pairs / n;
    }
  }
  double most = 0;
  for (const auto& [sum, probability] : probabilities) most = std::max(most, probability);
  return most;
}

/// Digits from the lowest that pass a carry on, in the longest row of such.
int longest_chain(const tasks::addition::DigitPair& pair) {
  int chain = 0, longest = 0;
  for (std::size_t i = 0; i < pair.a.size(); ++i) {
    const int sum = pair.a[i] + pair.b[i] + (chain > 0 ? 1 : 0);
    chain = sum > 9 ? chain + 1 : 0;
    longest = std::max(longest, chain);
  }
  return longest;
}

}  // namespace

TEST_CASE("chance of a sum of uniform digits is that of the likeliest") {
  for (int n = 1; n <= 3; ++n) {
    CHECK(tasks::addition::chance_of_sum(tasks::addition::AdditionDigits::uniform, n) ==
          Approx(likeliest_sum(n)).epsilon(1e-9));
  }
}

TEST_CASE("chance of a sum with balanced carries is no less than that of the likeliest") {
  for (int n = 1; n <= 3; ++n) {
    base::Random random(1, "sums");
    std::map<int, int> times;
    for (int i = 0; i < 20000; ++i) {
      const auto pair = tasks::addition::sample_digits(
          tasks::addition::AdditionDigits::balanced_carries, n, random);
      ++times[value(pair.a) + value(pair.b)];
    }
    int most = 0;
    for (const auto& [sum, count] : times) most = std::max(most, count);
    const double bound =
        tasks::addition::chance_of_sum(tasks::addition::AdditionDigits::balanced_carries, n);
    CHECK(most / 20000.0 < bound + 0.01);
    CHECK(most / 20000.0 > bound / 3);  // else the bound says nothing
  }
}

TEST_CASE("one number has all digits, the other any number of them") {
  for (const auto digits : {tasks::addition::AdditionDigits::uniform,
                            tasks::addition::AdditionDigits::balanced_carries}) {
    std::map<int, int> a_wider, b_wider;
    base::Random random(1, "widths");
    for (int i = 0; i < 4000; ++i) {
      const auto pair = tasks::addition::sample_digits(digits, 4, random);
      REQUIRE(pair.a.size() == 4);
      REQUIRE(pair.b.size() == 4);
      const int a = value(pair.a), b = value(pair.b);
      REQUIRE(std::max(a, b) >= 1000);
      const int shorter = static_cast<int>(std::to_string(std::min(a, b)).size());
      ++(a > b ? a_wider : b_wider)[shorter];
    }
    CHECK(a_wider.size() == 4);
    for (int w = 1; w <= 3; ++w) {
      CHECK(a_wider[w] == Approx(500).margin(105));  // 5 standard deviations
      CHECK(b_wider[w] == Approx(500).margin(105));
    }
  }
}

TEST_CASE("balanced carries make long chains as common as short ones") {
  base::Random random(1, "chains");
  int uniform_long = 0, balanced_long = 0;
  for (int i = 0; i < 2000; ++i) {
    uniform_long += longest_chain(tasks::addition::sample_digits(
                        tasks::addition::AdditionDigits::uniform, 20, random)) >= 10;
    balanced_long += longest_chain(tasks::addition::sample_digits(
                         tasks::addition::AdditionDigits::balanced_carries, 20, random)) >= 10;
  }
  // Of widths w = 10 .. 20, chains of 10 .. w: the sum of (w - 9) / (w + 1) over 20 is 0.19.
  CHECK(balanced_long > 0.19 * 2000 - 90);
  CHECK(uniform_long < 40);
}
