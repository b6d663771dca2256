#include <malloc.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <new>
#include <string>

#include "model/arithmetic/peak.h"
#include "model/layers/attention.h"
#include "model/training/learner.h"
#include "tests/model/layers/sample_batch.h"

namespace {

std::atomic<std::int64_t> allocations = 0;

void* counted(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size > 0 ? size : 1)) return memory;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept try {
  return counted(size);
} catch (const std::bad_alloc&) {
  return nullptr;
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace model::training {

TEST_CASE("a training step after the first takes no memory from the heap") {
  if (std::string(arithmetic::arithmetic_name()) == "eigen") {
    WARN("skipped: the Eigen reference makes temporaries");
    return;
  }
  const auto positions = GENERATE(from_range(layers::all_positions));
  const auto products = GENERATE(from_range(layers::all_product_precisions));
  layers::TransformerConfig config;
  config.vocabulary = 19;
  config.max_positions = 600;
  config.width = 48;
  config.heads = 3;
  config.positions = positions;
  config.products = products;
  config.logit_scale = layers::LogitScale::learned_log_n;
  Learner learner(config, 3, 1);
  TrainingState state = learner.start(1, true);
  std::vector<layers::Batch> chunks;
  for (std::uint64_t i = 0; i < 5; ++i) chunks.push_back(layers::sample_batch({3, 17, 29}, 19, i));
  chunks.push_back(layers::sample_batch({layers::short_text + 20}, 19, 5));
  StepConfig step;
  step.learning_rate = 1e-3;
  step.clip = 1;
  step.average_decay = 0.9;
  learner.step(chunks, step, state);
  const std::int64_t before = allocations;
  const std::size_t held = mallinfo2().uordblks;
  for (int s = 0; s < 3; ++s) learner.step(chunks, step, state);
  const std::int64_t after = allocations;  // before a CHECK allocates
  const std::size_t still_held = mallinfo2().uordblks;
  CHECK(after == before);
  CHECK(still_held == held);
}

}  // namespace model::training
