#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "lab/store/scores.h"
#include "lab/train/lesson.h"

namespace lab::train {

/// A row of scores before anybody has answered: some questions of a set, how many of them differ,
/// and what guessing reaches on them.
struct BlankScore {
  /// All but the step and what comes of the answers.
  store::Score score;
  std::vector<std::size_t> questions;  ///< by their place in the set
};

/// Questions of one task, pool and difficulty, in joint tokens.
struct QuestionSet {
  std::size_t part = 0;  ///< of the mixture
  tasks::Pool pool = tasks::Pool::test;
  int difficulty = 0;
  std::vector<tasks::Example> questions;
  /// First of all questions, then, of the main task, by each value of the facets the spec names.
  std::vector<BlankScore> blanks;
};

/// One part of the mixture in some pools, at those of the difficulties at which it has questions:
/// of each as many as the spec's score.examples, from its score seed, the same for every run of
/// that seed; no question twice, so fewer if the pool has no more (tasks/different.h). Throws
/// base::Error if the task has no such pool or difficulty, or (exit code 3) if a question does not
/// fit into the model's positions.
std::vector<QuestionSet> questions_of(const Lesson& lesson, std::size_t part,
                                      std::span<const tasks::Pool> pools,
                                      std::span<const int> difficulties);

/// All that the spec wants scored: the main task at each pool and difficulty; each hint at those
/// of the difficulties it was trained on (at its hardest if that leaves none) and in those of the
/// pools it has, TRAIN only if it was trained on. An empty pool is left out.
/// Throws base::Error (exit code 3) if a question does not fit into the model's positions.
std::vector<QuestionSet> questions_to_score(const Lesson& lesson);

}  // namespace lab::train
