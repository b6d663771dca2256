#pragma once
#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "tasks/pool_names.h"

namespace tasks {

/// Moves the questions of which `belongs` says so to `pool`, pool after pool, and leaves the others
/// where they are, in order. Promise: `pool` is empty.
template <typename Question, typename Belongs>
void set_apart(std::map<Pool, std::vector<Question>>* pools, Pool pool, const Belongs& belongs) {
  std::vector<Question> apart;
  for (auto& [from, questions] : *pools) {
    const auto leaving = std::ranges::stable_partition(questions, std::not_fn(belongs));
    std::ranges::move(leaving, std::back_inserter(apart));
    questions.erase(leaving.begin(), leaving.end());
  }
  (*pools)[pool] = std::move(apart);
}

}  // namespace tasks
