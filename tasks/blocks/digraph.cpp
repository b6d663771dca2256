#include <algorithm>

#include "tasks/blocks/cycles.h"

namespace tasks::blocks {

void VertexSet::add(const VertexSet& other) {
  for (int i = 0; i < words(); ++i) word(i) |= other.word(i);
}

void VertexSet::keep(const VertexSet& other) {
  for (int i = 0; i < words(); ++i) word(i) &= other.word(i);
}

bool VertexSet::empty() const {
  return low_ == 0 && std::ranges::all_of(more_, [](std::uint64_t word) { return word == 0; });
}

int VertexSet::size() const {
  int size = 0;
  for (int i = 0; i < words(); ++i) size += std::popcount(word(i));
  return size;
}

int VertexSet::first() const {
  int i = 0;
  while (word(i) == 0) ++i;
  return 64 * i + std::countr_zero(word(i));
}

Digraph::Digraph(int vertices)
    : vertices_(vertices),
      successors_(static_cast<std::size_t>(vertices), VertexSet(vertices)),
      predecessors_(successors_) {
  for (int v = 0; v < vertices; ++v) vertices_.add(v);
}

void Digraph::join(int from, int to) {
  successors_[static_cast<std::size_t>(from)].add(to);
  predecessors_[static_cast<std::size_t>(to)].add(from);
}

void Digraph::remove(int vertex) {
  predecessors(vertex).for_each(
      [&](int v) { successors_[static_cast<std::size_t>(v)].drop(vertex); });
  successors(vertex).for_each(
      [&](int v) { predecessors_[static_cast<std::size_t>(v)].drop(vertex); });
  vertices_.drop(vertex);
}

void Digraph::contract(int vertex) {
  predecessors(vertex).for_each(
      [&](int v) { successors_[static_cast<std::size_t>(v)].add(successors(vertex)); });
  successors(vertex).for_each(
      [&](int v) { predecessors_[static_cast<std::size_t>(v)].add(predecessors(vertex)); });
  remove(vertex);
}

void Digraph::keep_only(const VertexSet& vertices) {
  vertices_.keep(vertices);
  vertices_.for_each([&](int v) {
    successors_[static_cast<std::size_t>(v)].keep(vertices);
    predecessors_[static_cast<std::size_t>(v)].keep(vertices);
  });
}

VertexSet Digraph::partners(int v) const {
  VertexSet both = successors(v);
  both.keep(predecessors(v));
  return both;
}

VertexSet Digraph::reached(int from, const std::vector<VertexSet>& next) const {
  VertexSet seen(static_cast<int>(next.size()));
  seen.add(from);
  for (std::vector<int> open{from}; !open.empty();) {
    const int v = open.back();
    open.pop_back();
    next[static_cast<std::size_t>(v)].for_each([&](int w) {
      if (!seen.has(w)) open.push_back(w);
      seen.add(w);
    });
  }
  return seen;
}

std::vector<VertexSet> Digraph::components() const {
  std::vector<VertexSet> components;
  VertexSet done(static_cast<int>(successors_.size()));
  vertices_.for_each([&](int v) {
    if (done.has(v)) return;
    VertexSet component = reached(v, successors_);
    component.keep(reached(v, predecessors_));
    done.add(component);
    components.push_back(std::move(component));
  });
  return components;
}

}  // namespace tasks::blocks
