#pragma once
#include <functional>
#include <span>
#include <vector>

#include "lab/store/scores.h"
#include "lab/train/lesson.h"
#include "model/training/learner.h"

namespace lab::train {

/// Questions of one task, pool and difficulty, in joint tokens.
struct QuestionSet {
  std::size_t part = 0;  ///< of the mixture
  tasks::Pool pool = tasks::Pool::test;
  int difficulty = 0;
  std::vector<tasks::Example> questions;
};

/// Questions 0 .. count-1 of a pool, drawn from `seed`: the same for every run of that score seed.
/// Of a finite pool at most as many as it has, each once. Throws base::Error if the task has no
/// such difficulty or pool.
QuestionSet question_set(const Mixture& mixture, std::size_t part, tasks::Pool pool, int difficulty,
                         int count, std::uint64_t seed);

/// One part of the mixture in one pool, at those of the difficulties at which it has questions;
/// `count` of each, from the spec's score seed.
/// Throws base::Error if the task has no such pool, or (exit code 3) if a question does not fit
/// into the model's positions.
std::vector<QuestionSet> questions_of(const Lesson& lesson, std::size_t part, tasks::Pool pool,
                                      std::span<const int> difficulties);

/// All that the spec wants scored: the main task at each pool and difficulty; each hint at those
/// of the difficulties it was trained on (at its hardest if that leaves none) and in those of the
/// pools it has, TRAIN only if it was trained on. An empty pool is left out.
/// Throws base::Error (exit code 3) if a question does not fit into the model's positions.
std::vector<QuestionSet> questions_to_score(const Lesson& lesson);

/// Where each question has one right answer: exact match by one forward pass. A question is solved
/// if the arg-max is right at every token of the answer, its end included, which is what greedy
/// decoding would have found. Where questions have many right answers an answer is decoded for each
/// and judged, and what the forward pass says is counted as `exact`.
/// First of all questions, then, of the main task, by each value of the facets the spec names.
std::vector<store::Score> score(const QuestionSet& set, const Lesson& lesson,
                                model::training::Learner& learner,
                                const model::training::TrainingState& learned);

}  // namespace lab::train
