#pragma once
#include <cstdint>
#include <vector>

#include "base/statistics.h"
#include "lab/bench/case.h"

namespace lab::bench {

/// What to measure, and how long. Everything is measured once a round, so that a disturbance meets
/// all alike.
struct BenchPlan {
  std::vector<BenchWork> works{BenchWork::train, BenchWork::score, BenchWork::decode};
  std::vector<int> threads{1};
  int rounds = 3;
  double seconds = 1;  ///< at least, for each measurement of a round; 0: once, cold
};

/// One measurement. Time is of one repetition.
struct BenchRound {
  double seconds = 0;       ///< wall time, median of the repetitions
  double best_seconds = 0;  ///< wall time, the shortest repetition
  double cpu_seconds = 0;   ///< of all threads together, median: does not see other programs
  double peak_flops = 0;    ///< of this machine with these threads, measured just before
  int repetitions = 0;
};

struct BenchResult {
  BenchCase shape;
  BenchWork work = BenchWork::train;
  int threads = 1;
  std::int64_t parameters = 0;
  double peak_memory_bytes = 0;  ///< of activations, gradients and panels: beside weights and data
  std::vector<BenchRound> rounds;

  base::Estimate tokens_per_second() const;  ///< median, lowest and highest of the rounds
  double best_tokens_per_second() const;     ///< of the shortest repetition of all
  double tokens_per_cpu_second() const;
  double flops() const;       ///< a second, by the median
  double peak_flops() const;  ///< a second: the highest of the rounds
  double share_of_peak() const;

  /// What share_of_peak() would be if every thread had a core to itself.
  double share_of_peak_by_cpu() const;

  /// CPU time over threads times wall time: well below 1, the machine was busy with something else.
  double share_of_cpu() const;
};

/// A result for each shape, number of threads and work, in this order. Measurements are
/// interleaved: one round of all shapes, then the next. All shapes are in memory at once.
std::vector<BenchResult> bench(const std::vector<BenchCase>& shapes, const BenchPlan& plan);

}  // namespace lab::bench
