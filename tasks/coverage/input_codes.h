#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "tasks/finite_function.h"

namespace tasks::coverage {

/// Positions of an input: bit i stands for position i.
using IndexSet = std::uint32_t;

/// The set of these positions, counted from 1 as papers do: index_set({1, 2}) is I = {1, 2}.
IndexSet index_set(std::initializer_list<int> positions);

/// All 2^l - 2 sets of positions that are neither empty nor everything.
std::vector<IndexSet> proper_index_sets(int positions);

/// Inputs as numbers, position 1 first: the code of x is the sum of x_i * stride_i. The part of the
/// sum over I is the code of the fragment at I, the rest that of its context: an input's code is
/// the sum of the two.
class InputCodes {
 public:
  /// Throws base::Error unless every size is >= 1 and there are at most 2^27 inputs.
  explicit InputCodes(std::vector<int> sizes);

  int positions() const { return static_cast<int>(sizes_.size()); }
  std::int64_t inputs() const { return inputs_; }

  std::int64_t code(std::span<const int> x) const;                ///< in [0, inputs())
  std::int64_t fragment(std::span<const int> x, IndexSet) const;  ///< the part of the code at I

  /// The codes of all fragments at I, ascending.
  std::vector<std::int64_t> fragments(IndexSet) const;

  IndexSet complement(IndexSet set) const { return ~set & ((IndexSet{1} << sizes_.size()) - 1); }

 private:
  std::vector<int> sizes_;
  std::vector<std::int64_t> strides_;
  std::int64_t inputs_ = 1;
};

/// Throws base::Error "coverage: ..." naming the item, unless all inputs have values in range, none
/// occurs twice (in training, held out, or in both), and the held-out ones have their true labels,
/// if `truth` is known. Training labels may be noisy.
void require_valid(const FiniteFunction& function);

}  // namespace tasks::coverage
