#include "model/training/learner.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "base/error.h"
#include "model/arithmetic/peak.h"
#include "tests/model/layers/sample_batch.h"

namespace model::training {
namespace {

layers::TransformerConfig config_with(
    layers::Positions positions,
    layers::ProductPrecision products = layers::ProductPrecision::float32) {
  layers::TransformerConfig config;
  config.vocabulary = 19;
  config.max_positions = 64;
  config.width = 48;
  config.heads = 3;
  config.hidden = 80;
  config.blocks = 3;
  config.positions = positions;
  config.logit_scale = layers::LogitScale::learned_log_n;
  config.products = products;
  return config;
}

std::vector<layers::Batch> sample_chunks(std::size_t count) {
  std::vector<layers::Batch> chunks;
  for (std::size_t i = 0; i < count; ++i) {
    chunks.push_back(
        layers::sample_batch({3, 17, 1, static_cast<arithmetic::Index>(20 + i)}, 19, i));
  }
  return chunks;
}

StepConfig step_config() {
  StepConfig config;
  config.learning_rate = 3e-3;
  config.clip = 1;
  config.average_decay = 0.9;
  return config;
}

TrainingState trained(int lanes, int threads, int steps,
                      layers::ProductPrecision products = layers::ProductPrecision::float32) {
  Learner learner(config_with(layers::Positions::rotary, products), lanes, threads);
  TrainingState state = learner.start(7, true);
  const std::vector<layers::Batch> chunks = sample_chunks(7);
  for (int s = 0; s < steps; ++s) learner.step(chunks, step_config(), state);
  return state;
}

bool same_bits(const layers::Flat<float>& a, const layers::Flat<float>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

/// The weights after a few steps with this arithmetic; nothing if the CPU cannot run it.
std::optional<layers::Flat<float>> trained_with(
    const char* isa, layers::ProductPrecision products = layers::ProductPrecision::float32) {
  const char* before = std::getenv("LAB_ISA");
  const std::string kept = before ? before : "";
  setenv("LAB_ISA", isa, 1);
  std::optional<layers::Flat<float>> weights;
  try {
    weights = trained(2, 1, 5, products).weights;
  } catch (const base::Error& error) {
    WARN(error.what());
  }
  before ? setenv("LAB_ISA", kept.c_str(), 1) : unsetenv("LAB_ISA");
  return weights;
}

}  // namespace

/// Largest difference of two weights.
double distance(const layers::Flat<float>& a, const layers::Flat<float>& b) {
  double worst = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    worst = std::max(worst, std::abs(double(a[i]) - double(b[i])));
  }
  return worst;
}

TEST_CASE("all vector instruction sets train to the same bits, and Eigen to nearly the same") {
  const auto products = GENERATE(from_range(layers::all_product_precisions));
  const auto eigen = trained_with("eigen", products);
  REQUIRE(eigen);
  const auto avx2 = trained_with("avx2", products);
  if (!avx2) return;
  for (const char* isa : {"avx512", "avx512bf16", "amx"}) {
    const auto other = trained_with(isa, products);
    if (other) CHECK(same_bits(*other, *avx2));
  }
  // AdamW's first steps move by the rate, whatever the gradient's size; rounding to eight bits
  // turns a difference in the last of 24 bits into one in the eighth.
  const double worst = distance(*eigen, *avx2);
  CHECK(worst < (products == layers::ProductPrecision::float32 ? 2e-3 : 2e-2));
  CHECK(worst > 0);
}

TEST_CASE("products in bfloat16 change the weights a little, and not nothing") {
  const layers::Flat<float> one = trained(2, 1, 5).weights;
  const double moved = distance(one, trained(2, 1, 5, layers::ProductPrecision::bfloat16).weights);
  CHECK(moved > 1e-5);
  CHECK(moved < 2e-2);
}

TEST_CASE("products in the order of AMX are summed in another order than a CPU without it would") {
  if (std::string(arithmetic::arithmetic_name()) == "eigen") return;  // it has one order
  const layers::Flat<float> plain = trained(2, 1, 5, layers::ProductPrecision::bfloat16).weights;
  const layers::Flat<float> tiles =
      trained(2, 1, 5, layers::ProductPrecision::bfloat16_amx).weights;
  CHECK_FALSE(same_bits(plain, tiles));
  CHECK(distance(plain, tiles) < 2e-2);
}

TEST_CASE("an unknown LAB_ISA is an error that names the choices") {
  CHECK(trained_with("sse9") == std::nullopt);
}

TEST_CASE("weights have the same bits for 1, 2, 3 and 8 threads") {
  const auto products = GENERATE(from_range(layers::all_product_precisions));
  const TrainingState one = trained(4, 1, 5, products);
  for (const int threads : {2, 3, 8}) {
    const TrainingState many = trained(4, threads, 5, products);
    CHECK(same_bits(one.weights, many.weights));
    CHECK(same_bits(one.first, many.first));
    CHECK(same_bits(one.second, many.second));
    CHECK(same_bits(one.average, many.average));
  }
}

TEST_CASE("a batch can be learned by heart, and prediction then agrees with its targets") {
  const auto products = GENERATE(from_range(layers::all_product_precisions));
  Learner learner(config_with(layers::Positions::none, products), 2, 1);
  TrainingState state = learner.start(1);
  const std::vector<layers::Batch> chunks{layers::sample_batch({12, 12, 9}, 19, 5)};
  const double before = learner.step(chunks, step_config(), state).loss.nats;
  StepReport report;
  for (int s = 0; s < 150; ++s) report = learner.step(chunks, step_config(), state);
  CHECK(report.loss.nats < 0.05 * before);
  const auto predictions = learner.predict(state.weights, chunks);
  REQUIRE(predictions.size() == 1);
  for (std::size_t m = 0; m < chunks[0].targets.size(); ++m) {
    CHECK(predictions[0][m].token == chunks[0].targets[m]);
  }
}

TEST_CASE(
    "the loss of a fresh model is about ln V, and the sum over chunks does not depend on cuts") {
  Learner learner(config_with(layers::Positions::alibi), 3, 2);
  const TrainingState state = learner.start(1);
  const std::vector<layers::Batch> whole{layers::sample_batch({5, 8, 13}, 19, 1)};
  const auto predictions = learner.predict(state.weights, whole);
  double mean = 0;
  for (const layers::Prediction& p : predictions[0])
    mean += double(p.nats) / double(predictions[0].size());
  CHECK(mean == Approx(std::log(19.0)).margin(0.5));
}

TEST_CASE("packing more sequences into a batch changes no scored number") {
  const auto positions = GENERATE(from_range(layers::all_positions));
  const auto products = GENERATE(from_range(layers::all_product_precisions));
  Learner learner(config_with(positions, products), 1, 1);
  const TrainingState state = learner.start(3);
  const layers::Batch alone = layers::sample_batch({14}, 19, 2);
  layers::Batch packed = layers::sample_batch({6, 21}, 19, 4);
  const arithmetic::Index shift = packed.rows();
  packed.starts.push_back(shift + alone.rows());
  packed.tokens.insert(packed.tokens.end(), alone.tokens.begin(), alone.tokens.end());
  packed.positions.insert(packed.positions.end(), alone.positions.begin(), alone.positions.end());
  packed.targets.insert(packed.targets.end(), alone.targets.begin(), alone.targets.end());
  packed.weights.insert(packed.weights.end(), alone.weights.begin(), alone.weights.end());
  for (const arithmetic::Index row : alone.target_rows) packed.target_rows.push_back(shift + row);
  const std::vector<layers::Batch> chunks{alone, packed};
  const auto predictions = learner.predict(state.weights, chunks);
  const std::size_t first = predictions[1].size() - predictions[0].size();
  for (std::size_t m = 0; m < predictions[0].size(); ++m) {
    CHECK(predictions[1][first + m].token == predictions[0][m].token);
    const float packed_nats = predictions[1][first + m].nats, nats = predictions[0][m].nats;
    if (std::string(arithmetic::arithmetic_name()) ==
        "eigen") {  // its blocking depends on the shape
      CHECK(packed_nats == Approx(nats).epsilon(1e-5));
    } else {
      CHECK(packed_nats == nats);
    }
  }
}

TEST_CASE("decoding token by token says what one forward pass over the text says") {
  const auto positions = GENERATE(from_range(layers::all_positions));
  const auto products = GENERATE(from_range(layers::all_product_precisions));
  Learner learner(config_with(positions, products), 1, 1);
  TrainingState state = learner.start(3);
  for (float& w : state.weights) w *= 3;  // away from near ties
  const std::vector<std::vector<int>> prompts{{1, 2, 3}, {4}, {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}};
  const std::vector<int> limits{30, 20, 1};
  const auto answers = learner.decode(state.weights, prompts, limits, 18);
  for (std::size_t i = 0; i < prompts.size(); ++i) {
    REQUIRE(!answers[i].empty());
    CHECK(std::ssize(answers[i]) <= limits[i]);
    std::vector<int> text = prompts[i];
    text.insert(text.end(), answers[i].begin(), answers[i].end());
    layers::Batch batch;
    for (std::size_t t = 0; t + 1 < text.size(); ++t) {
      batch.tokens.push_back(text[t]);
      batch.positions.push_back(static_cast<int>(t));
      if (t + 1 < prompts[i].size()) continue;
      batch.target_rows.push_back(static_cast<arithmetic::Index>(t));
      batch.targets.push_back(text[t + 1]);
      batch.weights.push_back(1);
    }
    batch.starts = {0, batch.rows()};
    const std::vector<layers::Batch> chunks{batch};
    const auto predictions = learner.predict(state.weights, chunks);
    for (std::size_t m = 0; m < answers[i].size(); ++m) {
      CHECK(predictions[0][m].token == answers[i][m]);
    }
  }
}

TEST_CASE("a loss that is not finite is an error, and the state stays as it was") {
  Learner learner(config_with(layers::Positions::none), 1, 1);
  TrainingState state = learner.start(3);
  state.weights[0] = std::nanf("");
  const TrainingState before = state;
  const std::vector<layers::Batch> chunks{layers::sample_batch({12}, 19, 5),
                                          layers::sample_batch({19}, 19, 6)};
  CHECK_THROWS_WITH(learner.step(chunks, step_config(), state),
                    Catch::Contains("step 1") && Catch::Contains("not finite"));
  CHECK(same_bits(before.weights, state.weights));
  CHECK(state.step == 0);
}

TEST_CASE("impossible shapes and tokens out of range are errors that name the place") {
  layers::TransformerConfig config = config_with(layers::Positions::none);
  config.heads = 5;
  CHECK_THROWS_WITH(Learner(config, 1, 1), "model.heads: must divide model.width, got 5 and 48");
  Learner learner(config_with(layers::Positions::learned), 1, 1);
  const TrainingState state = learner.start(1);
  std::vector<layers::Batch> chunks{layers::sample_batch({9}, 19)};
  chunks[0].tokens[3] = 19;
  CHECK_THROWS_WITH(learner.predict(state.weights, chunks), "token: must be in 0..18, got 19");
  chunks[0].tokens[3] = 1;
  chunks[0].positions[3] = 64;
  CHECK_THROWS_AS(learner.predict(state.weights, chunks), base::Error);
}

}  // namespace model::training
