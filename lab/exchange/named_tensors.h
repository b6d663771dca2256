#pragma once
#include <deque>
#include <span>
#include <string>
#include <vector>

#include "model/files/safetensors.h"
#include "model/layers/parameters.h"

namespace lab::exchange {

/// Numbers in rows, row-major.
struct Dense {
  model::arithmetic::Index rows = 0, cols = 0;
  model::layers::Flat<float> numbers;

  /// All zero.
  Dense(model::arithmetic::Index some_rows, model::arithmetic::Index some_cols)
      : rows(some_rows), cols(some_cols), numbers(static_cast<std::size_t>(rows * cols), 0.0F) {}

  float& at(model::arithmetic::Index row, model::arithmetic::Index col) {
    return numbers[static_cast<std::size_t>(row * cols + col)];
  }
};

/// The tensors of a public model, by its names, from a flat vector of weights, which is borrowed.
class NamedTensors {
 public:
  explicit NamedTensors(const model::layers::Flat<float>& weights) : weights_(weights) {}

  /// As it lies with us: rows x cols.
  void add_matrix(const std::string& name, const model::layers::Slot& slot);
  /// cols x rows: linear layers are in x out with us, and the other way round with most.
  void add_transposed(const std::string& name, const model::layers::Slot& slot);
  /// As many numbers as it has, in one dimension.
  void add_vector(const std::string& name, const model::layers::Slot& slot);
  /// Two vectors: name.weight and name.bias.
  void add_norm(const std::string& name, const model::layers::NormSlots& norm);

  /// Numbers that lie otherwise with us.
  void add_made_matrix(const std::string& name, Dense made);
  void add_made_vector(const std::string& name, model::layers::Flat<float> made);

  float at(const model::layers::Slot& slot, model::arithmetic::Index row,
           model::arithmetic::Index col) const {
    return weights_[static_cast<std::size_t>(slot.offset + row * slot.cols + col)];
  }

  /// A safetensors file with all of them.
  std::string file(const std::string& fingerprint) const;

 private:
  std::span<const float> values(const model::layers::Slot& slot) const;

  const model::layers::Flat<float>& weights_;
  std::deque<model::layers::Flat<float>> made_;  ///< a deque keeps its places
  std::vector<model::files::TensorValues> tensors_;
};

}  // namespace lab::exchange
