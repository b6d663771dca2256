#pragma once
#include <cstring>
#include <filesystem>
#include <limits>
#include <string>

#include "base/random.h"
#include "base/scratch_folder.h"
#include "model/files/checkpoint.h"

namespace model::files {

inline layers::Layout sample_layout(arithmetic::Index width = 2) {
  layers::Layout layout;
  layout.add("embedding", 3, width, layers::Role::embedding);
  layout.add("norm.gain", 1, width, layers::Role::gain);
  layout.add("tau", 1, 1, layers::Role::tau);
  return layout;
}

enum class Average { none, kept };

inline training::TrainingState sample_state(const layers::Layout& layout, std::int64_t step,
                                            Average average) {
  base::Random random(7, "checkpoint test", static_cast<std::uint64_t>(step));
  training::TrainingState state;
  state.step = step;
  for (layers::Flat<float>* flat : {&state.weights, &state.first, &state.second, &state.average}) {
    flat->resize(static_cast<std::size_t>(layout.size()));
    for (float& value : *flat) value = static_cast<float>(random.normal());
  }
  for (float& value : state.second) value *= value;
  state.weights[0] = -0.0f;
  state.weights[1] = std::numeric_limits<float>::denorm_min();
  if (average == Average::none) state.average.clear();
  return state;
}

inline bool same_bits(const training::TrainingState& a, const training::TrainingState& b) {
  const auto same = [](const layers::Flat<float>& x, const layers::Flat<float>& y) {
    return x.size() == y.size() &&
           (x.empty() || std::memcmp(x.data(), y.data(), 4 * x.size()) == 0);
  };
  return same(a.weights, b.weights) && same(a.first, b.first) && same(a.second, b.second) &&
         same(a.average, b.average) && a.step == b.step && a.earlier_steps == b.earlier_steps;
}

/// A checkpoint on disk that tests may spoil, its files' bytes, and the way back.
struct Sample {
  base::ScratchFolder scratch;
  std::filesystem::path folder = scratch.path() / "step-12";
  std::filesystem::path weights = folder / "weights.safetensors";
  std::filesystem::path optimizer = folder / "optimizer.safetensors";
  layers::Layout layout = sample_layout();
  training::TrainingState state = sample_state(layout, 12, Average::kept);

  Sample() { save_checkpoint(folder, layout, "f00d", state); }
  training::TrainingState load() const { return load_checkpoint(folder, layout, "f00d"); }
};

/// What a folder holds, counted.
inline std::size_t entries(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace model::files
