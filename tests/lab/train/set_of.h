#pragma once
#include <array>

#include "lab/train/questions.h"

namespace tests {

/// At most `count` questions of one pool and difficulty of a lesson's main task, which its spec
/// then names.
inline lab::train::QuestionSet set_of(lab::train::Lesson& lesson, tasks::Pool pool, int difficulty,
                                      int count) {
  lesson.spec.score.examples = count;
  const std::array pools{pool};
  const std::array difficulties{difficulty};
  return lab::train::questions_of(lesson, 0, pools, difficulties).at(0);
}

}  // namespace tests
