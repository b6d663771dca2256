#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tasks::composition {

/// How random functions over n entities are put together. (Chang et al. 2025, 2505.20278.)
enum class CompositionFormula {
  two_hop,           ///< f2(f1(x1, x2), x3)
  parallel_two_hop,  ///< f3(f1(x1, x2), f2(x3, x4))
  three_hop,         ///< f3(f2(f1(x1, x2), x3), x4)
  chain,             ///< the same with any number of hops
  non_tree,          ///< f2(f1(x1, x2), x2, x3): x2 reaches the answer on two paths
};
/// In order; specs write them in capitals.
constexpr auto names_of(CompositionFormula) {
  return std::to_array<std::string_view>(
      {"two_hop", "parallel_two_hop", "three_hop", "chain", "non_tree"});
}

/// Whether the functions of a formula are drawn one by one or are one and the same.
enum class Operators { separate, shared };
/// In order; specs write them in capitals.
constexpr auto names_of(Operators) {
  return std::to_array<std::string_view>({"separate", "shared"});
}

std::string_view name(CompositionFormula formula);

/// One application of a function: operand 0, 1, ... is an input, -1, -2, ... the result of the
/// first, second, ... call.
struct Call {
  int table = 0;  ///< the function: its place in CompositionWorld::tables
  std::vector<int> operands;
};

/// Calls in the order they can be made in; the last gives the answer, the others the bridges.
struct CallPlan {
  int inputs = 0;  ///< x1 .. x_inputs
  int hops = 0;    ///< calls on the longest path: the difficulty
  std::vector<Call> calls;
  int bridges() const { return static_cast<int>(calls.size()) - 1; }
};

/// A digest: equal for plans that are the same, however they are called.
std::uint64_t key_of(const CallPlan& plan);

/// `hops` is read for a chain only. Throws base::Error naming the field if hops is not in 2..8, or
/// if functions of different arity (non_tree) are to be shared.
CallPlan plan_of(CompositionFormula formula, int hops, Operators operators);

}  // namespace tasks::composition
