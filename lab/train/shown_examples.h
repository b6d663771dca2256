#pragma once
#include <cstdint>
#include <functional>

#include "lab/train/lesson.h"

namespace lab::train {

/// Where a question stands among those of a part's training pool.
struct ShownAt {
  std::size_t part = 0;  ///< of the mixture
  int difficulty = 0;
  std::int64_t index = 0;  ///< in its finite pool, else in the run's training stream
};

/// How many examples were looked at, and how many there are to look at, with repetitions.
struct LookedAt {
  std::int64_t examples = 0, drawn = 0;
};

/// Visits all that a run trains on, each example in its task's own tokens: of finite pools every
/// question once, of endless ones the examples of the run's steps, those among the first `most`.
LookedAt for_each_shown(
    const Lesson& lesson, std::int64_t most,
    const std::function<void(const ShownAt& at, const tasks::Example& example)>& visit);

/// The question that stands there, in its task's own tokens.
tasks::Example example_shown(const Lesson& lesson, const ShownAt& at);

}  // namespace lab::train
