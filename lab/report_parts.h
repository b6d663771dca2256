#pragma once
#include <span>
#include <string>
#include <vector>

#include "lab/html_table.h"
#include "lab/report.h"

namespace lab {

/// Ours beside the paper's, a row a claim.
Html gap_section(std::span<const Gap> gaps);

/// Every number a figure shows, a row a point: median, range and seeds, mean and 95 % interval.
Html numbers_table(const FigureData& data);

/// Every run that has scores, a row each.
Html runs_table(const ReportExperiment& experiment);

/// What a reader who sees no image is told: the title and where each series ends.
std::string alternative_text(const FigureData& data);

/// A verdict in its colour.
Html verdict_mark(Verdict verdict);

/// `word` for a POSIX shell: as it is where that is safe, else quoted.
std::string shell_word(const std::string& word);

}  // namespace lab
