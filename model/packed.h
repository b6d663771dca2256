#pragma once
#include <vector>

#include "model/layout.h"
#include "model/matrix.h"

namespace model {

/// A weight W (K x N) as the product reads it: panels of 32 columns, each K rows of 32 numbers, the
/// last one filled up with zeros.
template <typename Real>
struct Panels {
  const Real* data = nullptr;
  Index depth = 0;  ///< rows of the packed matrix
  Index cols = 0;
};

/// Panels of W and of its transpose, for a list of tensors: rebuilt once a step.
template <typename Real>
class Packed {
 public:
  /// Reserves room for the panels of `slots`; `id` below is the place in this list.
  explicit Packed(std::vector<Slot> slots);

  std::size_t size() const { return slots_.size(); }

  /// Copies tensor `id` out of `weights`. Different ids may be packed at the same time.
  void pack(std::size_t id, const Flat<Real>& weights);

  Panels<Real> plain(std::size_t id) const;       ///< of W: for Y = X W
  Panels<Real> transposed(std::size_t id) const;  ///< of the transpose of W: for dX = dY W'

 private:
  std::vector<Slot> slots_;
  std::vector<Index> offsets_;  ///< of W's panels; those of its transpose follow
  Matrix<Real> panels_;         ///< one long row
};

/// out = panels of the transpose of x (T x D): D rows of 32 numbers for each 32 rows of x.
template <typename Real>
void pack_transposed(View<const Real> x, Real* out);

/// Numbers that the panels of a depth x cols matrix take.
inline Index panels_size(Index depth, Index cols) {
  return (cols + panel_width - 1) / panel_width * panel_width * depth;
}

}  // namespace model
