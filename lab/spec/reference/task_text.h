#pragma once
#include <string>

#include "tasks/catalog/catalog.h"

namespace lab::spec::reference {

/// What a spec says to have this task: "task { list_hint { kind: SUCCESSOR } }". Fields at their
/// defaults are left out.
std::string task_text(const tasks::catalog::TaskConfig& config);

}  // namespace lab::spec::reference
