#pragma once
#include <cstdint>
#include <optional>
#include <unordered_set>
#include <vector>

#include "tasks/pool.h"

namespace tasks {

/// The questions of a pool, one after the other, for whoever asks or lists them: no prompt twice.
/// A finite pool is gone through once, as it lists its questions. Of an endless pool the indices 0,
/// 1, 2, ... of example_at are gone through and a prompt that came before is skipped, until
/// `exhausting_draws` in a row bring nothing new: then there is no further question.
///
/// So a question that comes with probability p a draw is left out with a probability below
/// (1 - p)^exhausting_draws(n), where n others were found: e^-20 if all come equally often, 1 % if
/// it comes a fifth as often as they do. Finding all of n such questions takes n (20 + ln n) draws.
class DifferentExamples {
 public:
  /// Borrows the task. Throws as example_at does if it has no such pool or difficulty.
  DifferentExamples(const Task& task, Pool pool, int difficulty, std::uint64_t seed);

  /// The next question; nothing if there is no further one. Of an endless pool the first call
  /// throws base::Error, as example_at does, where index 0 has no question.
  std::optional<Example> next();

  /// Of example_at, which gave what next() gave last.
  std::uint64_t index() const { return tried_ - 1; }

 private:
  std::optional<Example> next_of_endless();
  bool is_new(const Example& example);  ///< and remembers it

  const Task& task_;
  Pool pool_;
  int difficulty_;
  std::uint64_t seed_;
  std::optional<std::int64_t> size_;           ///< nothing: endless
  std::uint64_t tried_ = 0;                    ///< indices
  std::unordered_set<std::uint64_t> prompts_;  ///< digests, which are equal by chance once in 10^19
};

/// Draws in a row without a new question after which a pool counts as exhausted.
std::int64_t exhausting_draws(std::int64_t found);

/// The first `count` of them, fewer if there are no more.
std::vector<Example> different_examples(const Task& task, Pool pool, int difficulty,
                                        std::uint64_t seed, std::int64_t count);

}  // namespace tasks
