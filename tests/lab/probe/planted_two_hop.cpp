#include <cmath>

#include "tests/lab/probe/planted.h"

namespace tests {

using model::arithmetic::Index;

namespace {

constexpr Index width = 32, entities = planted_entities;
// Columns of the stream, a group of ones and zeros each.
constexpr Index token = 0, position = 4, before = 7, bridge = 11, brought = 15, answer = 19;

/// A weight and bias that undo the norm of a stream that has `ones` columns at one, the others at
/// zero: `wanted` for each one in the column of the weight.
void add(double wanted, int ones, float* weight, float* bias) {
  const double mean = ones / double(width), scale = 1 / std::sqrt(mean - mean * mean + 1e-5);
  *weight += static_cast<float>(wanted / scale);
  *bias += static_cast<float>(wanted * mean);
}

/// One head for all columns: every row looks at the row before it (the first at itself) and copies
/// the columns `from` of what it sees to the columns `to`.
void plant_previous_row(Planted& planted, const model::layers::BlockSlots& block, int ones,
                        Index from, Index to) {
  constexpr double sure = 40;  // nats
  for (Index p = 0; p < 3; ++p) {
    const Index seen = p == 0 ? 0 : p - 1;
    add(sure * std::sqrt(double(width)), ones, planted.at(block.query.weight, position + p) + seen,
        planted.at(block.query.bias, 0) + seen);
    add(1, ones, planted.at(block.key_value.weight, position + p) + p,
        planted.at(block.key_value.bias, 0) + p);
  }
  for (Index e = 0; e < entities; ++e) {
    add(1, ones, planted.at(block.key_value.weight, from + e) + width + e,
        planted.at(block.key_value.bias, 0) + width + e);
    planted.at(block.mix.weight, e)[to + e] = 1;
  }
}

/// At one position: hidden unit (i, j) is on where column `one` + i and column `two` + j are, and
/// writes column `out` + table(i, j).
void plant_table(Planted& planted, const model::layers::BlockSlots& block, int ones, Index at,
                 Index one, Index two, Index out, int (*table)(int, int)) {
  constexpr double sure = 12;
  for (int i = 0; i < entities; ++i) {
    for (int j = 0; j < entities; ++j) {
      const Index unit = i * entities + j;
      float* bias = planted.at(block.expand.bias, 0) + unit;
      for (const Index column : {one + i, two + j, position + at}) {
        add(sure, ones, planted.at(block.expand.weight, column) + unit, bias);
      }
      *bias -= static_cast<float>(2.5 * sure);
      planted.at(block.contract.weight, unit)[out + table(i, j)] = float(1 / (0.5 * sure));
    }
  }
}

}  // namespace

int planted_bridge(int x1, int x2) { return (x1 + x2) % planted_entities; }
int planted_answer(int bridge, int x3) { return (bridge + 3 * x3 + 1) % planted_entities; }

model::layers::TransformerConfig planted_two_hop_config() {
  return {.vocabulary = entities,
          .max_positions = 3,
          .width = width,
          .heads = 1,
          .hidden = entities * entities,
          .blocks = 2,
          .positions = model::layers::Positions::learned,
          .tied_embeddings = false};
}

void plant_two_hop(Planted& planted) {
  const model::layers::Parameters& p = planted.transformer.parameters();
  for (Index e = 0; e < entities; ++e) {
    planted.at(p.embedding, e)[token + e] = 1;
    planted.at(p.head, e)[answer + e] = 10;
  }
  for (Index i = 0; i < 3; ++i) planted.at(p.positions, i)[position + i] = 1;
  plant_previous_row(planted, planted.block(0), 2, token, before);
  plant_table(planted, planted.block(0), 3, 1, before, token, bridge, planted_bridge);
  plant_previous_row(planted, planted.block(1), 4, bridge, brought);
  plant_table(planted, planted.block(1), 4, 2, brought, token, answer, planted_answer);
}

}  // namespace tests
