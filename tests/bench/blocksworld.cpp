// How long an example of 8 blocks takes, drawn from the training pool and judged: CPU time, one
// core. Wanted: under 10 microseconds, so 100,000 a second.
//   cmake --build build/release --target bench_blocksworld
//   build/release/bench_blocksworld

#include "tasks/blocksworld/blocksworld.h"

#include <benchmark/benchmark.h>

#include "tasks/pool.h"

namespace {

void draw_and_judge(benchmark::State& state) {
  const tasks::blocksworld::Blocksworld task(
      {.problems = static_cast<tasks::blocksworld::BlocksClass>(state.range(0)),
       .planner = static_cast<tasks::blocksworld::BlocksPlanner>(state.range(1)),
       .trace = static_cast<tasks::blocksworld::BlocksTrace>(state.range(2))});
  std::uint64_t index = 0;
  for ([[maybe_unused]] auto _ : state) {
    const auto example = tasks::example_at(task, tasks::Pool::train, 8, 1, index++);
    if (!task.solves(example.prompt, example.answer)) state.SkipWithError("not solved");
  }
}

}  // namespace

// Problems, planner, trace: by their number in tasks/blocksworld/config.h.
BENCHMARK(draw_and_judge)
    ->ArgNames({"problems", "planner", "trace"})
    ->ArgsProduct({{0, 1, 2, 3, 4}, {0}, {0, 1, 2, 3}})
    ->ArgsProduct({{1, 3, 4}, {1, 2, 3}, {0}});
BENCHMARK_MAIN();
