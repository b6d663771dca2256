#include "lab/bench/scaling.h"

#include <algorithm>
#include <iterator>

namespace lab::bench {
namespace {

/// About as many tokens a step for every shape, so that the optimizer weighs the same.
constexpr model::arithmetic::Index step_tokens = 2048;

BenchCase shape_of(const char* grows, model::arithmetic::Index blocks,
                   model::arithmetic::Index width, model::arithmetic::Index length) {
  const model::arithmetic::Index chunk =
      std::max<model::arithmetic::Index>(width >= 256 ? 256 : 128, length);
  return {grows,      blocks, width,
          width / 32, length, std::max<model::arithmetic::Index>(1, step_tokens / length),
          chunk};
}

std::vector<BenchCase> sizes() {
  std::vector<BenchCase> shapes;
  for (const model::arithmetic::Index width : {64, 128, 256, 512}) {
    shapes.push_back(shape_of("width", 2, width, 64));
  }
  for (const model::arithmetic::Index blocks : {1, 2, 4, 8}) {
    shapes.push_back(shape_of("blocks", blocks, 128, 64));
  }
  return shapes;
}

std::vector<BenchCase> lengths() {
  std::vector<BenchCase> shapes;
  for (model::arithmetic::Index length = 64; length <= 16'384; length *= 2) {
    shapes.push_back(shape_of("length", 2, 64, length));
  }
  return shapes;
}

}  // namespace

std::vector<ScalingRow> compared(const std::vector<BenchResult>& results) {
  const auto cost = [](const BenchResult& r) {
    return flops_per_token(r.shape, r.work) / r.threads;
  };
  const auto cpu_speed = [](const BenchResult& r) { return r.tokens_per_cpu_second() * r.threads; };
  std::vector<ScalingRow> rows;
  for (const BenchResult& result : results) {
    const auto first = std::ranges::find_if(results, [&](const BenchResult& one) {
      return one.shape.name == result.shape.name && one.work == result.work;
    });
    const double speed = result.tokens_per_second().middle;
    rows.push_back({result.shape.name, cost(result) / cost(*first),
                    first->tokens_per_second().middle / speed,
                    cpu_speed(*first) / cpu_speed(result), result});
  }
  return rows;
}

std::vector<ScalingRow> bench_scaling(int threads, int rounds, double seconds) {
  BenchPlan plan{{BenchWork::train}, {1}, rounds, seconds};
  std::vector<ScalingRow> rows = compared(bench(sizes(), plan));
  std::ranges::move(compared(bench(lengths(), {.rounds = rounds, .seconds = seconds})),
                    std::back_inserter(rows));
  for (int t = 2; t <= threads; t *= 2) plan.threads.push_back(t);
  if (plan.threads.back() != threads) plan.threads.push_back(threads);
  std::ranges::move(compared(bench({shape_of("threads", 2, 128, 64)}, plan)),
                    std::back_inserter(rows));
  return rows;
}

}  // namespace lab::bench
