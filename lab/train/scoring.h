#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "lab/train/questions.h"
#include "model/training/learner.h"

namespace lab::train {

/// Where each question has one right answer: exact match by one forward pass. A question is solved
/// if the arg-max is right at every token of the answer, its end included, which is what greedy
/// decoding would have found. Where questions have many right answers an answer is decoded for each
/// and judged, and what the forward pass says is counted as `exact`.
/// A row for each of the set's blanks.
std::vector<store::Score> score(const QuestionSet& set, const Lesson& lesson,
                                model::training::Learner& learner,
                                const model::training::TrainingState& learned);

/// Whether scores of a step before `step` are missing that the run was to be scored at.
bool lacks_scores(const spec::RunSpec& spec, std::span<const store::Score> scores,
                  std::int64_t step);

}  // namespace lab::train
