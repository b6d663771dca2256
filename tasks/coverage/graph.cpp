#include "tasks/coverage/graph.h"

#include <algorithm>
#include <tuple>

namespace tasks::coverage {
namespace {

std::vector<std::int64_t> codes_of(const std::vector<LabelledInput>& items,
                                   const InputCodes& codes) {
  std::vector<std::int64_t> result;
  result.reserve(items.size());
  for (const LabelledInput& item : items) result.push_back(codes.code(item.x));
  return result;
}

/// Of each of `asked`: whether it is in a component with one of `train`.
std::vector<char> joined_to(const std::vector<std::int64_t>& train,
                            const std::vector<std::int64_t>& asked, Components& components) {
  std::vector<std::int64_t> roots;
  for (const std::int64_t vertex : train) roots.push_back(components.root(vertex));
  std::ranges::sort(roots);
  std::vector<char> result;
  for (const std::int64_t vertex : asked) {
    result.push_back(std::ranges::binary_search(roots, components.root(vertex)) ? 1 : 0);
  }
  return result;
}

std::vector<std::int64_t> range(std::int64_t from, std::int64_t to) {
  std::vector<std::int64_t> result;
  for (std::int64_t i = from; i < to; ++i) result.push_back(i);
  return result;
}

}  // namespace

DirectGraph::DirectGraph(const FiniteFunction& function, const InputCodes& codes,
                         const std::vector<IndexSet>& sets)
    : train_(codes_of(function.train, codes)),
      held_out_(codes_of(function.held_out, codes)),
      components_(codes.inputs()) {
  for (const IndexSet set : sets) contexts_of_[set] = codes.fragments(codes.complement(set));
}

void DirectGraph::substitute(const FragmentPair& pair) {
  for (const std::int64_t context : contexts_of_.at(pair.set)) {
    components_.join(pair.first + context, pair.second + context);
  }
}

std::vector<char> DirectGraph::covered() { return joined_to(train_, held_out_, components_); }

MergedGraph::MergedGraph(const FiniteFunction& function, const InputCodes& codes,
                         const std::vector<IndexSet>& sets)
    : train_(std::ssize(function.train)),
      held_out_(std::ssize(function.held_out)),
      components_(train_ + held_out_) {
  for (const IndexSet set : sets) classes_of_.emplace(set, classes_at(function, codes, set));
}

std::int64_t MergedGraph::Classes::place(std::int64_t fragment) const {
  return std::ranges::lower_bound(fragments, fragment) - fragments.begin();
}

MergedGraph::Classes MergedGraph::classes_at(const FiniteFunction& function,
                                             const InputCodes& codes, IndexSet set) {
  std::vector<std::pair<std::int64_t, Member>> sightings;  // by fragment
  for (const auto* items : {&function.train, &function.held_out}) {
    for (const LabelledInput& item : *items) {
      const std::int64_t context = codes.fragment(item.x, codes.complement(set));
      const auto vertex = std::ssize(sightings);
      sightings.push_back({codes.fragment(item.x, set), {context, item.label, vertex}});
    }
  }
  std::ranges::sort(sightings, {}, [](const auto& sighting) {
    return std::pair(sighting.first, sighting.second.context);  // each pair once: no input is twice
  });
  Classes classes{{}, Components(0), {}};
  for (const auto& [fragment, member] : sightings) {
    if (classes.fragments.empty() || classes.fragments.back() != fragment) {
      classes.fragments.push_back(fragment);
      classes.members.emplace_back();
    }
    classes.members.back().push_back(member);
  }
  classes.merged = Components(std::ssize(classes.fragments));
  return classes;
}

std::vector<MergedGraph::Member> MergedGraph::joined(const std::vector<Member>& a,
                                                     const std::vector<Member>& b) {
  const auto bucket = [](const Member& member) { return std::pair(member.context, member.label); };
  std::vector<Member> sorted, result;
  std::ranges::merge(a, b, std::back_inserter(sorted), {}, bucket, bucket);
  for (const Member& member : sorted) {
    if (result.empty() || bucket(result.back()) != bucket(member)) {
      result.push_back(member);
    } else {
      components_.join(result.back().vertex, member.vertex);
    }
  }
  return result;
}

void MergedGraph::substitute(const FragmentPair& pair) {
  Classes& classes = classes_of_.at(pair.set);
  const std::int64_t first = classes.merged.root(classes.place(pair.first));
  const std::int64_t second = classes.merged.root(classes.place(pair.second));
  if (first == second) return;
  std::vector<Member>& of_first = classes.members[static_cast<std::size_t>(first)];
  std::vector<Member>& of_second = classes.members[static_cast<std::size_t>(second)];
  std::vector<Member> both = joined(of_first, of_second);
  of_first.clear();
  of_second.clear();
  classes.members[static_cast<std::size_t>(classes.merged.join(first, second))] = std::move(both);
}

std::vector<char> MergedGraph::covered() {
  return joined_to(range(0, train_), range(train_, train_ + held_out_), components_);
}

}  // namespace tasks::coverage
