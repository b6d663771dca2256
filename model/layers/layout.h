#pragma once
#include <string>
#include <vector>

#include "model/layers/config.h"

namespace model::layers {

/// P numbers in layout order.
template <typename Real>
using Flat = std::vector<Real>;

/// Where one tensor lives inside any Flat of the same layout: weights, gradient, Adam moments.
/// Row-major, rows x cols, no padding.
struct Slot {
  arithmetic::Index offset = 0;
  arithmetic::Index rows = 0;
  arithmetic::Index cols = 0;
  arithmetic::Index size() const { return rows * cols; }
};

/// A tensor of a flat vector, as a matrix.
template <typename Real>
arithmetic::View<const Real> matrix_of(const Flat<Real>& flat, const Slot& slot) {
  return {flat.data() + slot.offset, slot.rows, slot.cols, slot.cols};
}
template <typename Real>
arithmetic::View<Real> matrix_of(Flat<Real>& flat, const Slot& slot) {
  return {flat.data() + slot.offset, slot.rows, slot.cols, slot.cols};
}

/// How a tensor is trained and drawn.
enum class Role {
  matrix,     ///< decays; drawn normal
  embedding,  ///< does not decay; drawn normal
  gain,       ///< starts at one
  bias,       ///< starts at zero
  tau,        ///< attention temperature: starts at tau_start, has its own rate
};

struct Tensor {
  std::string name;  ///< e.g. "block.0.qkv.weight"; unique; the checkpoint key
  Slot slot;
  Role role = Role::matrix;
  double deviation = 0;  ///< of the first values, for those drawn
};

/// The list of a model's tensors, written once; size, names, checkpoint, decay all derive from it.
class Layout {
 public:
  Slot add(std::string name, arithmetic::Index rows, arithmetic::Index cols, Role role,
           double deviation = 0);
  const std::vector<Tensor>& tensors() const { return tensors_; }
  arithmetic::Index size() const { return size_; }  ///< P

 private:
  std::vector<Tensor> tensors_;
  arithmetic::Index size_ = 0;
};

}  // namespace model::layers
