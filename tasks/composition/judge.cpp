#include "tasks/composition/judge.h"

#include <initializer_list>

namespace tasks::composition {
namespace {

/// f_number(arguments), numbers from 1.
int applied(const CompositionWorld& world, std::size_t number,
            std::initializer_list<int> arguments) {
  std::size_t place = 0;
  for (const int argument : arguments) {
    place = place * static_cast<std::size_t>(world.config.entities) +
            static_cast<std::size_t>(argument);
  }
  const bool shared = world.config.operators == Operators::shared;
  return world.tables.at(shared ? 0 : number - 1).at(place);
}

}  // namespace

std::vector<int> walked(const CompositionWorld& world, std::span<const int> x) {
  const int bridge = applied(world, 1, {x[0], x[1]});
  if (world.config.formula == CompositionFormula::non_tree) {
    return {bridge, applied(world, 2, {bridge, x[1], x[2]})};
  }
  if (world.config.formula == CompositionFormula::parallel_two_hop) {
    const int other = applied(world, 2, {x[2], x[3]});
    return {bridge, other, applied(world, 3, {bridge, other})};
  }
  std::vector<int> values{bridge};
  for (std::size_t next = 2; next < x.size(); ++next) {
    values.push_back(applied(world, next, {values.back(), x[next]}));
  }
  return values;
}

}  // namespace tasks::composition
