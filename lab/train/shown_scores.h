#pragma once
#include <span>
#include <string>

#include "base/tsv.h"
#include "lab/spec/run_spec.h"
#include "lab/store/scores.h"

namespace lab::train {

inline constexpr const char* untrained_pool = "train pool, difficulty not trained";
inline constexpr const char* not_above_guessing = "not above guessing";

/// Scores as people and programs want to see them: step task pool difficulty solved asked different
/// exact_match low high chance frequent constant nats_per_token, and what only some have: exact,
/// facet, facet_constant and note. low and high are the 95 % Wilson interval over the different
/// questions; exact match, interval and chance are shares of one, frequent, constant and
/// facet_constant counts of those asked (see store::GuessLevels); `unknown` is what an older
/// version did not save, and frequent is `none` of a task that is only asked. The note says of a
/// score that it is not above guessing. The train pool at a difficulty that `spec` does not train
/// on is called `untrained_pool`: nobody was trained on those questions.
base::Table shown_scores(std::span<const store::Score> scores, const spec::RunSpec& spec);

/// The same as a JSON array of objects, null for what is unknown; guess is the highest level of
/// guessing (of one), above_guess whether the score is above it, trained_on whether questions of
/// this pool and difficulty are trained on.
std::string json_scores(std::span<const store::Score> scores, const spec::RunSpec& spec);

}  // namespace lab::train
