#include "lab/bench.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <functional>

#include "base/random.h"
#include "base/statistics.h"
#include "model/learner.h"
#include "model/peak.h"

namespace lab {
namespace {

constexpr model::Index vocabulary = 128;

model::TransformerConfig config_of(const BenchCase& shape) {
  model::TransformerConfig config;
  config.vocabulary = vocabulary;
  config.max_positions = shape.length;
  config.width = shape.width;
  config.heads = shape.heads;
  config.hidden = 4 * shape.width;
  config.blocks = shape.blocks;
  config.positions = model::Positions::learned;
  return config;
}

std::vector<model::Batch> batches_of(const BenchCase& shape) {
  base::Random random(1, "bench");
  std::vector<model::Batch> chunks;
  const model::Index in_chunk = std::max<model::Index>(1, shape.chunk / shape.length);
  for (model::Index s = 0; s < shape.sequences; ++s) {
    if (s % in_chunk == 0) chunks.emplace_back();
    model::Batch& batch = chunks.back();
    for (model::Index t = 0; t < shape.length; ++t) {
      batch.target_rows.push_back(batch.rows());
      batch.tokens.push_back(static_cast<int>(random.below(vocabulary)));
      batch.positions.push_back(static_cast<int>(t));
      batch.targets.push_back(static_cast<int>(random.below(vocabulary)));
      batch.weights.push_back(1);
    }
    batch.starts.push_back(batch.rows());
  }
  return chunks;
}

/// Seconds of each repetition, the first (which warms up) left out.
std::vector<double> time_repetitions(double seconds, const std::function<void()>& work) {
  using Clock = std::chrono::steady_clock;
  work();
  std::vector<double> times;
  const Clock::time_point begin = Clock::now();
  while (times.size() < 3 ||
         std::chrono::duration<double>(Clock::now() - begin).count() < seconds) {
    const Clock::time_point start = Clock::now();
    work();
    times.push_back(std::chrono::duration<double>(Clock::now() - start).count());
  }
  return times;
}

double peak_memory_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return double(usage.ru_maxrss) * 1024;
}

/// Forward: 2 flops for each weight of a product and token, and 2 L C T for the causal half of the
/// two attention products; backward twice as much.
double flops_per_token(const BenchCase& c, bool backward) {
  const double weights =
      12.0 * double(c.blocks) * double(c.width * c.width) + double(vocabulary) * double(c.width);
  const double forward = 2 * weights + 2 * double(c.blocks * c.width * c.length);
  return backward ? 3 * forward : forward;
}

}  // namespace

const std::vector<BenchCase>& bench_cases() {
  static const std::vector<BenchCase> cases{{"A", 2, 128, 4, 64, 64, 128},
                                            {"B", 4, 256, 8, 64, 64, 256},
                                            {"C", 2, 64, 4, 40, 128, 160},
                                            {"D", 8, 512, 8, 64, 32, 256},
                                            {"T300", 2, 64, 4, 300, 32, 300}};
  return cases;
}

std::vector<BenchResult> bench(const BenchCase& shape, int threads, double seconds) {
  const double peak_before = model::peak_flops(threads);
  model::Learner learner(config_of(shape), threads, threads);
  model::Learned learned = learner.start(1);
  const std::vector<model::Batch> chunks = batches_of(shape);
  model::StepConfig step;
  step.learning_rate = 1e-3;
  step.clip = 1;
  const auto train = time_repetitions(seconds, [&] { learner.step(chunks, step, learned); });
  const auto score = time_repetitions(seconds, [&] { learner.predict(learned.weights, chunks); });
  const double peak = std::max(peak_before, model::peak_flops(threads));
  const double tokens = double(shape.length * shape.sequences);
  const auto result = [&](const char* work, const std::vector<double>& times, bool backward) {
    BenchResult r{shape.name, work};
    r.tokens_per_second = tokens / base::median(times);
    r.best_tokens_per_second = tokens / *std::min_element(times.begin(), times.end());
    r.flops_per_token = flops_per_token(shape, backward);
    r.peak_flops = peak;
    r.parameters = learner.layout().size();
    r.peak_memory_bytes = peak_memory_bytes();
    return r;
  };
  return {result("train", train, true), result("score", score, false)};
}

}  // namespace lab
