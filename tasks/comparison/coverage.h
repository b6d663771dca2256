#pragma once
#include "tasks/comparison/world.h"
#include "tasks/coverage/input_codes.h"

namespace tasks::comparison {

/// Comparisons as coverage sees them: position 1 is the attribute, 2 and 3 are the entities, the
/// label is 0 for less, 1 for equal, 2 for greater. Values that training states alone are no part
/// of it. Held out are the items of all other pools, pool after pool in the order of `two_hop`.
/// Throws base::Error if there are more than 2^27 questions.
FiniteFunction function_of(const ComparisonWorld& world);

}  // namespace tasks::comparison
