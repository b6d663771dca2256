#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "model/layers/batch.h"
#include "tasks/task.h"

namespace lab::train {

/// Rows that close a chunk when scoring: no gradients are kept, so it only has to fit the cache.
inline constexpr model::arithmetic::Index scoring_chunk_tokens = 512;

/// Tokens the model reads of an example: prompt and answer without the last token, which is only
/// ever predicted.
model::arithmetic::Index rows_of(const tasks::Example& example);

/// Throws base::Error (exit code 3) if one of the examples does not fit into `max_positions`.
void require_fit(std::span<const tasks::Example> examples, model::arithmetic::Index max_positions);

/// Examples (joint tokens) as batches of whole sequences, in order, no padding. A batch is closed
/// by the sequence that brings it to `chunk_tokens` rows. Targets are the answers' tokens, each of
/// weight 1. Position ids of example e count up from shifts[e], from 0 if `shifts` is empty.
/// Throws base::Error (exit code 3) if a sequence does not fit into `max_positions`.
std::vector<model::layers::Batch> pack(std::span<const tasks::Example> examples,
                                       model::arithmetic::Index chunk_tokens,
                                       model::arithmetic::Index max_positions,
                                       std::span<const int> shifts = {});

/// First position ids for examples number `first`, first + 1, ... of the training stream, each
/// uniform among those that let its example fit into `max_positions`.
std::vector<int> random_shifts(std::span<const tasks::Example> examples,
                               model::arithmetic::Index max_positions, std::uint64_t seed,
                               std::uint64_t first);

}  // namespace lab::train
