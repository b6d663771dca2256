#include "tasks/blocks/breakers.h"

#include <catch2/catch.hpp>

#include "base/random.h"
#include "tasks/blocks/random.h"
#include "tasks/blocks/solver.h"

namespace tasks::blocks {
namespace {

bool on_and_on(int, int) { return true; }

/// Edges drawn at random, `edges` of them.
Digraph drawn(int vertices, int edges, base::Random& random) {
  Digraph graph(vertices);
  for (int i = 0; i < edges; ++i) {
    graph.join(static_cast<int>(random.below(vertices)), static_cast<int>(random.below(vertices)));
  }
  return graph;
}

/// Whether a cycle is left, by taking away what nothing precedes.
bool breaks_all_cycles(const Digraph& graph, const std::vector<int>& taken) {
  std::vector<bool> gone(static_cast<std::size_t>(graph.capacity()));
  for (const int v : taken) gone[static_cast<std::size_t>(v)] = true;
  for (bool changed = true; changed;) {
    changed = false;
    for (int v = 0; v < graph.capacity(); ++v) {
      if (gone[static_cast<std::size_t>(v)]) continue;
      bool free = true;
      graph.predecessors(v).for_each(
          [&](int u) { free = free && gone[static_cast<std::size_t>(u)]; });
      if (free) gone[static_cast<std::size_t>(v)] = changed = true;
    }
  }
  return std::ranges::count(gone, false) == 0;
}

/// The size of a smallest set, by trying all.
int smallest_size(const Digraph& graph) {
  const int n = graph.capacity();
  int best = n;
  for (unsigned choice = 0; choice < 1u << n; ++choice) {
    if (std::popcount(choice) >= best) continue;
    std::vector<int> taken;
    for (int v = 0; v < n; ++v) {
      if ((choice >> v & 1) != 0) taken.push_back(v);
    }
    if (breaks_all_cycles(graph, taken)) best = std::popcount(choice);
  }
  return best;
}

TEST_CASE("the sets that break all cycles of small graphs are the smallest of all sets") {
  for (std::uint64_t i = 0; i < 300; ++i) {
    base::Random random(1, "small graphs", i);
    const Digraph graph = drawn(9, 5 + static_cast<int>(random.below(40)), random);
    const CycleBreakers found = few_cycle_breakers(graph, on_and_on);
    REQUIRE(breaks_all_cycles(graph, found.taken));
    REQUIRE(found.smallest());
    REQUIRE(static_cast<int>(found.taken.size()) == smallest_size(graph));
  }
}

TEST_CASE("two methods agree on how few vertices break all cycles") {
  for (std::uint64_t i = 0; i < 60; ++i) {
    base::Random random(1, "graphs", i);
    const Digraph graph = drawn(40, 60 + static_cast<int>(random.below(150)), random);
    const CycleBreakers found = few_cycle_breakers(graph, on_and_on);
    REQUIRE(breaks_all_cycles(graph, found.taken));
    REQUIRE(found.smallest());
    REQUIRE(found.taken.size() == smallest_cycle_breakers(graph).size());
  }
}

TEST_CASE("two methods agree on the deadlocks of a hundred blocks") {
  for (std::uint64_t i = 0; i < 20; ++i) {
    base::Random random(1, "a hundred blocks", i);
    const int towers = 5 + static_cast<int>(random.below(20));
    const BlocksState start = random_towers(100, towers, random);
    const BlocksGoal goal = facts_of(random_towers(100, towers, random));
    const BlocksNeeds needs = blocks_needs(start, goal);
    const CycleBreakers found = few_cycle_breakers(needs.before, on_and_on);
    REQUIRE(found.smallest());
    REQUIRE(found.taken.size() == smallest_cycle_breakers(needs.before).size());
  }
}

TEST_CASE("a search that is stopped has a set that works and a bound that holds") {
  for (std::uint64_t i = 0; i < 10; ++i) {
    base::Random random(1, "stopped", i);
    const Digraph graph = drawn(60, 300, random);
    const int smallest = static_cast<int>(few_cycle_breakers(graph, on_and_on).taken.size());
    for (int most : {0, 1, 2, 10, 50, 200}) {
      int last_bound = 0;
      const CycleBreakers found = few_cycle_breakers(graph, [&](int at_least, int at_most) {
        CHECK(last_bound <= at_least);
        CHECK(at_least <= smallest);
        CHECK(smallest <= at_most);
        last_bound = at_least;
        return most-- > 0;
      });
      CHECK(breaks_all_cycles(graph, found.taken));
      CHECK(found.at_least <= smallest);
      CHECK(static_cast<int>(found.taken.size()) >= smallest);
    }
  }
}

}  // namespace
}  // namespace tasks::blocks
