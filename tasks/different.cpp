#include "tasks/different.h"

#include <algorithm>
#include <utility>

#include "base/random.h"

namespace tasks {

std::int64_t exhausting_draws(std::int64_t found) {
  constexpr std::int64_t least = 256, for_each = 20;
  return std::max(least, for_each * found);
}

DifferentExamples::DifferentExamples(const Task& task, Pool pool, int difficulty,
                                     std::uint64_t seed)
    : task_(task), pool_(pool), difficulty_(difficulty), seed_(seed) {
  require_pool(task, pool);
  size_ = pool_size(task, pool, difficulty);
}

std::optional<Example> DifferentExamples::next() {
  if (!size_) return next_of_endless();
  if (std::cmp_equal(tried_, *size_)) return std::nullopt;
  return example_at(task_, pool_, difficulty_, seed_, tried_++);
}

bool DifferentExamples::is_new(const Example& example) {
  return prompts_.insert(base::digest(std::span<const Token>(example.prompt))).second;
}

std::optional<Example> DifferentExamples::next_of_endless() {
  if (tried_ == 0) {
    Example first = example_at(task_, pool_, difficulty_, seed_, tried_++);
    is_new(first);
    return first;
  }
  for (std::int64_t left = exhausting_draws(std::ssize(prompts_)); left > 0; --left) {
    std::optional<Example> example = example_if_any(task_, pool_, difficulty_, seed_, tried_++);
    if (example && is_new(*example)) return example;
  }
  return std::nullopt;
}

std::vector<Example> different_examples(const Task& task, Pool pool, int difficulty,
                                        std::uint64_t seed, std::int64_t count) {
  DifferentExamples source(task, pool, difficulty, seed);
  std::vector<Example> examples;
  while (std::ssize(examples) < count) {
    std::optional<Example> example = source.next();
    if (!example) break;
    examples.push_back(*std::move(example));
  }
  return examples;
}

}  // namespace tasks
