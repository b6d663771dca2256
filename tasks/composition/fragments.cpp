#include <numeric>

#include "base/error.h"
#include "tasks/composition/allowed.h"
#include "tasks/composition/composition.h"

// Pieces that questions are made of: the calls of the functions.

namespace tasks::composition {
namespace {

/// "t2 t4" of a cell of a table with that many operands.
std::string operands_text(Fragment cell, std::size_t operands, int entities) {
  std::string text;
  for (std::size_t i = 0; i < operands; ++i) {
    text = base::concat('t', cell % entities, text.empty() ? "" : " ", text);
    cell /= entities;
  }
  return text;
}

}  // namespace

SimpleFragments Composition::made_fragments() const {
  std::vector<SimpleFragments::Kind> kinds;
  for (std::size_t i = 0; i < world_.plan.calls.size(); ++i) {
    const auto called = [this, i](std::span<const Token> prompt) {
      const std::vector<int> inputs = inputs_of(prompt), values = values_of(world_, inputs);
      return std::vector<Fragment>{
          cell_of(world_.plan.calls[i], inputs, values, world_.config.entities)};
    };
    const auto all = [this, i](Range /*hops*/) -> std::optional<std::vector<Fragment>> {
      const std::size_t cells = world_.uses[i].size();
      if (std::ssize(world_.uses[i]) > Fragments::most_listed) return std::nullopt;
      std::vector<Fragment> fragments(cells);
      std::iota(fragments.begin(), fragments.end(), 0);
      return fragments;
    };
    const auto text = [this, i](Fragment cell) {
      return operands_text(cell, world_.plan.calls[i].operands.size(), world_.config.entities);
    };
    kinds.push_back({{call_name(i), "what a call is made with: its operands"}, called, all, text});
  }
  return SimpleFragments(std::move(kinds));
}

}  // namespace tasks::composition
