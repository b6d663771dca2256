#pragma once
#include <span>

#include "base/tsv.h"
#include "lab/store/scores.h"
#include "lab/train/chances.h"

namespace lab::train {

/// Scores as people and programs want to see them: step task pool difficulty solved asked
/// exact_match low high chance nats_per_token; low and high are the 95 % Wilson interval, chance is
/// what guessing reaches, all as shares of one. Promise: `chances` tell of the scores.
base::Table shown_scores(std::span<const store::Score> scores, const Chances& chances);

/// The same as a JSON array of objects.
std::string json_scores(std::span<const store::Score> scores, const Chances& chances);

}  // namespace lab::train
