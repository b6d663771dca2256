#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "lab/store/scores.h"
#include "lab/train/lesson.h"

namespace lab::train {

/// In the task's own tokens, end token included.
using OwnAnswer = std::vector<tasks::Token>;

/// The most frequent answer of what a part is trained on, over its difficulties as they are trained
/// on; of two that are as frequent the one that comes first. Of all questions where they are finite
/// and few, else of a sample of 2048 draws from the spec's score seed, the same for every run of
/// that seed however far it is. Nothing of a part of weight 0, which is not trained on.
std::optional<OwnAnswer> most_frequent_answer(const Lesson& lesson, std::size_t part);

/// What guessing reaches on some questions of one pool and difficulty, and on any selection of
/// them. A pure function of the questions: nobody is asked.
class Guesses {
 public:
  /// `questions`: in the task's own tokens; `trained`: see most_frequent_answer. Where questions
  /// have many right answers every guess is judged (Task::solves); the constant answers tried are
  /// then the 64 most frequent of the generator's. Borrows the task and the questions.
  Guesses(const tasks::Task& task, int difficulty, std::span<const tasks::Example> questions,
          const std::optional<OwnAnswer>& trained);

  /// On all of them.
  store::GuessLevels on_all() const;

  /// On those that have one value of a facet, by place. Guessers do not know the value: they reach
  /// what the best constant answer reaches on all questions.
  store::GuessLevels on_facet(std::span<const std::size_t> chosen) const;

 private:
  /// By question.
  using Solved = std::vector<bool>;

  Solved solved_by(const OwnAnswer& answer) const;
  std::int64_t best_constant(std::span<const std::size_t> chosen) const;

  const tasks::Task& task_;
  std::span<const tasks::Example> questions_;
  double chance_ = 0;
  std::optional<Solved> frequent_;
  std::int64_t best_ = 0;                ///< how many the best constant answer solves of all
  std::vector<Solved> constants_;        ///< where questions have many answers
  std::vector<std::size_t> answer_ids_;  ///< by question: equal for equal answers
};

}  // namespace lab::train
