#pragma once
#include "lab/report/html.h"
#include "lab/report/report.h"

namespace lab::report {

/// Every run that has scores, a row each: what of its main task it solves after its last step at
/// the hardest difficulty, in each pool that it was neither trained on nor chosen with.
Html runs_table(const ReportExperiment& experiment);

}  // namespace lab::report
