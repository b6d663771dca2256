#pragma once
#include <string>
#include <vector>

#include "lab/coverage/report.h"

namespace lab::coverage {

/// For people: a table of pools for each task, what is covered, and the verdict.
std::string coverage_text(const Report& report);

/// The same for programs.
std::string coverage_json(const Report& report);

}  // namespace lab::coverage
