#include "tasks/blocks/breakers.h"

#include <algorithm>
#include <optional>

#include "base/random.h"
#include "tasks/sat/fewest.h"

namespace tasks::blocks {
namespace {

constexpr int most_triangles = 30'000;  // of which it is told before it asks
constexpr int most_bounded = 600;       // vertices; beyond, cycles_bound takes seconds
constexpr int cycle_rounds = 4;         // disjoint cycles, in another order each time

std::size_t at(int vertex) { return static_cast<std::size_t>(vertex); }

Digraph without(const Digraph& graph, const std::vector<int>& taken) {
  VertexSet rest = graph.vertices();
  for (const int v : taken) rest.drop(v);
  Digraph left = graph;
  left.keep_only(rest);
  return left;
}

/// How many partners each vertex has among those that are `free`.
std::vector<int> partner_counts(const Digraph& graph, const VertexSet& free) {
  std::vector<int> counts(at(graph.capacity()));
  free.for_each([&](int v) {
    VertexSet partners = graph.partners(v);
    partners.keep(free);
    counts[at(v)] = partners.size();
  });
  return counts;
}

/// Divides the vertices into cliques of partners: the vertex with fewest first, with those of its
/// partners that have fewest.
void take_cliques(const Digraph& graph, sat::FewestTaken& fewest) {
  VertexSet free = graph.vertices();
  while (!free.empty()) {
    const std::vector<int> counts = partner_counts(graph, free);
    const auto least = [&](const VertexSet& vertices) {
      int best = vertices.first();
      vertices.for_each([&](int v) {
        if (counts[at(v)] < counts[at(best)]) best = v;
      });
      return best;
    };
    std::vector<int> clique;
    for (VertexSet open = free; !open.empty(); open.keep(graph.partners(clique.back()))) {
      clique.push_back(least(open));
    }
    for (const int v : clique) free.drop(v);
    if (clique.size() > 1) fewest.take_all_but_one(clique);
  }
}

/// All cycles of two vertices, and those of three that hold none of two.
void add_short_cycles(const Digraph& graph, sat::FewestTaken& fewest) {
  int triangles = 0;
  graph.vertices().for_each([&](int a) {
    const VertexSet partners = graph.partners(a);
    partners.for_each([&](int b) {
      if (a < b) fewest.add_clause(std::vector{a, b});
    });
    graph.successors(a).for_each([&](int b) {
      if (b < a || partners.has(b) || triangles >= most_triangles) return;
      VertexSet third = graph.successors(b);
      third.keep(graph.predecessors(a));
      third.for_each([&](int c) {
        if (c < a || graph.joined(c, b) || graph.joined(a, c)) return;
        ++triangles;
        fewest.add_clause(std::vector{a, b, c});
      });
    });
  });
}

/// A shortest cycle through v; none: empty.
std::vector<int> shortest_cycle(int v, const Digraph& graph) {
  std::vector<int> parent(at(graph.capacity()), -1), queue{v};
  VertexSet seen(graph.capacity());
  for (std::size_t head = 0; head < queue.size(); ++head) {
    const int from = queue[head];
    if (graph.joined(from, v)) {
      std::vector<int> cycle;
      for (int w = from; w != -1; w = parent[at(w)]) cycle.push_back(w);
      return cycle;
    }
    graph.successors(from).for_each([&](int next) {
      if (seen.has(next)) return;
      seen.add(next);
      parent[at(next)] = from;
      queue.push_back(next);
    });
  }
  return {};
}

/// Adds cycles that `taken` leaves, no two of a round with a vertex in common. False: none is left.
bool add_cycles_left(const Digraph& graph, const std::vector<int>& taken, std::uint64_t call,
                     sat::FewestTaken& fewest) {
  const Digraph left = without(graph, taken);
  std::vector<int> vertices;
  left.vertices().for_each([&](int v) { vertices.push_back(v); });
  base::Random random(1, "order of cycles", call);
  bool found = false;
  for (int round = 0; round < cycle_rounds; ++round) {
    random.shuffle(std::span(vertices));
    Digraph rest = left;
    for (const int v : vertices) {
      if (!rest.vertices().has(v)) continue;
      const std::vector<int> cycle = shortest_cycle(v, rest);
      if (cycle.empty()) rest.remove(v);
      if (!cycle.empty()) fewest.add_clause(cycle);
      for (const int w : cycle) rest.remove(w);
      found = found || !cycle.empty();
    }
    if (!found) return false;
  }
  return true;
}

/// Of a graph without what reduce() takes away.
CycleBreakers fewest_of_reduced(const Digraph& graph, const BoundsWatch& watch) {
  const bool small = graph.vertices().size() <= most_bounded;
  CycleBreakers best{some_cycle_breakers(graph), small ? cycles_bound(graph) : 0};
  const auto goes_on = [&](int at_least) {
    best.at_least = std::max(best.at_least, at_least);
    return watch(best.at_least, static_cast<int>(best.taken.size()));
  };
  if (best.smallest() || !goes_on(0)) return best;
  best.taken = fewer_cycle_breakers(graph, best.taken, [&] { return goes_on(0); });
  if (best.smallest() || !goes_on(0)) return best;
  sat::FewestTaken fewest(graph.capacity());
  take_cliques(graph, fewest);
  add_short_cycles(graph, fewest);
  const sat::Limit limit{.goes_on = [&] { return goes_on(fewest.at_least()); }};
  for (std::uint64_t call = 0; !best.smallest(); ++call) {
    if (fewest.solve(limit) == sat::Answer::stopped) break;
    best.at_least = std::max(best.at_least, fewest.at_least());
    if (!add_cycles_left(graph, fewest.taken(), call, fewest)) best.taken = fewest.taken();
  }
  return best;
}

}  // namespace

std::vector<int> some_cycle_breakers(Digraph graph) {
  std::vector<int> taken;
  const Digraph whole = graph;
  for (reduce(graph, taken); !graph.vertices().empty(); reduce(graph, taken)) {
    const int v = most_entangled(graph);
    graph.remove(v);
    taken.push_back(v);
  }
  // What is not needed beside the others is put back, the first taken last.
  for (std::size_t i = taken.size(); i-- > 0;) {
    std::vector<int> fewer = taken;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    if (shortest_cycle(taken[i], without(whole, fewer)).empty()) taken = std::move(fewer);
  }
  return taken;
}

CycleBreakers few_cycle_breakers(const Digraph& graph, const BoundsWatch& watch) {
  Digraph rest = graph;
  std::vector<int> taken;
  reduce(rest, taken);
  const int sure = static_cast<int>(taken.size());
  CycleBreakers found = fewest_of_reduced(
      rest, [&](int at_least, int at_most) { return watch(sure + at_least, sure + at_most); });
  found.at_least += sure;
  found.taken.insert(found.taken.end(), taken.begin(), taken.end());
  std::ranges::sort(found.taken);
  return found;
}

}  // namespace tasks::blocks
