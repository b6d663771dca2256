#include "model/files/checkpoint.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <span>
#include <system_error>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "model/files/replace_folder.h"
#include "model/files/safetensors.h"

namespace model::files {
namespace {

namespace fs = std::filesystem;

constexpr const char* weights_file = "weights.safetensors";
constexpr const char* optimizer_file = "optimizer.safetensors";
constexpr const char* average_prefix = "average.";
constexpr const char* earlier_steps = "earlier_steps";  // in the metadata; none: 0

/// One of the flat vectors, and what its tensors' names begin with.
template <typename Numbers>
struct Part {
  std::string prefix;
  Numbers* numbers;
};
using Source = Part<const layers::Flat<float>>;
using Target = Part<layers::Flat<float>>;

std::vector<std::uint64_t> shape_of(const layers::Tensor& tensor) {
  const auto rows = static_cast<std::uint64_t>(tensor.slot.rows);
  const auto cols = static_cast<std::uint64_t>(tensor.slot.cols);
  switch (tensor.role) {
    case layers::Role::matrix:
    case layers::Role::embedding:
      return {rows, cols};
    case layers::Role::gain:
    case layers::Role::bias:
    case layers::Role::tau:
      break;
  }
  return {rows * cols};
}

template <typename Numbers>
auto values_of(const layers::Slot& slot, Numbers& numbers) {
  return std::span(numbers).subspan(static_cast<std::size_t>(slot.offset),
                                    static_cast<std::size_t>(slot.size()));
}

std::string text_of(const std::vector<std::uint64_t>& shape) {
  return "[" + base::joined(shape, [](std::uint64_t size) { return std::to_string(size); }) + "]";
}

/// Throws Error naming the tensor if a number is not finite, or a mean of squares negative.
void require_sound(const fs::path& file, const layers::Layout& layout,
                   std::span<const Source> parts) {
  for (const auto& [prefix, numbers] : parts) {
    const bool squares = prefix == "second.";
    for (const layers::Tensor& tensor : layout.tensors()) {
      for (const float value : values_of(tensor.slot, *numbers)) {
        base::require(std::isfinite(value) && !(squares && value < 0), file.string(), ": tensor \"",
                      prefix, tensor.name, "\": wanted ", squares ? "squares" : "finite numbers",
                      ", found ", value);
      }
    }
  }
}

std::string bytes_of(const layers::Layout& layout, std::span<const Source> parts,
                     std::map<std::string, std::string> metadata) {
  std::vector<TensorValues> tensors;
  for (const auto& [prefix, numbers] : parts) {
    for (const layers::Tensor& tensor : layout.tensors()) {
      tensors.push_back({prefix + tensor.name, shape_of(tensor), values_of(tensor.slot, *numbers)});
    }
  }
  return safetensors(std::move(tensors), std::move(metadata));
}

/// A folder with anything else in it is somebody's, and not replaced.
void require_checkpoint_or_nothing(const fs::path& folder) {
  std::error_code none;  // no such folder: nothing to lose; a file: refused when renaming
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    const fs::path name = entry.path().filename();
    base::require(name == weights_file || name == optimizer_file, folder.string(),
                  ": cannot write a checkpoint over it: it holds ", printable(name.string()));
  }
}

/// A number of steps in the metadata.
std::int64_t steps_in(const SafetensorsFile& file, const std::string& key) {
  const std::string& text = file.metadata(key);
  std::int64_t steps = -1;
  std::from_chars(text.data(), text.data() + text.size(), steps);
  base::require(steps >= 0 && std::to_string(steps) == text, file.path().string(), ": ", key,
                ": wanted a whole number from 0 on, found ", printable(text));
  return steps;
}

std::int64_t step_of(const SafetensorsFile& file, const std::string& fingerprint) {
  const std::string& found = file.metadata("fingerprint");
  base::require(found == fingerprint, file.path().string(), ": of another run: wanted fingerprint ",
                printable(fingerprint), ", found ", printable(found));
  return steps_in(file, "step");
}

/// Where a tensor of a file belongs.
struct Place {
  const layers::Tensor* tensor;
  layers::Flat<float>* numbers;
};

/// The places of the file's tensors, in its order. Throws Error unless the file has exactly the
/// tensors of the layout, once for each part.
std::vector<Place> match(const SafetensorsFile& file, const layers::Layout& layout,
                         std::span<const Target> parts) {
  std::map<std::string, Place> wanted;
  for (const auto& [prefix, numbers] : parts) {
    for (const layers::Tensor& tensor : layout.tensors())
      wanted[prefix + tensor.name] = {&tensor, numbers};
  }
  std::vector<Place> places;
  for (const TensorInfo& found : file.tensors()) {
    const auto place = wanted.find(found.name);
    base::require(place != wanted.end(), file.path().string(), ": tensor ", printable(found.name),
                  ": found, but not in this model");
    const std::vector<std::uint64_t> shape = shape_of(*place->second.tensor);
    base::require(found.shape == shape, file.path().string(), ": tensor ", printable(found.name),
                  ": wanted shape ", text_of(shape), ", found ", text_of(found.shape));
    places.push_back(place->second);
    wanted.erase(place);
  }
  base::require(wanted.empty(), file.path().string(), ": tensor ",
                wanted.empty() ? "" : printable(wanted.begin()->first), ": missing");
  return places;
}

void read(SafetensorsFile& file, const layers::Layout& layout, std::span<const Target> parts) {
  const std::vector<Place> places = match(file, layout, parts);
  std::vector<Source> filled;
  for (const auto& [prefix, numbers] : parts) {
    numbers->resize(static_cast<std::size_t>(layout.size()));
    filled.push_back({prefix, numbers});
  }
  std::vector<float*> targets;
  for (const auto& [tensor, numbers] : places) {
    targets.push_back(values_of(tensor->slot, *numbers).data());
  }
  file.read(targets);
  require_sound(file.path(), layout, filled);
}

}  // namespace

