#include "tasks/composition_cutoffs.h"

#include <cmath>

#include "tasks/composition_coverage.h"

namespace tasks {

std::optional<int> CompositionCutoffs::of(const CompositionWorld& world,
                                          std::span<const int> inputs) const {
  constexpr double most_tuples = 1 << 20;  // well under a minute, a few hundred MB
  const int n = world.config.entities;
  if (std::pow(n, world.plan.inputs) > most_tuples) return std::nullopt;
  std::call_once(found_, [&] { cutoffs_ = cutoffs_of_tuples(world); });
  std::size_t code = 0;
  for (const int x : inputs)
    code = code * static_cast<std::size_t>(n) + static_cast<std::size_t>(x);
  return cutoffs_[code];
}

}  // namespace tasks
