#pragma once
#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace tasks::blocks {

/// A set of vertices. The first 64 are kept in place: small sets take no memory of their own.
class VertexSet final {
 public:
  explicit VertexSet(int vertices)
      : more_(static_cast<std::size_t>(std::max(0, vertices - 1)) / 64) {}

  bool has(int vertex) const { return ((word(vertex / 64) >> (vertex % 64)) & 1) != 0; }
  void add(int vertex) { word(vertex / 64) |= bit(vertex); }
  void drop(int vertex) { word(vertex / 64) &= ~bit(vertex); }
  void add(const VertexSet& other);
  void keep(const VertexSet& other);  ///< what is in both
  bool empty() const;
  int size() const;
  int first() const;  ///< the lowest. Promise: not empty

  /// Calls `visit` with each member, rising. Promise: the set does not change meanwhile.
  template <typename Visit>
  void for_each(const Visit& visit) const {
    for (int i = 0; i < words(); ++i) {
      for (std::uint64_t rest = word(i); rest != 0; rest &= rest - 1) {
        visit(64 * i + std::countr_zero(rest));
      }
    }
  }

 private:
  static std::uint64_t bit(int vertex) { return std::uint64_t{1} << (vertex % 64); }
  int words() const { return 1 + static_cast<int>(more_.size()); }
  std::uint64_t& word(int i) { return i == 0 ? low_ : more_[static_cast<std::size_t>(i) - 1]; }
  const std::uint64_t& word(int i) const {
    return i == 0 ? low_ : more_[static_cast<std::size_t>(i) - 1];
  }

  std::uint64_t low_ = 0;
  std::vector<std::uint64_t> more_;
};

/// A directed graph that shrinks: vertices are removed, or contracted, which keeps every cycle
/// through them by joining each predecessor to each successor.
class Digraph final {
 public:
  explicit Digraph(int vertices);

  void join(int from, int to);
  void remove(int vertex);
  void contract(int vertex);
  void keep_only(const VertexSet& vertices);

  int capacity() const { return static_cast<int>(successors_.size()); }  ///< vertices at first
  bool joined(int from, int to) const { return successors(from).has(to); }
  const VertexSet& vertices() const { return vertices_; }
  const VertexSet& successors(int v) const { return successors_[static_cast<std::size_t>(v)]; }
  const VertexSet& predecessors(int v) const { return predecessors_[static_cast<std::size_t>(v)]; }
  VertexSet partners(int v) const;  ///< joined with v both ways: cycles of length two

  /// The strongly connected components, each one's lowest vertex rising.
  std::vector<VertexSet> components() const;

 private:
  VertexSet reached(int from, const std::vector<VertexSet>& next) const;

  VertexSet vertices_;
  std::vector<VertexSet> successors_, predecessors_;
};

/// A smallest set of vertices without which the graph has no cycle (minimum feedback vertex set;
/// NP-hard). Iterative deepening on the number of vertices taken: a vertex is taken or spared
/// (contracted); where the bound of `cycles_bound` says no, it turns back.
std::vector<int> smallest_cycle_breakers(const Digraph& graph);

/// Takes what is in a smallest set for sure, and drops or contracts what never changes its size,
/// until there is none: a graph without cycles becomes empty.
void reduce(Digraph& graph, std::vector<int>& taken);

/// The vertex on most cycles of two, then with most paths through it: either choice tells most.
int most_entangled(const Digraph& graph);

/// No set smaller than this breaks every cycle: disjoint cycles and cliques, counted greedily.
int cycles_bound(Digraph graph);

}  // namespace tasks::blocks
