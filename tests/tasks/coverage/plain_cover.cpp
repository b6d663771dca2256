#include "tests/tasks/coverage/plain_cover.h"

#include <utility>

namespace tests {
namespace {

using Input = std::vector<int>;
constexpr int blank = -1;

/// The input with blanks where bit i of `positions` is not `kept`.
Input part(Input x, unsigned positions, unsigned kept) {
  for (std::size_t i = 0; i < x.size(); ++i) {
    if ((positions >> i & 1U) != kept) x[i] = blank;
  }
  return x;
}

/// For each fragment those that may stand for it.
using Substitutes = std::map<Input, std::set<Input>>;

Substitutes substitutes_at(const std::map<Input, int>& train, unsigned positions, int k) {
  std::map<Input, std::map<Input, int>> labels;  // by context, then fragment
  for (const auto& [x, label] : train) labels[part(x, positions, 0)][part(x, positions, 1)] = label;
  std::map<std::pair<Input, Input>, int> shared;
  std::set<std::pair<Input, Input>> contradicted;
  for (const auto& [context, fragments] : labels) {
    for (const auto& [a, label] : fragments) {
      for (const auto& [b, other] : fragments) {
        if (a == b) continue;
        ++shared[{a, b}];
        if (label != other) contradicted.insert({a, b});
      }
    }
  }
  Substitutes result;
  for (const auto& [pair, contexts] : shared) {
    if (contexts >= k && !contradicted.contains(pair)) result[pair.first].insert(pair.second);
  }
  return result;
}

Input joined(const Input& fragment, Input context) {
  for (std::size_t i = 0; i < context.size(); ++i) {
    if (context[i] == blank) context[i] = fragment[i];
  }
  return context;
}

}  // namespace

std::set<Input> plainly_covered(const std::map<Input, int>& train, int k) {
  std::map<unsigned, Substitutes> substitutes;
  const unsigned everything = (1U << train.begin()->first.size()) - 1;
  for (unsigned set = 1; set < everything; ++set) substitutes[set] = substitutes_at(train, set, k);
  std::set<Input> covered;
  std::vector<Input> open;
  for (const auto& [x, label] : train) open.push_back(x);
  while (!open.empty()) {
    const Input x = open.back();
    open.pop_back();
    if (!covered.insert(x).second) continue;
    for (const auto& [set, of_fragment] : substitutes) {
      const auto found = of_fragment.find(part(x, set, 1));
      if (found == of_fragment.end()) continue;
      for (const Input& other : found->second) open.push_back(joined(other, part(x, set, 0)));
    }
  }
  return covered;
}

}  // namespace tests
