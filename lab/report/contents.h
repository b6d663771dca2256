#pragma once
#include "lab/report/html.h"
#include "lab/report/report.h"

namespace lab::report {

/// Where the findings of all experiments, and where all tasks are.
inline constexpr const char* findings_anchor = "findings";
inline constexpr const char* tasks_anchor = "tasks";

/// A box to search in, which works with a script alone and is not there without, and links to all
/// experiments, figures, probes and tasks.
Html contents(const Report& report);

}  // namespace lab::report
