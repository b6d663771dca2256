#pragma once
#include <vector>

#include "lab/spec/reference/reference.h"

namespace lab::figure::read {

/// Every field of a figures.textproto, in the order of the schema.
std::vector<spec::reference::FieldDoc> figure_fields();

}  // namespace lab::figure::read
