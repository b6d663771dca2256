#pragma once
#include "lab/spec/document.h"

namespace lab::spec {

/// Throws base::Error (exit code 3) at the first number outside the limits that lab/spec/spec.proto
/// states for it, or not finite.
void check_limits(const Document& document);

}  // namespace lab::spec
