#pragma once
#include <filesystem>

#include "lab/spec/origin.h"
#include "lab/spec/run_spec.h"

namespace lab::train {

/// What of a start can be known before work: the parent shapes its model alike, and so do those
/// that it starts from itself; one that is finished in the store has a checkpoint of the step.
/// Throws base::Error (exit code 3) at the field that is wrong. Nothing to check of a run that
/// starts from none.
void check_start(const spec::RunSpec& spec, const spec::Origins& origins,
                 const std::filesystem::path& store);

/// The same, as far as the specs alone tell: `parent` is that of `spec`.
void check_shape(const spec::RunSpec& spec, const spec::RunSpec& parent,
                 const spec::Origins& origins);

/// Checks that each name of train.frozen means a tensor of the model, and that one is left to be
/// trained. Throws base::Error (exit code 3) with the nearest name.
void check_frozen(const spec::RunSpec& spec, const model::layers::TransformerConfig& model,
                  const spec::Origins& origins);

}  // namespace lab::train
