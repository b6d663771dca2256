#pragma once
#include "lab/spec/origin.h"
#include "lab/spec/spec.h"
#include "lab/spec/spec.pb.h"

namespace lab {

/// The plain structs of a filled-in spec; text and fingerprint stay empty. Throws base::Error (exit
/// code 3) where a part has no task.
RunSpec plain_spec(const proto::Spec& spec, const Origins& origins);

tasks::Pool plain_pool(proto::Score::Pool pool);

}  // namespace lab
