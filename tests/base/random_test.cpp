#include "base/random.h"

#include <algorithm>
#include <array>
#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <set>
#include <string>
#include <vector>

namespace {

TEST_CASE("a stream begins with the same numbers for ever") {
  base::Random random(7, "weights", 3);
  CHECK(random.bits() == 0x35c25839cc09118a);
  CHECK(random.bits() == 0xac90bb991ec32d17);
  CHECK(random.bits() == 0x98a1459382a2aff8);
}

TEST_CASE("below and uniform and shuffle give the same numbers for ever") {
  base::Random digits(7, "weights", 3);
  std::vector<std::int64_t> drawn(10);
  for (std::int64_t& digit : drawn) digit = digits.below(10);
  CHECK(drawn == std::vector<std::int64_t>{0, 9, 4, 1, 9, 5, 3, 4, 9, 2});

  base::Random fractions(7, "weights", 3);
  CHECK(fractions.uniform() == 0.20999671374378104);
  CHECK(fractions.uniform() == 0.6740834473446397);

  std::vector<int> items(8);
  std::iota(items.begin(), items.end(), 0);
  base::Random(7, "shuffle").shuffle(std::span(items));
  CHECK(items == std::vector<int>{4, 0, 6, 1, 3, 2, 5, 7});
}

TEST_CASE("neighbouring streams differ in half of their bits") {
  const std::array<std::array<base::Random, 2>, 5> neighbours = {{
      {base::Random(0, "x", 0), base::Random(0, "x", 1)},
      {base::Random(0, "x", 1000), base::Random(0, "x", 1001)},
      {base::Random(0, "x", 0), base::Random(1, "x", 0)},
      {base::Random(1, "x", 0), base::Random(0, "x", 1)},
      {base::Random(0, "x", 0), base::Random(0, "y", 0)},
  }};
  for (auto [left, right] : neighbours) {
    int different = 0;
    for (int i = 0; i < 1000; ++i) different += std::popcount(left.bits() ^ right.bits());
    CHECK(std::abs(different - 32000) < 632);  // five standard deviations
  }
}

TEST_CASE("no two of many addresses begin with the same number") {
  std::set<std::uint64_t> first;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    for (std::uint64_t index = 0; index < 100; ++index) {
      for (const char* stream : {"a", "b", "ab", "ba", "aa"}) {
        first.insert(base::Random(seed, stream, index).bits());
      }
    }
  }
  CHECK(first.size() == 20 * 100 * 5);
}

TEST_CASE("below favours no number when the bound does not divide two to the 64") {
  // 2^64 is 8/3 of this bound: a plain remainder would fall in the lower two thirds with 0.75.
  constexpr std::int64_t bound = 3LL << 61;
  base::Random random(1, "below");
  int lower = 0;
  for (int i = 0; i < 20000; ++i) lower += random.below(bound) < 2LL << 61 ? 1 : 0;
  CHECK(lower / 20000.0 == Approx(2.0 / 3).margin(0.017));  // five standard deviations
}

TEST_CASE("below reaches every number below the bound and no other") {
  base::Random random(2, "below");
  std::array<int, 6> counts = {};
  for (int i = 0; i < 6000; ++i) ++counts.at(static_cast<std::size_t>(random.below(6)));
  for (const int count : counts) CHECK(std::abs(count - 1000) < 145);  // five deviations
  CHECK(random.below(1) == 0);
}

TEST_CASE("uniform numbers lie from 0 to below 1 with mean 1/2") {
  base::Random random(3, "uniform");
  double sum = 0;
  for (int i = 0; i < 10000; ++i) {
    const double u = random.uniform();
    REQUIRE(u >= 0);
    REQUIRE(u < 1);
    sum += u;
  }
  CHECK(sum / 10000 == Approx(0.5).margin(0.015));
}

TEST_CASE("normal numbers have the moments of the standard normal") {
  base::Random random(4, "normal");
  double sum = 0, squares = 0, fourths = 0;
  constexpr int n = 40000;
  for (int i = 0; i < n; ++i) {
    const double z = random.normal();
    sum += z;
    squares += z * z;
    fourths += z * z * z * z;
  }
  CHECK(sum / n == Approx(0).margin(0.025));
  CHECK(squares / n == Approx(1).margin(0.036));
  CHECK(fourths / n == Approx(3).margin(0.25));
}

TEST_CASE("a shuffle brings each item to each place equally often") {
  std::array<std::array<int, 4>, 4> counts = {};
  base::Random random(5, "shuffle");
  for (int i = 0; i < 4000; ++i) {
    std::array<std::size_t, 4> items = {0, 1, 2, 3};
    random.shuffle(std::span<std::size_t>(items));
    for (std::size_t place = 0; place < 4; ++place) ++counts[items[place]][place];
  }
  for (const auto& item : counts) {
    for (const int count : item) CHECK(std::abs(count - 1000) < 137);  // five deviations
  }
}

TEST_CASE("a digest is the same for ever") {
  CHECK(base::digest(std::vector<int>{}) == 0xe220a8397b1dcdaf);
  CHECK(base::digest(std::vector<int>{1, 2, 3}) == 0x245134e52fa92f38);
  CHECK(base::digest(std::vector<int>{-1}) == 0x70f44bcca178cf77);
  CHECK(base::digest("sorting") == 0x34e797ab6a919688);
  CHECK(base::digest("sorting", 1) == 0x453f264bd70a3bf1);
}

TEST_CASE("a digest tells order, length and seed apart") {
  const std::vector<std::vector<int>> sequences = {{1, 2}, {2, 1}, {1}, {1, 2, 0}, {0, 1, 2}, {0}};
  std::set<std::uint64_t> digests;
  for (const std::vector<int>& sequence : sequences) {
    digests.insert(base::digest(sequence));
    digests.insert(base::digest(sequence, 1));
  }
  CHECK(digests.size() == 2 * sequences.size());
}

}  // namespace
