#include "lab/probe/outcome.h"

#include <algorithm>
#include <cmath>

namespace lab::probe {

TokenOutcome outcome(model::arithmetic::View<const float> logits, model::arithmetic::Index row,
                     int token) {
  const float* all = logits.row(row);
  const float own = all[token], top = *std::max_element(all, all + logits.cols);
  double sum = 0;
  int rank = 1;
  for (model::arithmetic::Index v = 0; v < logits.cols; ++v) {
    sum += std::exp(double(all[v] - top));
    if (all[v] > own || (all[v] == own && v < token)) ++rank;
  }
  return {std::exp(double(own - top)) / sum, 1.0 / rank};
}

}  // namespace lab::probe
