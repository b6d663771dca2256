#include "tasks/allowed.h"

#include <catch2/catch.hpp>
#include <set>

#include "base/error.h"
#include "tasks/catalog/catalog.h"
#include "tasks/lists/sorting.h"

namespace tasks {
namespace {

using Catch::Matchers::Contains;

FragmentChoice pairs_below(int values) {
  FragmentChoice choice;
  choice.possible = *rising_pairs(values);
  choice.tokens = [](Fragment pair) {
    return std::vector<Token>{numbers_of(pair)[0], numbers_of(pair)[1]};
  };
  choice.group = [](Fragment) { return 0; };
  return choice;
}

}  // namespace

TEST_CASE("three numbers come back from the fragment that they made") {
  CHECK(numbers_of(fragment_of(1, 2, 3)) == std::array{1, 2, 3});
  CHECK(numbers_of(fragment_of(2097151, 0, 2097151)) == std::array{2097151, 0, 2097151});
}

TEST_CASE("a share of the fragments is chosen, part of every larger share of its seed") {
  const FragmentChoice choice = pairs_below(20);  // 190 pairs
  const auto small = chosen_fragments({"pair", 0.3, 7}, choice);
  const auto large = chosen_fragments({"pair", 0.7, 7}, choice);
  CHECK(small.size() == 57);
  CHECK(large.size() == 133);
  for (const Fragment one : small) CHECK(large.contains(one));
  CHECK(chosen_fragments({"pair", 0.3, 8}, choice) != small);
  CHECK(chosen_fragments({"pair", 1, 8}, choice).size() == 190);
}

TEST_CASE("every token is in a fragment that is allowed, or the smallest such share is named") {
  const FragmentChoice choice = pairs_below(30);
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    std::set<Token> tokens;
    for (const Fragment one : chosen_fragments({"pair", 0.07, seed}, choice)) {
      for (const Token token : choice.tokens(one)) tokens.insert(token);
    }
    CHECK(tokens.size() == 30);
  }
  CHECK_THROWS_WITH(chosen_fragments({"pair", 0.01, 0}, choice),
                    Contains("share: must be at least 0.0") && Contains("got 0.01"));
}

TEST_CASE("of every group the same share is allowed") {
  FragmentChoice choice = pairs_below(20);
  choice.tokens = [](Fragment) { return std::vector<Token>{}; };
  choice.group = [](Fragment pair) { return numbers_of(pair)[0]; };
  std::map<int, int> of_group;
  for (const Fragment one : chosen_fragments({"pair", 0.5, 1}, choice)) {
    ++of_group[numbers_of(one)[0]];
  }
  for (int first = 0; first < 19; ++first) {
    CHECK(of_group[first] == std::max<std::int64_t>(1, std::llround(0.5 * (19 - first))));
  }
}

TEST_CASE("a rule that there can't be is refused with what there is") {
  const auto task = catalog::make_task(lists::SortingConfig{});
  const auto allowed = [&](std::vector<CoverageRule> rules) {
    return AllowedFragments(*task->fragments(), task->difficulties(), rules);
  };
  CHECK_THROWS_WITH(allowed({{"neighbour", 0.5}}), Contains("did you mean `neighbours`?"));
  CHECK_THROWS_WITH(allowed({{"bigger", 0.5}}), Contains("neighbours, value, copies, question"));
  CHECK_THROWS_WITH(allowed({{"value", 0.5}, {"value", 0.7}}),
                    Contains("value has a rule already"));
  CHECK_THROWS_WITH(allowed({{"value", 0}}), Contains("share: must be in (0, 1], got 0"));
  CHECK_NOTHROW(allowed({{"value", 1}, {"neighbours", 0.5}, {"question", 0.5}}));
}

TEST_CASE("of fragments that are too many to list about the share is allowed") {
  const auto task = catalog::make_task(lists::SortingConfig{.values = 50'000});
  const std::vector<CoverageRule> rules{{"neighbours", 0.3}};
  const AllowedFragments allowed(*task->fragments(), task->difficulties(), rules);
  int count = 0;
  for (int i = 0; i < 10'000; ++i) count += allowed.allows(0, fragment_of(i, 2 * i + 1)) ? 1 : 0;
  CHECK(count > 2850);
  CHECK(count < 3150);
}

}  // namespace tasks
