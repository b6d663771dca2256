#pragma once
#include <span>
#include <vector>

#include "model/transformer/transformer.h"

namespace model::transformer {

/// Texts that one thread continues side by side. From 4 on products run at full speed; more fill
/// the caches with keys and values.
inline constexpr arithmetic::Index decode_group_size = 16;

/// Greedy decoding with a key-value cache: continues each prompt until `end` (kept) or its limit of
/// new tokens; of equal logits the lowest token wins. Position ids are 0, 1, ... Returns the new
/// tokens of each. Every logit has the same bits as in one forward pass over its text alone, so
/// answers depend neither on the group size nor on the threads (with Eigen's arithmetic: to
/// rounding).
/// Throws base::Error if a prompt is empty, a token out of range or learned positions run out.
std::vector<std::vector<int>> decode(const Transformer<float>& transformer,
                                     std::span<const std::vector<int>> prompts,
                                     std::span<const int> limits, int end, int threads,
                                     arithmetic::Index group_size = decode_group_size);

}  // namespace model::transformer
