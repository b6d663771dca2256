#pragma once
#include <utility>
#include <vector>

#include "tasks/pool_names.h"

namespace tasks {

/// An input of a finite function and its value there.
struct LabelledInput {
  std::vector<int> x;  ///< one value a position
  int label = 0;
};

/// A finite function, seen on a training set and asked on the rest: what coverage is computed from.
struct FiniteFunction {
  std::vector<int> sizes;  ///< values of each position: position i takes 0 .. sizes[i] - 1
  std::vector<LabelledInput> train = {};
  std::vector<LabelledInput> held_out = {};
  /// The function itself, label of every input, the last position changing fastest; empty if not
  /// known. A function that is not defined everywhere has a label of its own for "undefined".
  std::vector<int> truth = {};
  /// The pool of each held-out input; empty if they are of no task's pools.
  std::vector<Pool> held_out_pools = {};

  /// An item of a task's pool: trained on or held out.
  void add(Pool pool, LabelledInput item) {
    if (pool == Pool::train) return train.push_back(std::move(item));
    held_out.push_back(std::move(item));
    held_out_pools.push_back(pool);
  }
};

}  // namespace tasks
