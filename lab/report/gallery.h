#pragma once
#include "lab/report/html.h"
#include "lab/report/report.h"

namespace lab::report {

/// Every task of the catalog: what it asks, a worked example token by token, what probes look for
/// in it, what its questions are made of, and what the report's results say of it.
Html gallery(const Report& report);

}  // namespace lab::report
