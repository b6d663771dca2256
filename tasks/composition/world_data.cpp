#include "tasks/composition/world_data.h"

#include <array>

namespace tasks::composition {

std::span<const Pool> composition_pools(int calls) {
  static constexpr std::array few{Pool::train,  Pool::validate, Pool::type_0, Pool::type_1,
                                  Pool::type_2, Pool::type_3,   Pool::type_4, Pool::type_5,
                                  Pool::type_6, Pool::type_7};
  static constexpr std::array many{Pool::train, Pool::validate, Pool::type_0, Pool::ood};
  if (calls > 3) return many;
  return std::span(few).first(2 + (std::size_t{1} << calls));
}

int cell_of(const Call& call, std::span<const int> inputs, std::span<const int> values,
            int entities) {
  int cell = 0;
  for (const int operand : call.operands) {
    const int value = operand >= 0 ? inputs[static_cast<std::size_t>(operand)]
                                   : values[static_cast<std::size_t>(-operand - 1)];
    cell = cell * entities + value;
  }
  return cell;
}

void values_into(const CompositionWorld& world, std::span<const int> inputs,
                 std::span<int> values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Call& call = world.plan.calls[i];
    const int cell = cell_of(call, inputs, values, world.config.entities);
    values[i] = world.tables[static_cast<std::size_t>(call.table)][static_cast<std::size_t>(cell)];
  }
}

std::vector<int> values_of(const CompositionWorld& world, std::span<const int> inputs) {
  std::vector<int> values(world.plan.calls.size());
  values_into(world, inputs, values);
  return values;
}

}  // namespace tasks::composition
