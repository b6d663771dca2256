#pragma once
#include "lab/spec/spec.pb.h"

namespace lab::spec {

/// Sets in `defaults` the fields of a task whose usual defaults do not go with what `part` says:
/// limits that are below `wanted`, the largest difficulty it names (0: none), and sizes that are
/// above what there is ("few" of mode with two values). `defaults` may hold some already, which
/// then are the usual ones. Where both of two such fields are set they stay, and are refused later.
void fit_kind(const proto::Part& part, int wanted, proto::Part* defaults);

}  // namespace lab::spec
