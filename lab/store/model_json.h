#pragma once
#include "lab/store/claim.h"
#include "model/layers/config.h"
#include "tasks/vocabulary.h"

namespace lab::store {

/// Writes model.json into a claimed run's folder, for programs that read checkpoints without the
/// spec: the transformer's shape and options ("model") and its tokens by id ("vocabulary"). The
/// same run always writes the same; one that is there stays.
void write_model_json(const Claim& claim, const model::layers::TransformerConfig& config,
                      const tasks::Vocabulary& vocabulary);

}  // namespace lab::store