void save_checkpoint(const fs::path& folder, const layers::Layout& layout,
                     const std::string& fingerprint, const training::TrainingState& state) {
  const std::vector<Source> weights{{"", &state.weights}};
  std::vector<Source> moments{{"first.", &state.first}, {"second.", &state.second}};
  if (!state.average.empty()) moments.push_back({average_prefix, &state.average});
  for (const auto& parts : {weights, moments}) {
    for (const Source& part : parts) {
      base::promise(std::ssize(*part.numbers) == layout.size(), "numbers are of the layout");
    }
  }
  base::promise(state.step >= 0 && state.earlier_steps >= 0, "steps are counted from 0");
  require_sound(folder / weights_file, layout, weights);
  require_sound(folder / optimizer_file, layout, moments);
  require_checkpoint_or_nothing(folder);

  const std::map<std::string, std::string> metadata{
      {"format", "pt"}, {"fingerprint", fingerprint}, {"step", std::to_string(state.step)}};
  std::map<std::string, std::string> of_moments = metadata;
  if (state.earlier_steps > 0) of_moments[earlier_steps] = std::to_string(state.earlier_steps);
  replace_folder(folder, [&](const fs::path& fresh) {
    base::write_file(fresh / weights_file, bytes_of(layout, weights, metadata));
    base::write_file(fresh / optimizer_file, bytes_of(layout, moments, of_moments));
  });
}

training::TrainingState load_checkpoint(const fs::path& folder, const layers::Layout& layout,
                                        const std::string& fingerprint) {
  SafetensorsFile weights(folder / weights_file);
  SafetensorsFile optimizer(folder / optimizer_file);
  training::TrainingState state;
  state.step = step_of(weights, fingerprint);
  const std::int64_t step = step_of(optimizer, fingerprint);
  base::require(step == state.step, optimizer.path().string(), ": of step ", step,
                ", the weights beside it of step ", state.step);
  if (optimizer.has_metadata(earlier_steps)) {
    state.earlier_steps = steps_in(optimizer, earlier_steps);
  }
  base::require(optimizer.has_metadata(checksum_key), optimizer.path().string(),
                ": no checksum in its metadata");
  const std::vector<Target> parts{{"", &state.weights}};
  std::vector<Target> moments{{"first.", &state.first}, {"second.", &state.second}};
  const bool has_average = std::ranges::any_of(optimizer.tensors(), [](const TensorInfo& tensor) {
    return tensor.name.starts_with(average_prefix);
  });
  if (has_average) moments.push_back({average_prefix, &state.average});
  read(weights, layout, parts);
  read(optimizer, layout, moments);
  return state;
}

bool is_checkpoint(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / weights_file, ignored);
}

}  // namespace model::files
