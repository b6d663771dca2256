#pragma once
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "tasks/composition/world_data.h"

namespace tasks::composition {

/// The k-cutoffs of a world's tuples (cutoffs_of_tuples), found when first asked for; threads may
/// ask at once. Worlds of more than 2^20 tuples have none.
class CompositionCutoffs {
 public:
  /// Whether a world is small enough for it.
  static bool has(const CompositionWorld& world);

  /// Of the tuple; of a training item the number of training items. Always of the same world.
  std::optional<int> of(const CompositionWorld& world, std::span<const int> inputs) const;

 private:
  mutable std::once_flag found_;
  mutable std::vector<int> cutoffs_;
};

}  // namespace tasks::composition
