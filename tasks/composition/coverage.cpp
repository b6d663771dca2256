#include "tasks/composition/coverage.h"

#include <cmath>

namespace tasks::composition {

bool has_cutoffs(const CompositionWorld& world) {
  constexpr double most_tuples = 1 << 20;
  return std::pow(world.config.entities, world.plan.inputs) <= most_tuples;
}

FiniteFunction function_of(const CompositionWorld& world) {
  const int n = world.config.entities;
  FiniteFunction function{.sizes = std::vector<int>(static_cast<std::size_t>(world.plan.inputs), n),
                          .built = world.built};
  const coverage::InputCodes codes(function.sizes);
  function.truth.reserve(static_cast<std::size_t>(codes.inputs()));
  for_each_tuple(n, world.plan.inputs, [&](std::span<const int> inputs) {
    function.truth.push_back(values_of(world, inputs).back());
  });
  for (const auto& [pool, items] : world.pools) {
    for (const ComposedItem& item : items) function.add(pool, {item.inputs, item.answer()});
  }
  return function;
}

std::vector<int> cutoffs_of_tuples(const CompositionWorld& world) {
  FiniteFunction function = function_of(world);
  const coverage::InputCodes codes(function.sizes);
  std::vector<int> cutoffs(static_cast<std::size_t>(codes.inputs()));
  for (const LabelledInput& item : function.train) {
    cutoffs[static_cast<std::size_t>(codes.code(item.x))] = static_cast<int>(function.train.size());
  }
  function.held_out.clear();
  function.held_out_pools.clear();  // these are all tuples that are not trained on
  for_each_tuple(world.config.entities, world.plan.inputs, [&](std::span<const int> x) {
    const auto code = static_cast<std::size_t>(codes.code(x));
    if (cutoffs[code] == 0)
      function.held_out.push_back({{x.begin(), x.end()}, function.truth[code]});
  });
  const std::vector<int> held_out = coverage::k_cutoffs(function);
  for (std::size_t i = 0; i < held_out.size(); ++i) {
    cutoffs[static_cast<std::size_t>(codes.code(function.held_out[i].x))] = held_out[i];
  }
  return cutoffs;
}

}  // namespace tasks::composition
