#pragma once
#include <string>

#include "lab/report/html.h"
#include "lab/report/own.h"

namespace lab::report {

/// Table, figure, remarks, spec and commands.
Html own_section(const OwnRuns& own);

}  // namespace lab::report
