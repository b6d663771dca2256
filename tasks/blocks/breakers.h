#pragma once
#include <functional>
#include <vector>

#include "tasks/blocks/cycles.h"

namespace tasks::blocks {

/// Asked now and then with what is known so far, `at_least` <= the smallest <= `at_most`: whether
/// the search goes on.
using BoundsWatch = std::function<bool(int at_least, int at_most)>;

/// Vertices without which a graph has no cycle, and what is proved of their number.
struct CycleBreakers {
  std::vector<int> taken;  ///< rising
  int at_least = 0;        ///< no set of fewer breaks all cycles

  bool smallest() const { return static_cast<int>(taken.size()) == at_least; }
};

/// A smallest set that breaks all cycles, or the best that was found when `watch` said to stop:
/// what smallest_cycle_breakers finds, for graphs with hundreds of vertices on their cycles. Short
/// cycles are gathered, a smallest set that meets them all is looked for, and cycles that it leaves
/// are added until there are none.
CycleBreakers few_cycle_breakers(const Digraph& graph, const BoundsWatch& watch);

/// A set that breaks all cycles, small but seldom the smallest: a vertex at a time.
std::vector<int> some_cycle_breakers(Digraph graph);

/// Makes a set that breaks all cycles smaller where it can, by simulated annealing over orders of
/// the other vertices (Galinier, Lemamou, Bouzidi 2013), until `goes_on` says no.
std::vector<int> fewer_cycle_breakers(const Digraph& graph, std::vector<int> taken,
                                      const std::function<bool()>& goes_on);

}  // namespace tasks::blocks
