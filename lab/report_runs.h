#pragma once
#include "lab/html.h"
#include "lab/report.h"

namespace lab {

/// Every run that has scores, a row each: what of its main task it solves after its last step at
/// the hardest difficulty, in each pool that it was neither trained on nor chosen with.
Html runs_table(const ReportExperiment& experiment);

}  // namespace lab
