#include "tasks/coverage/pool.h"

#include <catch2/catch.hpp>

#include "base/error.h"

TEST_CASE("a held-out pool holds as many items of each cutoff as were asked for") {
  const std::vector<int> cutoffs{0, 3, 1, 1, 0, 1, 3, 0, 0, 1};
  base::Random random(1, "held out");
  const auto chosen = tasks::coverage::chosen_by_cutoff(cutoffs, {{0, 3}, {1, 2}}, random);
  std::vector<int> of_chosen;
  for (const std::size_t i : chosen) of_chosen.push_back(cutoffs.at(i));
  CHECK(std::ranges::is_sorted(chosen));
  CHECK(tasks::coverage::cutoff_histogram(of_chosen) ==
        std::map<int, std::int64_t>{{0, 3}, {1, 2}});
  CHECK(tasks::coverage::cutoff_histogram(cutoffs).at(3) == 2);
}

TEST_CASE("every item of a cutoff has its chance of being chosen") {
  const std::vector<int> cutoffs(5, 2);
  std::map<std::size_t, int> times;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    base::Random random(seed, "held out");
    ++times[tasks::coverage::chosen_by_cutoff(cutoffs, {{2, 1}}, random).at(0)];
  }
  CHECK(times.size() == 5);
}

TEST_CASE("too few items of a cutoff are an error that names it") {
  base::Random random(1, "held out");
  CHECK_THROWS_WITH(tasks::coverage::chosen_by_cutoff(std::vector{1, 1}, {{1, 2}, {4, 1}}, random),
                    "coverage: k-cutoff 4: must have 1 items, found 0");
}
