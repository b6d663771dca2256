#include "model/training/optimizer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/parallel.h"
#include "model/layers/tensor_names.h"

namespace model::training {
namespace {

constexpr arithmetic::Index largest_slice = 8192;

/// The share of a weight that a step of this rate leaves: decay is for matrices only.
double kept(layers::Role role, double rate, const AdamWConfig& config) {
  switch (role) {
    case layers::Role::matrix:
      return 1 - rate * config.weight_decay;
    case layers::Role::embedding:
    case layers::Role::gain:
    case layers::Role::bias:
    case layers::Role::tau:
      break;
  }
  return 1;
}

/// The learning rate of tensors of this role.
double rate_of(layers::Role role, const StepConfig& config) {
  switch (role) {
    case layers::Role::matrix:
    case layers::Role::embedding:
    case layers::Role::gain:
    case layers::Role::bias:
      break;
    case layers::Role::tau:
      return config.learning_rate * config.adamw.tau_rate_multiplier;
  }
  return config.learning_rate;
}

}  // namespace

std::vector<Slice> slices_of(const layers::Layout& layout, std::span<const std::string> frozen) {
  std::vector<Slice> slices;
  for (const layers::Tensor& tensor : layout.tensors()) {
    const auto means_it = [&](const std::string& said) { return layers::is_meant(tensor, said); };
    if (std::ranges::any_of(frozen, means_it)) continue;
    for (arithmetic::Index at = 0; at < tensor.slot.size(); at += largest_slice) {
      slices.push_back(
          {tensor.slot.offset + at, std::min(largest_slice, tensor.slot.size() - at), tensor.role});
    }
  }
  return slices;
}

double add_up(const arithmetic::Arithmetic<float>& arithmetic, std::span<const Slice> slices,
              std::span<const float* const> gradients, int threads, std::vector<double>& squares,
              layers::Flat<float>& total) {
  squares.resize(slices.size());
  base::parallel_for(std::ssize(slices), threads, [&](std::int64_t i) {
    const Slice& s = slices[static_cast<std::size_t>(i)];
    squares[static_cast<std::size_t>(i)] = arithmetic.add_gradients(
        gradients.data(), std::ssize(gradients), s.offset, s.size, total.data());
  });
  return std::accumulate(squares.begin(), squares.end(), 0.0);
}

void adamw_step(const arithmetic::Arithmetic<float>& arithmetic, std::span<const Slice> slices,
                const StepConfig& config, const layers::Flat<float>& gradient, double scale,
                int threads, TrainingState& state) {
  const AdamWConfig& adam = config.adamw;
  const double t = double(++state.step + state.earlier_steps);
  const double first_correction = 1 / (1 - std::pow(adam.beta1, t));
  const double second_correction = 1 / (1 - std::pow(adam.beta2, t));
  base::parallel_for(std::ssize(slices), threads, [&](std::int64_t i) {
    const Slice& s = slices[static_cast<std::size_t>(i)];
    const double rate = rate_of(s.role, config);
    arithmetic.adamw({.size = s.size,
                      .gradient = gradient.data() + s.offset,
                      .weights = state.weights.data() + s.offset,
                      .first = state.first.data() + s.offset,
                      .second = state.second.data() + s.offset,
                      .gradient_scale = float(scale),
                      .beta1 = float(adam.beta1),
                      .beta2 = float(adam.beta2),
                      .epsilon = float(adam.epsilon),
                      .rate = float(rate * first_correction),
                      .second_correction = float(second_correction),
                      .keep = float(kept(s.role, rate, adam))});
    if (state.average.empty()) return;
    const float decay = float(std::min(config.average_decay, t / (t + 9)));
    for (arithmetic::Index j = s.offset; j < s.offset + s.size; ++j) {
      const auto at = static_cast<std::size_t>(j);
      state.average[at] = decay * state.average[at] + (1 - decay) * state.weights[at];
    }
  });
}

}  // namespace model::training
