#pragma once
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "tasks/pool_names.h"

namespace tasks {

/// An input of a finite function and its value there.
struct LabelledInput {
  std::vector<int> x;  ///< one value a position
  int label = 0;
};

/// How a training set was built to a target of coverage (coverage/target.h).
struct BuiltToTarget {
  /// Of the inputs that are asked, those with a k-cutoff of at least k.
  struct Share {
    int k = 1;
    double wanted = 0;         ///< a share
    std::int64_t drawn = 0;    ///< inputs, if training had what was drawn first
    std::int64_t reached = 0;  ///< inputs
  };
  std::vector<Share> shares;
  std::int64_t asked = 0;       ///< not trained on, and all their calls are: in distribution
  std::int64_t exchanged = 0;   ///< training items that are not those drawn first
  std::int64_t uses_moved = 0;  ///< uses of calls in training that went over to other calls
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
  /// How the training inputs were chosen; nothing: no target was wanted.
  std::optional<BuiltToTarget> built = std::nullopt;

  /// An item of a task's pool: trained on or held out.
  void add(Pool pool, LabelledInput item) {
    if (pool == Pool::train) return train.push_back(std::move(item));
    held_out.push_back(std::move(item));
    held_out_pools.push_back(pool);
  }
};

}  // namespace tasks
