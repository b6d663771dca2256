#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "model/config.h"

namespace lab {

/// A shape to time. Vocabulary 128, learned positions, a target at every row.
struct BenchCase {
  std::string name;
  model::Index blocks = 0, width = 0, heads = 0;
  model::Index length = 0;     ///< tokens of a sequence
  model::Index sequences = 0;  ///< of a step
  model::Index chunk = 0;      ///< tokens a lane works on at a time
};

/// The shapes our speed is promised for (DESIGN 8).
const std::vector<BenchCase>& bench_cases();

struct BenchResult {
  std::string name;
  std::string work;              ///< "train" (forward, backward, AdamW) or "score" (forward)
  double tokens_per_second = 0;  ///< median of the repetitions
  double best_tokens_per_second = 0;
  double flops_per_token = 0;  ///< multiply-adds of products and of the causal half of attention
  double peak_flops = 0;       ///< of this machine with these threads, measured beside it
  std::int64_t parameters = 0;
  double peak_memory_bytes = 0;  ///< of the process so far

  double flops() const { return tokens_per_second * flops_per_token; }
  double share_of_peak() const { return flops() / peak_flops; }
};

/// Times training and scoring of one shape for about `seconds` each; the peak is measured before
/// and after, and the higher one counts.
std::vector<BenchResult> bench(const BenchCase& shape, int threads, double seconds);

}  // namespace lab
