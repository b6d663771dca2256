#include "model/training/memory.h"

#include <malloc.h>

#include <catch2/catch.hpp>

#include "model/arithmetic/choose_arithmetic.h"
#include "model/layers/attention_plan.h"
#include "model/training/learner.h"
#include "model/transformer/text_group.h"
#include "tests/model/layers/sample_batch.h"

namespace model::training {
namespace {

using arithmetic::Index;

/// Bytes that this process holds.
double held() {
  const struct mallinfo2 info = mallinfo2();
  return static_cast<double>(info.uordblks + info.hblkhd);
}

/// Whether the allocator counts: a sanitizer's does not.
bool counts() {
  const double before = held();
  const std::vector<float> some(100'000);
  if (held() > before && some.back() == 0) return true;
  WARN("skipped: this allocator does not say what it holds");
  return false;
}

layers::TransformerConfig config_of(Index blocks, layers::ProductPrecision products) {
  layers::TransformerConfig config;
  config.vocabulary = 150;
  config.max_positions = 1500;
  config.width = 64;
  config.hidden = 256;
  config.heads = 4;
  config.blocks = blocks;
  config.positions = layers::Positions::learned;
  config.products = products;
  return config;
}

ChunkSize size_of(const layers::Batch& batch) {
  ChunkSize size{batch.rows(), batch.scored(), 0};
  for (Index b = 0; b < batch.sequences(); ++b) {
    const auto text = static_cast<std::size_t>(b);
    size.longest = std::max(size.longest, batch.starts[text + 1] - batch.starts[text]);
  }
  return size;
}

/// An estimate is a bound, to a few rows, and no loose one.
void check_bound(double measured, std::int64_t estimated) {
  CHECK(measured < 1.02 * static_cast<double>(estimated));
  CHECK(measured > 0.8 * static_cast<double>(estimated));
}

std::vector<Index> many(Index texts, Index length) {
  return std::vector<Index>(static_cast<std::size_t>(texts), length);
}

TEST_CASE("what is estimated to be taken is what is taken") {
  if (!counts()) return;
  const auto products = GENERATE(from_range(layers::all_product_precisions));
  const Index blocks = GENERATE(1, 3);
  const auto lengths = GENERATE(many(40, 30), many(3, 400), many(1, layers::short_text + 900));
  const layers::TransformerConfig config = config_of(blocks, products);
  const int lanes = 2;
  std::vector<layers::Batch> chunks;
  for (std::uint64_t i = 0; i < 2; ++i) {
    chunks.push_back(layers::sample_batch(lengths, config.vocabulary, i));
  }
  const ChunkSize size = size_of(chunks.front());
  CAPTURE(blocks, size.rows, size.targets, size.longest, static_cast<int>(products));

  SECTION("in training") {
    const double before = held();
    Learner learner(config, lanes, 1);
    TrainingState state = learner.start(1);
    learner.step(chunks, {}, state);
    check_bound(held() - before,
                bytes_of_weights(config, lanes, false) + lanes * bytes_to_train(config, size));
  }
  SECTION("in scoring") {
    Learner learner(config, lanes, 1);
    const TrainingState state = learner.start(1);
    const double before = held();
    const auto predictions = learner.predict(state.weights, chunks);
    check_bound(held() - before, lanes * bytes_to_score(config, size));
    CHECK(predictions.size() == chunks.size());
  }
  SECTION("by texts that go on") {
    transformer::Transformer<float> transformer(config, arithmetic::choose_arithmetic());
    const TrainingState state = Learner(config, 1, 1).start(1);
    transformer.load(state.weights, 1);
    const double before = held();
    transformer::TextGroup group(transformer);
    const std::vector<int> prompt(static_cast<std::size_t>(size.longest - 1), 1);
    const std::vector<std::span<const int>> texts(16, prompt);
    const std::vector<Index> limits(16, size.longest);
    group.start(texts, limits);
    check_bound(held() - before, bytes_to_decode(config, 16, size.longest));
  }
}

}  // namespace
}  // namespace model::training
