#include "lab/exchange/named_tensors.h"

#include <utility>

namespace lab::exchange {

using model::arithmetic::Index;
using model::layers::Flat;
using model::layers::Slot;

std::span<const float> NamedTensors::values(const Slot& slot) const {
  return std::span(weights_).subspan(static_cast<std::size_t>(slot.offset),
                                     static_cast<std::size_t>(slot.size()));
}

void NamedTensors::add_matrix(const std::string& name, const Slot& slot) {
  tensors_.push_back({name, {std::uint64_t(slot.rows), std::uint64_t(slot.cols)}, values(slot)});
}

void NamedTensors::add_transposed(const std::string& name, const Slot& slot) {
  Dense turned(slot.cols, slot.rows);
  for (Index i = 0; i < slot.rows; ++i) {
    for (Index j = 0; j < slot.cols; ++j) turned.at(j, i) = at(slot, i, j);
  }
  add_made_matrix(name, std::move(turned));
}

void NamedTensors::add_vector(const std::string& name, const Slot& slot) {
  tensors_.push_back({name, {std::uint64_t(slot.size())}, values(slot)});
}

void NamedTensors::add_norm(const std::string& name, const model::layers::NormSlots& norm) {
  add_vector(name + ".weight", norm.gain);
  add_vector(name + ".bias", norm.bias);
}

void NamedTensors::add_made_matrix(const std::string& name, Dense made) {
  const std::vector shape{std::uint64_t(made.rows), std::uint64_t(made.cols)};
  tensors_.push_back({name, shape, made_.emplace_back(std::move(made.numbers))});
}

void NamedTensors::add_made_vector(const std::string& name, Flat<float> made) {
  const std::vector shape{std::uint64_t(made.size())};
  tensors_.push_back({name, shape, made_.emplace_back(std::move(made))});
}

std::string NamedTensors::file(const std::string& fingerprint) const {
  return model::files::safetensors(tensors_, {{"format", "pt"}, {"fingerprint", fingerprint}});
}

}  // namespace lab::exchange
