#include "tasks/blocks/cycles.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace tasks::blocks {
namespace {

using Taken = std::vector<int>;

/// What never changes the size of the smallest set, on one vertex: a vertex on a cycle of its own
/// is taken; one no cycle can pass goes; one with a single neighbour before or after it is
/// contracted, for that neighbour is on all of its cycles. Returns whether something was done.
bool reduce(int v, Digraph& graph, Taken& taken) {
  if (graph.joined(v, v)) {
    taken.push_back(v);
    graph.remove(v);
    return true;
  }
  const int before = graph.predecessors(v).size(), after = graph.successors(v).size();
  if (before == 0 || after == 0) {
    graph.remove(v);
  } else if (before == 1 || after == 1) {
    graph.contract(v);
  } else {
    return false;
  }
  return true;
}

/// v and partners of it that are all partners of each other: all but one must be taken.
Taken clique_of(int v, const Digraph& graph) {
  Taken clique{v};
  VertexSet open = graph.partners(v);
  while (!open.empty()) {
    clique.push_back(open.first());
    open.keep(graph.partners(open.first()));
  }
  return clique;
}

/// A shortest cycle through v, or none if it is on no cycle.
Taken shortest_cycle_of(int v, const Digraph& graph) {
  std::vector<int> parent(static_cast<std::size_t>(graph.capacity()), -1);
  Taken queue{v}, cycle;
  for (std::size_t head = 0; head < queue.size() && cycle.empty(); ++head) {
    const int from = queue[head];
    if (graph.joined(from, v)) {
      for (int w = from; w != -1; w = parent[static_cast<std::size_t>(w)]) cycle.push_back(w);
    }
    graph.successors(from).for_each([&](int next) {
      if (std::ranges::find(queue, next) != queue.end()) return;
      parent[static_cast<std::size_t>(next)] = from;
      queue.push_back(next);
    });
  }
  return cycle;
}

/// Vertices of which all but one (a clique), or one (a cycle) must be taken; none: no cycles left.
struct Obligation {
  Taken vertices;
  int least = 0;
};

Obligation obligation_in(const Digraph& graph) {
  Obligation best;
  graph.vertices().for_each([&](int v) {
    const Taken clique = clique_of(v, graph);
    const int least = static_cast<int>(clique.size()) - 1;
    if (least > best.least) best = {clique, least};
  });
  if (best.least > 0) return best;
  graph.vertices().for_each([&](int v) {
    const Taken cycle = shortest_cycle_of(v, graph);
    const bool shorter = best.least == 0 || cycle.size() < best.vertices.size();
    if (!cycle.empty() && shorter) best = {cycle, 1};
  });
  return best;
}

std::optional<Taken> taken_within(Digraph graph, int limit);

/// The smallest set of one component, if it has at most `limit` vertices.
std::optional<Taken> smallest_within(const Digraph& graph, int limit) {
  for (int size = cycles_bound(graph); size <= limit; ++size) {
    if (auto taken = taken_within(graph, size)) return taken;
  }
  return std::nullopt;
}

/// The components one by one: each may use what the bounds of those to come leave.
std::optional<Taken> apart(const Digraph& graph, const std::vector<VertexSet>& components,
                           int limit) {
  std::vector<std::pair<int, Digraph>> parts;
  for (const VertexSet& component : components) {
    if (component.size() == 1) continue;  // reduced: on no cycle of its own
    Digraph part = graph;
    part.keep_only(component);
    const int bound = cycles_bound(part);
    limit -= bound;
    parts.emplace_back(bound, std::move(part));
  }
  Taken all;
  for (const auto& [bound, part] : parts) {
    const auto taken = limit < 0 ? std::nullopt : smallest_within(part, limit + bound);
    if (!taken) return std::nullopt;
    limit -= static_cast<int>(taken->size()) - bound;
    all.insert(all.end(), taken->begin(), taken->end());
  }
  return all;
}

/// Any set of at most `limit` vertices that breaks all cycles.
std::optional<Taken> taken_within(Digraph graph, int limit) {
  Taken taken;
  reduce(graph, taken);
  limit -= static_cast<int>(taken.size());
  const auto with = [&](std::optional<Taken> rest) {
    if (rest) rest->insert(rest->end(), taken.begin(), taken.end());
    return rest;
  };
  if (limit < 0) return std::nullopt;
  if (graph.vertices().empty()) return taken;
  if (cycles_bound(graph) > limit) return std::nullopt;
  const std::vector<VertexSet> components = graph.components();
  if (components.size() > 1) return with(apart(graph, components, limit));

  const int v = most_entangled(graph);
  Digraph spared = graph;
  spared.contract(v);
  if (auto rest = taken_within(std::move(spared), limit)) return with(std::move(rest));
  graph.remove(v);
  taken.push_back(v);
  return with(taken_within(std::move(graph), limit - 1));
}

}  // namespace

void reduce(Digraph& graph, std::vector<int>& taken) {
  for (bool changed = true; changed;) {
    changed = false;
    const VertexSet vertices = graph.vertices();
    vertices.for_each([&](int v) { changed |= reduce(v, graph, taken); });
  }
}

int most_entangled(const Digraph& graph) {
  std::tuple best{-1, -1, -1};  // partners, paths, the vertex
  graph.vertices().for_each([&](int v) {
    const int partners = graph.partners(v).size();
    const int paths = graph.predecessors(v).size() * graph.successors(v).size();
    if (std::pair(partners, paths) > std::pair(std::get<0>(best), std::get<1>(best))) {
      best = {partners, paths, v};
    }
  });
  return std::get<2>(best);
}

int cycles_bound(Digraph graph) {
  Taken taken;
  int bound = 0;
  while (true) {
    reduce(graph, taken);
    const Obligation next = obligation_in(graph);
    if (next.least == 0) return bound + static_cast<int>(taken.size());
    bound += next.least;
    for (const int v : next.vertices) graph.remove(v);
  }
}

std::vector<int> smallest_cycle_breakers(const Digraph& graph) {
  std::optional<Taken> taken = smallest_within(graph, graph.vertices().size());
  std::ranges::sort(*taken);
  return *taken;
}

}  // namespace tasks::blocks
