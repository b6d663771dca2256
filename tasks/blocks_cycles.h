#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace tasks {

/// A set of vertices, 64 a word.
class VertexSet final {
 public:
  explicit VertexSet(int vertices) : words_(static_cast<std::size_t>(vertices + 63) / 64) {}

  bool has(int vertex) const { return ((word(vertex) >> (vertex % 64)) & 1) != 0; }
  void add(int vertex) { word(vertex) |= bit(vertex); }
  void drop(int vertex) { word(vertex) &= ~bit(vertex); }
  void add(const VertexSet& other);
  void keep(const VertexSet& other);  ///< what is in both
  bool empty() const;
  int size() const;
  int first() const;  ///< the lowest. Promise: not empty
  std::vector<int> members() const;

 private:
  static std::uint64_t bit(int vertex) { return std::uint64_t{1} << (vertex % 64); }
  std::uint64_t& word(int vertex) { return words_[static_cast<std::size_t>(vertex / 64)]; }
  const std::uint64_t& word(int vertex) const {
    return words_[static_cast<std::size_t>(vertex / 64)];
  }

  std::vector<std::uint64_t> words_;
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

/// No set smaller than this breaks every cycle: disjoint cycles and cliques, counted greedily.
int cycles_bound(Digraph graph);

}  // namespace tasks
