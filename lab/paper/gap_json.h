#pragma once
#include <span>
#include <string>

#include "lab/paper/gap.h"

namespace lab::paper {

/// What gap_table says as a JSON array of objects: claim, ours {median low high seeds values mean
/// guess}, fit {fit known}, paper {percent text status}, difference, verdict, why; percents are
/// numbers, what is not known is null.
std::string gap_json(std::span<const PaperGap> gaps);

}  // namespace lab::paper
