#pragma once
#include <vector>

#include "lab/spec/spec.pb.h"

namespace lab::spec {

/// What the main task's fields are if unset and depend on which task it is: its name, the
/// difficulties it has if there is no choice, ...
proto::Part task_defaults(const proto::Part& task);

/// The same of a hint; `task` is the main task with its defaults filled in, from which a hint takes
/// over what its comment in spec.proto says.
proto::Part hint_defaults(const proto::Part& task, const proto::Part& hint);

/// The pools that are scored if the spec names none: TEST, or all but TRAIN and VALIDATE where
/// there is none.
std::vector<proto::Score::Pool> scored_pools(const proto::Part& task);

}  // namespace lab::spec
