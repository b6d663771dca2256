#pragma once
#include <cstdint>

#include "model/layers/layout.h"

namespace model::training {

/// All numbers of a model and its optimizer: all that is needed to go on.
struct TrainingState {
  layers::Flat<float> weights;  ///< P
  layers::Flat<float> first;    ///< P, Adam's mean of gradients
  layers::Flat<float> second;   ///< P, Adam's mean of squared gradients
  layers::Flat<float> average;  ///< P, running average of the weights; empty if none is kept
  std::int64_t step = 0;
  /// That the moments had seen before step 0: of another run, whose optimizer goes on in this one.
  std::int64_t earlier_steps = 0;
};

}  // namespace model::training
