#include "tasks/composition/target.h"

namespace tasks::composition {

coverage::CalledFunction called_function(const CompositionWorld& world) {
  const int n = world.config.entities;
  coverage::CalledFunction function;
  function.sizes.assign(static_cast<std::size_t>(world.plan.inputs), n);
  function.calls = static_cast<int>(world.plan.calls.size());
  for_each_tuple(n, world.plan.inputs, [&](std::span<const int> inputs) {
    const std::vector<int> values = values_of(world, inputs);
    function.truth.push_back(values.back());
    std::int32_t numbered = 0;  // cells of the calls before
    for (std::size_t i = 0; i < values.size(); ++i) {
      function.made.push_back(numbered + cell_of(world.plan.calls[i], inputs, values, n));
      numbered += static_cast<std::int32_t>(world.uses[i].size());
    }
  });
  return function;
}

}  // namespace tasks::composition
