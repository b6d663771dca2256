#include "tasks/blocks/random.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "base/error.h"
#include "tests/tasks/blocks/search.h"

namespace tasks::blocks {
namespace {

std::string decimal(const Natural& number) {
  std::vector<std::uint32_t> rest = number.digits;
  std::string text;
  while (!rest.empty()) {
    std::uint64_t remainder = 0;
    for (auto digit = rest.rbegin(); digit != rest.rend(); ++digit) {
      const std::uint64_t part = (remainder << 32) | *digit;
      *digit = static_cast<std::uint32_t>(part / 10);
      remainder = part % 10;
    }
    if (rest.back() == 0) rest.pop_back();
    text.push_back(static_cast<char>('0' + remainder));
  }
  std::ranges::reverse(text);
  return text.empty() ? "0" : text;
}

/// States by the recurrence of Slaney and Thiebaux: f blocks float, g towers are grounded.
std::vector<std::vector<std::uint64_t>> ways(int blocks) {
  const auto n = static_cast<std::size_t>(blocks);
  std::vector<std::vector<std::uint64_t>> g(n + 1, std::vector<std::uint64_t>(n + 2, 1));
  for (std::size_t f = 0; f < n; ++f) {
    for (std::size_t k = 0; k + f < n; ++k) g[f + 1][k] = (f + k) * g[f][k] + g[f][k + 1];
  }
  return g;
}

TEST_CASE("states are counted as the recurrence counts them, as far as that fits 64 bits") {
  CHECK(decimal(BlocksSampler(5).states()) == "501");
  const auto g = ways(19);
  for (int blocks = 1; blocks <= 19; ++blocks) {
    CHECK(decimal(BlocksSampler(blocks).states()) ==
          std::to_string(g[static_cast<std::size_t>(blocks)][0]));
  }
}

TEST_CASE("states are counted as they are enumerated") {
  for (int blocks = 1; blocks <= 6; ++blocks) {
    const auto all =
        tests::brute_force(tests::Supports(static_cast<std::size_t>(blocks), on_table));
    CHECK(decimal(BlocksSampler(blocks).states()) == std::to_string(all.size()));
  }
}

TEST_CASE("no count overflows: a(n) = (2n - 1) a(n-1) - (n-1)(n-2) a(n-2) to the largest n") {
  Natural before{{1}}, now{{1}};  // a(0), a(1)
  for (int n = 2; n <= 60; ++n) {
    const auto m = static_cast<std::uint64_t>(n);
    const Natural wanted = now.scaled(2 * m - 1, 1);
    const Natural next = BlocksSampler(n).states();
    CHECK(decimal(next.plus(before.scaled((m - 1) * (m - 2), 1))) == decimal(wanted));
    before = now;
    now = next;
  }
  CHECK(decimal(BlocksSampler(BlocksSampler::max_blocks).states()).size() > 2567);  // > 1000!
}

TEST_CASE("all 73 states of four blocks are drawn alike") {
  const BlocksSampler sampler(4);
  std::map<std::vector<Block>, int> counts;
  const int draws = 73 * 1000;
  base::Random random(1, "uniform");
  for (int i = 0; i < draws; ++i) ++counts[sampler.draw(random).support];
  CHECK(counts.size() == 73);
  double chi_squared = 0;  // 72 degrees of freedom: above 129 once in 50,000
  for (const auto& [state, count] : counts) chi_squared += (count - 1000.) * (count - 1000.) / 1000;
  CHECK(chi_squared < 129);
}

TEST_CASE("towers are as many as asked for, and any number of blocks makes a state") {
  base::Random random(1, "towers");
  for (const int blocks : {1, 2, 35, BlocksSampler::max_blocks}) {
    const BlocksState state = BlocksSampler(blocks).draw(random);
    CHECK(state.size() == blocks);
    for (const int towers : {1, (blocks + 1) / 2, blocks}) {
      CHECK(std::ranges::count(random_towers(blocks, towers, random).support, on_table) == towers);
    }
  }
  CHECK_THROWS_WITH(BlocksSampler(0), "blocks: must be 1 to 1000, got 0");
  CHECK_THROWS_WITH(random_towers(3, 4, random), "towers: must be 1 to 3, got 4");
}

}  // namespace
}  // namespace tasks::blocks
