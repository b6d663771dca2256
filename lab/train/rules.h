#pragma once
#include "lab/spec/origin.h"
#include "lab/spec/spec.h"

namespace lab {

/// Throws base::Error (exit code 3), with the position, where the fields of `spec` do not fit each
/// other or a task: what can be known before training.
void check_rules(const RunSpec& spec, const Origins& origins);

/// Throws unless `label` (the value of `path`) may stand in tables, "axis=value;axis=value" and
/// file names: not empty, at most 200 characters, no control character and none of = ; /.
void check_label(const std::string& label, const std::string& path, const Origins& origins);

}  // namespace lab
