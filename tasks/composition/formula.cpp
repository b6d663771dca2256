#include "tasks/composition/formula.h"

#include <array>

#include "base/error.h"
#include "base/random.h"

namespace tasks::composition {
namespace {

constexpr int first_call = -1, second_call = -2;

CallPlan chain(int hops) {
  base::require(2 <= hops && hops <= 8, "hops: must be in 2..8, got ", hops);
  CallPlan plan{hops + 1, hops, {{0, {0, 1}}}};
  for (int hop = 1; hop < hops; ++hop) plan.calls.push_back({hop, {-hop, hop + 1}});
  return plan;
}

CallPlan separate(CompositionFormula formula, int hops) {
  switch (formula) {
    case CompositionFormula::two_hop:
      return chain(2);
    case CompositionFormula::parallel_two_hop:
      return {4, 2, {{0, {0, 1}}, {1, {2, 3}}, {2, {first_call, second_call}}}};
    case CompositionFormula::three_hop:
      return chain(3);
    case CompositionFormula::chain:
      return chain(hops);
    case CompositionFormula::non_tree:
      break;
  }
  return {3, 2, {{0, {0, 1}}, {1, {first_call, 1, 2}}}};
}

}  // namespace

std::string_view name(CompositionFormula formula) {
  return names_of(formula)[static_cast<std::size_t>(formula)];
}

std::uint64_t key_of(const CallPlan& plan) {
  std::uint64_t key = static_cast<std::uint64_t>(plan.inputs);
  for (const Call& call : plan.calls) {
    std::vector<int> parts{call.table};
    parts.insert(parts.end(), call.operands.begin(), call.operands.end());
    key = base::digest(std::span<const int>(parts), key);
  }
  return key;
}

CallPlan plan_of(CompositionFormula formula, int hops, Operators operators) {
  CallPlan plan = separate(formula, hops);
  if (operators == Operators::separate) return plan;
  base::require(formula != CompositionFormula::non_tree,
                "operators: the functions of non_tree take two and three arguments and cannot be "
                "shared");
  for (Call& call : plan.calls) call.table = 0;
  return plan;
}

}  // namespace tasks::composition
