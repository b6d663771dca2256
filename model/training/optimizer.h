#pragma once
#include <span>
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

/// All P numbers, cut at tensor borders and into at most 8192 numbers each.
std::vector<Slice> slices_of(const layers::Layout& layout);

/// total = gradients added up in order; returns its sum of squares, the same for any thread count.
/// `squares` is working memory.
double add_up(const arithmetic::Arithmetic<float>& arithmetic, std::span<const Slice> slices,
              std::span<const float* const> gradients, int threads, std::vector<double>& squares,
              layers::Flat<float>& total);

/// One AdamW step with `gradient` times `scale`; advances state.step and the running average.
void adamw_step(const arithmetic::Arithmetic<float>& arithmetic, std::span<const Slice> slices,
                const StepConfig& config, const layers::Flat<float>& gradient, double scale,
                int threads, TrainingState& state);

}  // namespace model::training
