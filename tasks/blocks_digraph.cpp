#include <algorithm>
#include <bit>

#include "tasks/blocks_cycles.h"

namespace tasks {

void VertexSet::add(const VertexSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
}

void VertexSet::keep(const VertexSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
}

bool VertexSet::empty() const {
  return std::ranges::all_of(words_, [](std::uint64_t word) { return word == 0; });
}

int VertexSet::size() const {
  int size = 0;
  for (const std::uint64_t word : words_) size += std::popcount(word);
  return size;
}

int VertexSet::first() const {
  std::size_t i = 0;
  while (words_[i] == 0) ++i;
  return static_cast<int>(i) * 64 + std::countr_zero(words_[i]);
}

std::vector<int> VertexSet::members() const {
  std::vector<int> members;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1) {
      members.push_back(static_cast<int>(i) * 64 + std::countr_zero(rest));
    }
  }
  return members;
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
  for (const int v : predecessors(vertex).members()) {
    successors_[static_cast<std::size_t>(v)].drop(vertex);
  }
  for (const int v : successors(vertex).members()) {
    predecessors_[static_cast<std::size_t>(v)].drop(vertex);
  }
  vertices_.drop(vertex);
}

void Digraph::contract(int vertex) {
  for (const int v : predecessors(vertex).members()) {
    successors_[static_cast<std::size_t>(v)].add(successors(vertex));
  }
  for (const int v : successors(vertex).members()) {
    predecessors_[static_cast<std::size_t>(v)].add(predecessors(vertex));
  }
  remove(vertex);
}

void Digraph::keep_only(const VertexSet& vertices) {
  vertices_.keep(vertices);
  for (const int v : vertices_.members()) {
    successors_[static_cast<std::size_t>(v)].keep(vertices);
    predecessors_[static_cast<std::size_t>(v)].keep(vertices);
  }
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
    for (const int w : next[static_cast<std::size_t>(v)].members()) {
      if (!seen.has(w)) open.push_back(w);
      seen.add(w);
    }
  }
  return seen;
}

std::vector<VertexSet> Digraph::components() const {
  std::vector<VertexSet> components;
  VertexSet done(static_cast<int>(successors_.size()));
  for (const int v : vertices_.members()) {
    if (done.has(v)) continue;
    VertexSet component = reached(v, successors_);
    component.keep(reached(v, predecessors_));
    done.add(component);
    components.push_back(std::move(component));
  }
  return components;
}

}  // namespace tasks
