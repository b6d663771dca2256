#include "model/arithmetic/peak.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "base/parallel.h"
#include "model/arithmetic/choose_arithmetic.h"

namespace model::arithmetic {

const char* arithmetic_name() { return choose_arithmetic().name; }

double peak_flops(int threads) {
  constexpr Index rounds = 400'000;
  constexpr int tries = 20;
  const Arithmetic<float>& arithmetic = choose_arithmetic();
  std::vector<float> sinks(static_cast<std::size_t>(threads) * 16, 1);  // a cache line each
  std::vector<double> done(sinks.size());
  double best = 0;
  for (int i = 0; i < tries; ++i) {
    const auto start = std::chrono::steady_clock::now();
    base::parallel_for(threads, threads, [&](std::int64_t t) {
      const auto at = static_cast<std::size_t>(t) * 16;
      done[at] = arithmetic.multiply_adds(rounds, &sinks[at]);
    });
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    double flops = 0;
    for (const double d : done) flops += d;
    best = std::max(best, flops / seconds.count());
  }
  return best;
}

}  // namespace model::arithmetic
