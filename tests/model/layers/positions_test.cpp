#include "model/layers/positions.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "model/arithmetic/reference.h"
#include "model/transformer/transformer.h"

namespace model::layers {
namespace {

/// What a fresh model says after six tokens whose rows have these ids.
std::vector<double> logits_at(Positions positions, const std::vector<int>& ids) {
  TransformerConfig config;
  config.vocabulary = 11;
  config.width = 16;
  config.heads = 2;
  config.hidden = 24;
  config.positions = positions;
  transformer::Transformer<double> transformer(config, arithmetic::reference_arithmetic<double>());
  const auto weights = initial_weights<double>(config, transformer.parameters().layout, 3);
  transformer.load(weights, 1);
  Batch batch;
  batch.tokens = {3, 1, 4, 1, 5, 9};
  batch.positions = ids;
  batch.starts = {0, batch.rows()};
  batch.target_rows = {batch.rows() - 1};
  transformer::Trace<double> trace;
  AttentionScratch<double> scratch;
  transformer.forward(batch, trace, scratch);
  return {trace.logits.row(0), trace.logits.row(0) + config.vocabulary};
}

double distance(const std::vector<double>& a, const std::vector<double>& b) {
  double worst = 0;
  for (std::size_t i = 0; i < a.size(); ++i) worst = std::max(worst, std::abs(a[i] - b[i]));
  return worst;
}

}  // namespace

TEST_CASE("every encoding but none sees where a row stands") {
  const Positions positions = GENERATE(from_range(all_positions));
  CAPTURE(int(positions));
  const double moved =
      distance(logits_at(positions, {0, 1, 2, 3, 4, 5}), logits_at(positions, {0, 9, 2, 3, 4, 5}));
  CHECK((moved > 1e-4) == (positions != Positions::none));
}

TEST_CASE("rotary positions and ALiBi see distances alone, vectors added to tokens see the place") {
  const Positions positions =
      GENERATE(Positions::learned, Positions::sinusoidal, Positions::rotary, Positions::alibi);
  CAPTURE(int(positions));
  const double moved = distance(logits_at(positions, {0, 1, 2, 3, 4, 5}),
                                logits_at(positions, {7, 8, 9, 10, 11, 12}));
  const bool relative = positions == Positions::rotary || positions == Positions::alibi;
  CHECK((moved < 1e-9) == relative);
}

TEST_CASE("ALiBi's penalties halve from head to head as its paper says") {
  CHECK(distance_penalties<double>(Positions::alibi, 8) ==
        std::vector{1.0 / 2, 1.0 / 4, 1.0 / 8, 1.0 / 16, 1.0 / 32, 1.0 / 64, 1.0 / 128, 1.0 / 256});
  CHECK(distance_penalties<double>(Positions::alibi, 2) == std::vector{1.0 / 16, 1.0 / 256});
  CHECK(distance_penalties<double>(Positions::rotary, 8).empty());
}

}  // namespace model::layers
