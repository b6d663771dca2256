#pragma once
#include <string>

#include "lab/spec/origin.h"

namespace lab::spec {

/// What a spec of this file (or a sweep) is called if it does not say: "parity" for
/// "specs/parity.textproto".
std::string default_name(const std::string& file);

/// Throws base::Error (exit code 3) unless `name` may be a spec's: 1 to 1000 characters, none of
/// them tab or newline.
void check_name(const std::string& name, const Origins& origins);

/// Throws unless `label` (the value of `path`) may stand in tables, "axis=value;axis=value" and
/// file names: not empty, at most 200 characters, no control character and none of = ; /.
void check_label(const std::string& label, const std::string& path, const Origins& origins);

}  // namespace lab::spec
