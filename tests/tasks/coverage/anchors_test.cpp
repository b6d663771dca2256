#include <catch2/catch.hpp>
#include <map>

#include "tasks/coverage/coverage.h"
#include "tests/tasks/coverage/two_hop_world.h"

namespace {

/// Of all held-out inputs of the world, the share whose cutoff is at least k, k = 1 .. 4.
std::vector<double> covered_shares(std::int64_t train, std::uint64_t seed) {
  const tasks::FiniteFunction data = tests::two_hop_world(20, train, seed);
  const auto cutoffs =
      tasks::coverage::k_cutoffs(data, {.reading = tasks::coverage::CoverageReading::merged,
                                        .equivalences = tasks::coverage::Equivalences::true_only,
                                        .index_sets = {tasks::coverage::index_set({1, 2})}});
  std::vector<double> shares;
  for (int k = 1; k <= 4; ++k) {
    const auto covered = std::ranges::count_if(cutoffs, [k](int cutoff) { return cutoff >= k; });
    shares.push_back(static_cast<double>(covered) / static_cast<double>(cutoffs.size()));
  }
  return shares;
}

/// The training inputs with which 99 % of the held-out ones are k-covered, to the nearest 16.
double inputs_needed(std::size_t k, std::uint64_t seed,
                     std::map<std::int64_t, std::vector<double>>& known) {
  std::int64_t low = 512, high = 3584;
  while (high - low > 16) {
    const std::int64_t middle = (low + high) / 2;
    if (!known.contains(middle)) known[middle] = covered_shares(middle, seed);
    (known[middle].at(k - 1) < 0.99 ? low : high) = middle;
  }
  return static_cast<double>(low + high) / 2;
}

}  // namespace

TEST_CASE("two hops over 20 values need as many inputs as the published rule counts") {
  // N at which 99 % of held-out inputs are k-covered, k = 1 .. 4: means of 60 worlds, counted by a
  // program of its own.
  const double anchors[] = {920, 1717, 2125, 2501};
  constexpr int worlds = 20;
  double sums[4]{};
  for (std::uint64_t seed = 0; seed < worlds; ++seed) {
    std::map<std::int64_t, std::vector<double>> known;
    for (std::size_t k = 1; k <= 4; ++k) sums[k - 1] += inputs_needed(k, seed, known);
  }
  for (std::size_t k = 0; k < 4; ++k) CHECK(sums[k] / worlds == Approx(anchors[k]).epsilon(0.05));
}
