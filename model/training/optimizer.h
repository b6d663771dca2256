#pragma once
#include <span>
#include <vector>

#include "model/layers/layout.h"
#include "model/training/step_config.h"
#include "model/training/training_state.h"

namespace model {

/// A stretch of the flat vector that is trained alike and fits a core's cache.
struct Slice {
  Index offset = 0, size = 0;
  Role role = Role::matrix;  ///< of the tensor
};

/// All P numbers, cut at tensor borders and into at most 8192 numbers each.
std::vector<Slice> slices_of(const Layout& layout);

/// total = gradients added up in order; returns its sum of squares, the same for any thread count.
/// `squares` is working memory.
double add_up(const Arithmetic<float>& arithmetic, std::span<const Slice> slices,
              std::span<const float* const> gradients, int threads, std::vector<double>& squares,
              Flat<float>& total);

/// One AdamW step with `gradient` times `scale`; advances state.step and the running average.
void adamw_step(const Arithmetic<float>& arithmetic, std::span<const Slice> slices,
                const StepConfig& config, const Flat<float>& gradient, double scale, int threads,
                TrainingState& state);

}  // namespace model
