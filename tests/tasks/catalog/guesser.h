#pragma once
#include <cstdint>

#include "tasks/task.h"

namespace tests {

/// What a guesser got right.
struct Guesses {
  std::int64_t asked = 0, solved = 0;
  double share() const { return static_cast<double>(solved) / static_cast<double>(asked); }
};

/// Guesses at `questions` questions of one difficulty with the answer that was the most frequent
/// among as many others. The guesser sees of a question what Task::chance lets the best one see:
/// the query after "=" (of fill only how many entries are missing) and the mark the items start at.
Guesses guesses(const tasks::Task& task, int difficulty, std::int64_t questions);

}  // namespace tests
