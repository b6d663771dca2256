#pragma once
#include "tasks/coverage/input_codes.h"
#include "tasks/knowledge/world.h"

namespace tasks::knowledge {

/// Questions over two facts as coverage sees them: position 1 is the entity, 2 and 3 are the
/// relations, the label is the entity they lead to; where a fact is missing, one more than there
/// are. Facts that training states alone are no part of it. Held out are the items of all other
/// pools, pool after pool in the order of `two_hop`. Throws base::Error if there are more than 2^27
/// questions.
FiniteFunction function_of(const KnowledgeWorld& world);

}  // namespace tasks::knowledge
