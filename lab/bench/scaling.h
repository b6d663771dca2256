#pragma once
#include <string>
#include <vector>

#include "lab/bench/bench.h"

namespace lab::bench {

/// One shape of a series in which a single number grows.
struct ScalingRow {
  std::string grows;           ///< "width", "blocks", "length" or "threads"
  double expected = 1;         ///< flops a token and thread over those of the first shape
  double measured = 1;         ///< seconds a token over those of the first shape
  double measured_by_cpu = 1;  ///< the same of CPU seconds a token and thread
  BenchResult result;

  /// 1: cost grows as the work does. Below 1: more slowly, the first shape is the least efficient.
  double ratio() const { return measured / expected; }
  double ratio_by_cpu() const { return measured_by_cpu / expected; }
};

/// Each result against the first of the same work whose shape has the same name.
std::vector<ScalingRow> compared(const std::vector<BenchResult>& results);

/// Training steps over a series of widths, of depths and of threads (1, 2, 4, ... up to `threads`;
/// the other series on one thread), and all works over lengths from 64 to 16,384, `rounds` of
/// `seconds` for each shape, interleaved.
std::vector<ScalingRow> bench_scaling(int threads, int rounds, double seconds);

}  // namespace lab::bench
