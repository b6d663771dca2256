#include <benchmark/benchmark.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "tasks/catalog/catalog.h"
#include "tasks/pool.h"

// How long a task takes to draw a training example, each task of the catalog with its defaults:
//   cmake --build build/release --target bench_sampling && build/release/bench_sampling
// Goal: 10^6 examples a second of CPU time of the cheapest task.

namespace {

void draw_examples(benchmark::State& state, const tasks::Task& task) {
  const tasks::Range offered = task.difficulties();
  const int difficulty = std::clamp(8, offered.low, offered.high);
  std::uint64_t index = 0;
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(
        tasks::example_at(task, tasks::Pool::train, difficulty, 1, index++).answer.data());
  }
  state.SetItemsProcessed(state.iterations());
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::unique_ptr<const tasks::Task>> made;
  for (const tasks::catalog::CatalogEntry& entry : tasks::catalog::catalog()) {
    made.push_back(tasks::catalog::make_task(entry.config));
    const tasks::Task& task = *made.back();
    benchmark::RegisterBenchmark(entry.name.c_str(),
                                 [&task](benchmark::State& state) { draw_examples(state, task); });
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
}
