#include "model/training/memory.h"

#include <algorithm>

#include "model/layers/attention_plan.h"
#include "model/layers/packed.h"
#include "model/layers/parameters.h"
#include "model/transformer/text_group.h"

namespace model::training {
namespace {

using arithmetic::Index;

constexpr std::int64_t number = sizeof(float);

std::int64_t matrix(Index rows, Index cols) {
  return rows * arithmetic::Matrix<float>::pitch_for(cols) * number;
}

/// The largest operand in bfloat16, half as large as what it is made of.
std::int64_t pairs(const layers::TransformerConfig& config, Index rows, Index asking) {
  if (!layers::takes_pairs(config.products)) return 0;
  return std::max(matrix(rows, 2 * config.width), matrix(asking, config.hidden)) / 2;
}

/// Rows that ask at most in a block: the last is asked by the targets alone.
Index most_asking(const layers::TransformerConfig& config, const ChunkSize& chunk) {
  return config.layers() > 1 ? chunk.rows : chunk.targets;
}

/// layers::BlockTrace without the attention weights.
std::int64_t block_trace(const layers::TransformerConfig& config, Index rows, Index asking) {
  constexpr Index narrow = 5, wide = 2, row_numbers = 2, query_numbers = 4;
  return 2 * matrix(rows, config.width) + matrix(rows, 2 * config.width) +
         narrow * matrix(asking, config.width) + wide * matrix(asking, config.hidden) +
         (row_numbers * rows + query_numbers * asking) * number + pairs(config, rows, asking);
}

/// What follows the last block.
std::int64_t outcome(const layers::TransformerConfig& config, Index targets) {
  constexpr Index target_numbers = 5;
  const std::int64_t operand =
      layers::takes_pairs(config.products) ? matrix(targets, config.width) / 2 : 0;
  return 2 * matrix(targets, config.width) + matrix(targets, config.vocabulary) +
         target_numbers * targets * number + operand;
}

/// Of each head and query of long texts: its largest logit and its sum.
std::int64_t running_sums(const layers::TransformerConfig& config, Index longest, Index asking) {
  return longest > layers::short_text ? matrix(2 * config.heads, asking) : 0;
}

/// Keys or values of one head as panels, and the scores of some queries.
std::int64_t attention_scratch(const layers::TransformerConfig& config, Index longest,
                               Index queries) {
  return layers::panels_size(config.width / config.heads, longest) * number +
         matrix(std::min(queries, longest), std::min(longest, layers::short_text));
}

/// layers::BlockScratch.
std::int64_t block_scratch(const layers::TransformerConfig& config, const ChunkSize& chunk) {
  constexpr Index narrow = 5;
  const bool kept = chunk.longest <= layers::short_text;
  const std::int64_t attention =
      attention_scratch(config, chunk.longest, kept ? chunk.longest : layers::queries_made_again);
  const Index asking = most_asking(config, chunk);
  return narrow * matrix(chunk.rows, config.width) + matrix(asking, config.hidden) +
         matrix(chunk.rows, 2 * config.width) + (kept ? 1 : 2) * attention +
         2 * pairs(config, chunk.rows, asking);
}

}  // namespace

std::int64_t bytes_of_weights(const layers::TransformerConfig& config, int lanes,
                              bool keep_average) {
  const layers::Parameters parameters = layers::parameters_of(config);
  std::int64_t panels = 0;
  for (const layers::Slot& slot : parameters.packed) {
    panels += layers::panels_size(slot.rows, slot.cols) + layers::panels_size(slot.cols, slot.rows);
  }
  if (layers::takes_pairs(config.products)) panels /= 2;
  const std::int64_t flat = 4 + (keep_average ? 1 : 0) + lanes;  // weights, moments, gradients
  return (panels + flat * parameters.layout.size()) * number;
}

std::int64_t bytes_to_train(const layers::TransformerConfig& config, const ChunkSize& chunk) {
  std::int64_t bytes = outcome(config, chunk.targets) + block_scratch(config, chunk);
  for (Index l = 0; l < config.layers(); ++l) {
    const Index asking = l + 1 == config.layers() ? chunk.targets : chunk.rows;
    bytes += block_trace(config, chunk.rows, asking) + running_sums(config, chunk.longest, asking);
    if (chunk.longest <= layers::short_text) bytes += config.heads * matrix(asking, chunk.longest);
  }
  return bytes;
}

std::int64_t bytes_to_score(const layers::TransformerConfig& config, const ChunkSize& chunk) {
  const Index asking = most_asking(config, chunk);
  return block_trace(config, chunk.rows, asking) + running_sums(config, chunk.longest, asking) +
         outcome(config, chunk.targets) +
         attention_scratch(config, chunk.longest, arithmetic::panel_width);
}

std::int64_t bytes_to_probe(const layers::TransformerConfig& config, Index longest) {
  return config.layers() *
             (block_trace(config, longest, longest) + config.heads * matrix(longest, longest)) +
         outcome(config, longest) + attention_scratch(config, longest, arithmetic::panel_width);
}

std::int64_t bytes_to_decode(const layers::TransformerConfig& config, Index texts, Index longest) {
  const Index rows = std::min(texts * longest, transformer::group_chunk_rows + longest);
  const std::int64_t caches = 2 * texts * longest * config.width * number;
  return (config.layers() - 1) * block_trace(config, rows, rows) +
         block_trace(config, rows, texts) + config.layers() * caches + outcome(config, texts) +
         attention_scratch(config, longest, arithmetic::panel_width);
}

}  // namespace model::training
