#pragma once
#include <span>
#include <string>
#include <vector>

#include "model/layers/layout.h"
#include "model/training/step_config.h"
#include "model/training/training_state.h"

namespace model::training {

/// A stretch of the flat vector that is trained alike and fits a core's cache.
struct Slice {
  arithmetic::Index offset = 0, size = 0;
  layers::Role role = layers::Role::matrix;  ///< of the tensor
};

/// All P numbers but those of the tensors that `frozen` means (layers/tensor_names.h), cut at
/// tensor borders and into at most 8192 numbers each. What is in no slice takes part in no step: it
/// has no share in the gradient's norm, no moments, no decay and no running average.
std::vector<Slice> slices_of(const layers::Layout& layout,
                             std::span<const std::string> frozen = {});

/// total = gradients added up in order; returns its sum of squares, the same for any thread count.
/// `squares` is working memory.
double add_up(const arithmetic::Arithmetic<float>& arithmetic, std::span<const Slice> slices,
              std::span<const float* const> gradients, int threads, std::vector<double>& squares,
              layers::Flat<float>& total);

/// One AdamW step with `gradient` times `scale`; advances state.step and the running average. The
/// corrections for moments that began at zero, and the average's, count state.earlier_steps too.
void adamw_step(const arithmetic::Arithmetic<float>& arithmetic, std::span<const Slice> slices,
                const StepConfig& config, const layers::Flat<float>& gradient, double scale,
                int threads, TrainingState& state);

}  // namespace model::training
