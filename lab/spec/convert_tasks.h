#pragma once
#include <string>

#include "lab/spec/origin.h"
#include "lab/spec/spec.pb.h"
#include "tasks/catalog/catalog.h"

namespace lab {

/// The task of a part; `path` is the part's ("task", "hint[0]"). Throws base::Error (exit code 3)
/// if it has none.
tasks::TaskConfig plain_task(const proto::Part& part, const std::string& path,
                             const Origins& origins);

}  // namespace lab
