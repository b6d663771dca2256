#pragma once
#include "tasks/composition/world_data.h"
#include "tasks/coverage/coverage.h"

namespace tasks::composition {

/// Whether a world has so few tuples, 2^20, that the k-cutoffs of all can be found: in well under a
/// minute, with a few hundred MB.
bool has_cutoffs(const CompositionWorld& world);

/// The world as coverage sees it: one position an input, the answers as labels. Training labels
/// have the world's noise. Held out are the items of all other pools, pool after pool in the order
/// of `pools`. Throws base::Error if there are more than 2^27 tuples.
FiniteFunction function_of(const CompositionWorld& world);

/// The k-cutoff of every tuple by its code (InputCodes), in the direct reading with all index sets;
/// of a training item the number of training items, the most that evidence could be.
std::vector<int> cutoffs_of_tuples(const CompositionWorld& world);

}  // namespace tasks::composition
