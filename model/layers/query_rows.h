#pragma once
#include <vector>

#include "model/layers/batch.h"

namespace model::layers {

/// Which rows of a batch ask a block for something. All blocks but the last carry every row; the
/// last only the target rows (its keys and values still come from all rows), which is exact and
/// spares up to its whole cost for short answers.
struct QueryRows {
  bool all = true;                      ///< the queries are simply the rows
  std::vector<arithmetic::Index> rows;  ///< row of each query, rising
  std::vector<arithmetic::Index>
      starts;  ///< B + 1: queries of sequence b are starts[b] .. starts[b+1] - 1
  std::vector<arithmetic::Index>
      prefix;  ///< rows each query sees: itself and those before in its sequence

  arithmetic::Index count() const { return std::ssize(rows); }
};

/// Every row, or only the target rows, of a batch. Reuses the memory of `out`.
void all_rows(const Batch& batch, QueryRows& out);
void target_rows(const Batch& batch, QueryRows& out);

}  // namespace model::layers
