#include "lab/bench/bench.h"

#include <malloc.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <functional>
#include <span>
#include <string>

#include "base/clock.h"
#include "model/arithmetic/peak.h"
#include "model/training/learner.h"

namespace lab::bench {
namespace {

double cpu_seconds_now() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return double(time.tv_sec) + 1e-9 * double(time.tv_nsec);
}

/// The most memory that was taken since this was made, beside what the program held then. Where the
/// kernel does not let a program forget its own peak: since it began.
class PeakMemory {
 public:
  PeakMemory() {
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << "5";  // proc(5): the peak becomes what is held
    held_ = kibibytes("VmRSS:");
  }
  double bytes() const { return 1024 * std::max(0.0, kibibytes("VmHWM:") - held_); }

 private:
  static double kibibytes(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
      double number = 0;
      if (word == name && status >> number) return number;
    }
    return 0;
  }

  double held_ = 0;
};

/// Repeats the work for `seconds` after one repetition that warms up; for 0 seconds only once.
BenchRound measure(double seconds, const std::function<void()>& work) {
  if (seconds > 0) work();
  std::vector<double> wall, cpu;
  const double begin = base::seconds_now();
  do {
    const double start = base::seconds_now(), cpu_start = cpu_seconds_now();
    work();
    cpu.push_back(cpu_seconds_now() - cpu_start);
    wall.push_back(base::seconds_now() - start);
  } while (base::seconds_now() - begin < seconds);
  BenchRound round;
  round.seconds = base::median(wall);
  round.best_seconds = *std::min_element(wall.begin(), wall.end());
  round.cpu_seconds = base::median(cpu);
  round.repetitions = static_cast<int>(wall.size());
  return round;
}

/// A shape with all that its works need.
struct Subject {
  BenchCase shape;
  std::vector<model::layers::Batch> chunks;
  std::vector<std::vector<int>> prompts;
  std::vector<int> limits;
  model::training::TrainingState learned;

  explicit Subject(const BenchCase& c)
      : shape(c),
        chunks(bench_chunks(c)),
        limits(static_cast<std::size_t>(c.sequences), static_cast<int>(c.length)),
        learned(model::training::Learner(bench_config(c), 1, 1).start(1)) {
    for (const model::layers::Batch& chunk : chunks) {
      for (model::arithmetic::Index b = 0; b < chunk.sequences(); ++b) {
        const auto row = static_cast<std::size_t>(chunk.starts[static_cast<std::size_t>(b)]);
        prompts.push_back({chunk.tokens[row]});
      }
    }
  }

  void work(BenchWork work, model::training::Learner& learner) {
    constexpr int no_end = bench_vocabulary;  // no token ends an answer: all reach their limits
    model::training::StepConfig step;
    step.learning_rate = 1e-3;
    step.clip = 1;
    switch (work) {
      case BenchWork::train:
        learner.step(chunks, step, learned);
        return;
      case BenchWork::score:
        learner.predict(learned.weights, chunks);
        return;
      case BenchWork::decode:
        learner.decode(learned.weights, prompts, limits, no_end);
        return;
    }
  }
};

/// One more round of every work and number of threads; `results` are theirs, in bench()'s order.
void add_round(Subject& subject, const BenchPlan& plan, std::span<BenchResult> results) {
  for (const int threads : plan.threads) {
    const double peak = model::arithmetic::peak_flops(threads);
    for (const BenchWork work : plan.works) {
      const PeakMemory memory;
      model::training::Learner learner(bench_config(subject.shape), threads, threads);
      BenchRound round = measure(plan.seconds, [&] { subject.work(work, learner); });
      round.peak_flops = peak;
      BenchResult& result = results.front();
      result.shape = subject.shape;
      result.work = work;
      result.threads = threads;
      result.parameters = learner.layout().size();
      result.peak_memory_bytes = std::max(result.peak_memory_bytes, memory.bytes());
      result.rounds.push_back(round);
      results = results.subspan(1);
    }
  }
}

/// The numbers of all rounds.
std::vector<double> of_rounds(const std::vector<BenchRound>& rounds,
                              double (*number)(const BenchRound&)) {
  std::vector<double> numbers;
  for (const BenchRound& round : rounds) numbers.push_back(number(round));
  return numbers;
}

}  // namespace

base::Estimate BenchResult::tokens_per_second() const {
  const auto seconds = of_rounds(rounds, [](const BenchRound& r) { return r.seconds; });
  const base::Estimate range = base::median_range(seconds);
  const auto tokens = double(shape.tokens());
  return {tokens / range.middle, tokens / range.high, tokens / range.low};
}

double BenchResult::best_tokens_per_second() const {
  const auto seconds = of_rounds(rounds, [](const BenchRound& r) { return r.best_seconds; });
  return double(shape.tokens()) / *std::min_element(seconds.begin(), seconds.end());
}

double BenchResult::tokens_per_cpu_second() const {
  const auto seconds = of_rounds(rounds, [](const BenchRound& r) { return r.cpu_seconds; });
  return double(shape.tokens()) / base::median(seconds);
}

double BenchResult::flops() const {
  return tokens_per_second().middle * flops_per_token(shape, work);
}

double BenchResult::peak_flops() const {
  const auto peaks = of_rounds(rounds, [](const BenchRound& r) { return r.peak_flops; });
  return *std::max_element(peaks.begin(), peaks.end());
}

double BenchResult::share_of_peak() const { return flops() / peak_flops(); }

double BenchResult::share_of_peak_by_cpu() const {
  return tokens_per_cpu_second() * flops_per_token(shape, work) * threads / peak_flops();
}

double BenchResult::share_of_cpu() const {
  return base::median(
             of_rounds(rounds, [](const BenchRound& r) { return r.cpu_seconds / r.seconds; })) /
         threads;
}

std::vector<BenchResult> bench(const std::vector<BenchCase>& shapes, const BenchPlan& plan) {
  const std::size_t share = plan.threads.size() * plan.works.size();
  std::vector<BenchResult> results(shapes.size() * share);
  std::vector<Subject> subjects(shapes.begin(), shapes.end());
  for (int round = 0; round < plan.rounds; ++round) {
    for (std::size_t s = 0; s < subjects.size(); ++s) {
      add_round(subjects[s], plan, std::span(results).subspan(s * share, share));
    }
  }
  return results;
}

}  // namespace lab::bench
