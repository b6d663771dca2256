#pragma once
#include "lab/report/html.h"
#include "lab/report/report.h"

namespace lab::report {

/// Whose claim it is, what came out, ours beside the paper's, figures, probes, what was done, runs
/// and sweeps.
Html experiment_section(const ReportExperiment& experiment, paper::Scale scale);

/// "2 reproduced, 1 trend only", each in its colour.
Html verdict_counts(const ReportExperiment& experiment);

/// "The paper's claim", or "The question" of an experiment of one's own.
std::string claim_name(const ReportExperiment& experiment);

/// What a figure is called: its title, or its name.
const std::string& title_of(const ReportFigure& figure);

}  // namespace lab::report
