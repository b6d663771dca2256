#pragma once
#include <span>
#include <vector>

#include "model/transformer.h"

namespace model {

/// Greedy decoding with a key-value cache: continues `prompt` until `end` (kept) or `limit` new
/// tokens. Position ids are 0, 1, ... Returns the new tokens. Every logit has the same bits as in
/// one forward pass over the whole text.
/// Throws base::Error if a token is out of range or learned positions run out.
std::vector<int> decode(const Transformer<float>& transformer, std::span<const int> prompt,
                        int limit, int end);

}  // namespace model
