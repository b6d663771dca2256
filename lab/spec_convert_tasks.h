#pragma once
#include <string>

#include "lab/spec.pb.h"
#include "lab/spec_origin.h"
#include "tasks/catalog.h"

namespace lab {

/// The task of a part; `path` is the part's ("task", "hint[0]"). Throws base::Error (exit code 3)
/// if it has none.
tasks::TaskConfig plain_task(const proto::Part& part, const std::string& path,
                             const Origins& origins);

}  // namespace lab
