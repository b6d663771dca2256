#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "model/arithmetic/reference.h"
#include "model/transformer/transformer.h"
#include "tests/model/arithmetic/tables.h"
#include "tests/model/layers/sample_batch.h"

namespace model::transformer {
namespace {

layers::TransformerConfig small_config() {
  layers::TransformerConfig config;
  config.vocabulary = 11;
  config.max_positions = 24;
  config.width = 12;
  config.heads = 3;
  config.hidden = 20;
  config.blocks = 2;
  return config;
}

/// The summed loss of one batch, in double.
double nats(Transformer<double>& transformer, const layers::Flat<double>& weights,
            const layers::Batch& batch) {
  Trace<double> trace;
  layers::AttentionScratch<double> scratch;
  transformer.load(weights, 1);
  transformer.forward(batch, trace, scratch);
  return transformer.loss(batch, trace).nats;
}

/// Largest |analytic - numeric| / (|analytic| + |numeric|) over a few entries of every tensor.
double worst_gradient_error(const layers::TransformerConfig& config, const layers::Batch& batch,
                            int entries = 5) {
  Transformer<double> transformer(config, arithmetic::reference_arithmetic<double>());
  const layers::Layout& layout = transformer.parameters().layout;
  layers::Flat<double> weights = layers::initial_weights<double>(config, layout, 3);
  layers::Flat<double> gradient(weights.size(), 0);
  Trace<double> trace;
  layers::BlockScratch<double> scratch;
  transformer.load(weights, 1);
  transformer.forward(batch, trace, scratch.attention);
  transformer.loss(batch, trace);
  transformer.backward(batch, trace, scratch, gradient);
  double worst = 0;
  for (const layers::Tensor& tensor : layout.tensors()) {
    base::Random pick(9, tensor.name);
    for (int k = 0; k < entries; ++k) {
      const auto i = static_cast<std::size_t>(tensor.slot.offset + pick.below(tensor.slot.size()));
      const double kept = weights[i], h = 1e-5;
      weights[i] = kept + h;
      const double up = nats(transformer, weights, batch);
      weights[i] = kept - h;
      const double down = nats(transformer, weights, batch);
      weights[i] = kept;
      const double numeric = (up - down) / (2 * h);
      const double error =
          std::abs(numeric - gradient[i]) / (1e-4 + std::abs(numeric) + std::abs(gradient[i]));
      INFO(tensor.name << " " << numeric << " " << gradient[i]);
      CHECK(error < 2e-5);
      worst = std::max(worst, error);
    }
  }
  return worst;
}

/// The gradient of every tensor at fresh weights, by these kernels.
template <typename Real>
layers::Flat<Real> gradient_of(const layers::TransformerConfig& config,
                               const arithmetic::Arithmetic<Real>& arithmetic,
                               const layers::Batch& batch) {
  Transformer<Real> transformer(config, arithmetic);
  const layers::Layout& layout = transformer.parameters().layout;
  const layers::Flat<float> drawn = layers::initial_weights<float>(config, layout, 3);
  const layers::Flat<Real> weights(drawn.begin(), drawn.end());
  layers::Flat<Real> gradient(weights.size(), 0);
  Trace<Real> trace;
  layers::BlockScratch<Real> scratch;
  transformer.load(weights, 1);
  transformer.forward(batch, trace, scratch.attention);
  transformer.loss(batch, trace);
  transformer.backward(batch, trace, scratch, gradient);
  return gradient;
}

/// |a - b| / |b| over the numbers of one tensor.
double relative_distance(const layers::Slot& slot, const layers::Flat<float>& a,
                         const layers::Flat<double>& b) {
  double difference = 0, size = 0;
  for (arithmetic::Index j = slot.offset; j < slot.offset + slot.size(); ++j) {
    const auto i = static_cast<std::size_t>(j);
    difference += (double(a[i]) - b[i]) * (double(a[i]) - b[i]);
    size += b[i] * b[i];
  }
  return std::sqrt(difference) / (std::sqrt(size) + 1e-6);
}

}  // namespace

TEST_CASE("the gradient of every tensor agrees with central differences in every mode") {
  const layers::Batch batch = layers::sample_batch({7, 1, 15, 4}, 11);
  const auto positions = GENERATE(from_range(layers::all_positions));
  const auto logit_scale = GENERATE(from_range(layers::all_logit_scales));
  const bool tied = GENERATE(true, false);
  layers::TransformerConfig config = small_config();
  config.positions = positions;
  config.logit_scale = logit_scale;
  config.tied_embeddings = tied;
  CAPTURE(positions, logit_scale, tied);
  CHECK(worst_gradient_error(config, batch) < 2e-5);
}

TEST_CASE("the gradient is right of texts whose attention weights are made again") {
  layers::TransformerConfig config = small_config();
  config.max_positions = 600;
  const bool all_modes = GENERATE(true, false);
  if (all_modes) {
    config.positions = GENERATE(from_range(layers::all_positions));
    config.logit_scale = layers::LogitScale::learned_log_n;
  } else {
    config.positions = layers::Positions::alibi;
    config.logit_scale = GENERATE(from_range(layers::all_logit_scales));
  }
  CAPTURE(config.positions, config.logit_scale);
  const arithmetic::Index longer = layers::short_text + 25;  // six times what goes back at once
  CHECK(worst_gradient_error(config, layers::sample_batch({3, longer}, 11), 1) < 2e-5);
}

TEST_CASE("the gradient is right of texts of several blocks of keys") {
  layers::TransformerConfig config = small_config();
  config.max_positions = 2000;
  config.positions = layers::Positions::rotary;
  config.logit_scale = layers::LogitScale::learned_log_n;
  for (const arithmetic::Index length : {2 * layers::short_text, 2 * layers::short_text + 1}) {
    CHECK(worst_gradient_error(config, layers::sample_batch({length, 5}, 11), 1) < 2e-5);
  }
}

TEST_CASE("the gradient is right when every row is a target and when there is one block") {
  layers::Batch batch = layers::sample_batch({5, 9}, 11);
  batch.target_rows.clear();
  batch.targets.assign(batch.tokens.size(), 3);
  batch.weights.assign(batch.tokens.size(), 1);
  for (arithmetic::Index n = 0; n < batch.rows(); ++n) batch.target_rows.push_back(n);
  layers::TransformerConfig config = small_config();
  config.blocks = 1;
  CHECK(worst_gradient_error(config, batch) < 2e-5);
}

TEST_CASE("the gradient is right when rows go through the blocks more than once") {
  layers::TransformerConfig config = small_config();
  config.loops = 3;
  config.logit_scale = layers::LogitScale::learned_log_n;
  CHECK(worst_gradient_error(config, layers::sample_batch({7, 1, 15, 4}, 11)) < 2e-5);
}

TEST_CASE("two loops compute what twice the blocks with the same weights compute") {
  const layers::Batch batch = layers::sample_batch({7, 1, 15, 4}, 11);
  layers::TransformerConfig looped = small_config(), unrolled = small_config();
  looped.blocks = 1;
  looped.loops = 2;
  Transformer<double> a(looped, arithmetic::reference_arithmetic<double>()),
      b(unrolled, arithmetic::reference_arithmetic<double>());
  const layers::Layout &from = a.parameters().layout, &to = b.parameters().layout;
  const layers::Flat<double> weights = layers::initial_weights<double>(looped, from, 3);
  layers::Flat<double> copied(static_cast<std::size_t>(to.size()));
  for (const layers::Tensor& tensor : to.tensors()) {
    const std::string name =
        tensor.name.starts_with("block.1") ? "block.0" + tensor.name.substr(7) : tensor.name;
    const auto same = std::ranges::find(from.tensors(), name, &layers::Tensor::name);
    REQUIRE(same != from.tensors().end());
    std::copy_n(weights.begin() + same->slot.offset, tensor.slot.size(),
                copied.begin() + tensor.slot.offset);
  }
  CHECK(nats(a, weights, batch) == nats(b, copied, batch));
}

TEST_CASE("every kernel's gradient agrees with that in double, tensor by tensor") {
  const layers::Batch batch = layers::sample_batch({7, 1, 15, 40, 4}, 11);
  const auto positions =
      GENERATE(layers::Positions::learned, layers::Positions::rotary, layers::Positions::alibi);
  layers::TransformerConfig config = small_config();
  config.positions = positions;
  config.max_positions = 64;
  config.width = 42;  // partial vectors, partial pairs of heads
  config.hidden = 75;
  config.logit_scale = layers::LogitScale::learned_log_n;
  const layers::Flat<double> exact =
      gradient_of(config, arithmetic::reference_arithmetic<double>(), batch);
  layers::TransformerConfig rounded = config;
  rounded.products =
      GENERATE(layers::ProductPrecision::bfloat16, layers::ProductPrecision::bfloat16_amx);
  const layers::Flat<double> exact_of_rounded =
      gradient_of(rounded, arithmetic::reference_arithmetic<double>(), batch);
  const layers::Parameters parameters = layers::parameters_of(config);
  for (const arithmetic::Arithmetic<float>* table : arithmetic::all_tables()) {
    const layers::Flat<float> gradient = gradient_of(config, *table, batch);
    const layers::Flat<float> gradient_of_rounded = gradient_of(rounded, *table, batch);
    for (const layers::Tensor& tensor : parameters.layout.tensors()) {
      CAPTURE(table->name, positions, tensor.name);
      CHECK(relative_distance(tensor.slot, gradient, exact) < 2e-5);
      // Eight bits: half a unit in the last place is 2^-9 = 0.2 %, here through two blocks.
      CHECK(relative_distance(tensor.slot, gradient_of_rounded, exact) < 5e-2);
      // Rounded alike but for the few numbers that lie next to a tie.
      CHECK(relative_distance(tensor.slot, gradient_of_rounded, exact_of_rounded) < 5e-3);
    }
  }
}

}  // namespace model::transformer
