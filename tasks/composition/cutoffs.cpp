#include "tasks/composition/cutoffs.h"

#include "tasks/composition/coverage.h"

namespace tasks::composition {

bool CompositionCutoffs::has(const CompositionWorld& world) { return has_cutoffs(world); }

std::optional<int> CompositionCutoffs::of(const CompositionWorld& world,
                                          std::span<const int> inputs) const {
  if (!has(world)) return std::nullopt;
  std::call_once(found_, [&] { cutoffs_ = cutoffs_of_tuples(world); });
  const auto n = static_cast<std::size_t>(world.config.entities);
  std::size_t code = 0;
  for (const int x : inputs) code = code * n + static_cast<std::size_t>(x);
  return cutoffs_[code];
}

}  // namespace tasks::composition
