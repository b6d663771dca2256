#pragma once
#include <vector>

#include "model/arithmetic/matrix.h"
#include "model/layers/layout.h"

namespace model::layers {

/// Whether operands are pairs of bfloat16, and no floats.
bool takes_pairs(ProductPrecision precision);

/// A weight W (K x N) as the product reads it: panels of 32 columns, each K rows of 32 numbers, the
/// last one filled up with zeros. Or, for products in bfloat16, ceil(K / 2) rows of 32 pairs.
template <typename Real>
struct Panels {
  ProductPrecision precision = ProductPrecision::float32;
  const Real* data = nullptr;               ///< of products in float32
  const arithmetic::Pair* pairs = nullptr;  ///< of products in bfloat16
  arithmetic::Index depth = 0;              ///< rows of the packed matrix: numbers or pairs
  arithmetic::Index cols = 0;
};

/// Panels of W and of its transpose, for a list of tensors: rebuilt once a step.
template <typename Real>
class Packed {
 public:
  /// Reserves room for the panels of `slots`; `id` below is the place in this list.
  Packed(std::vector<Slot> slots, const arithmetic::Arithmetic<Real>& arithmetic,
         ProductPrecision precision);

  /// Copies tensor `id` out of `weights`. Different ids may be packed at the same time.
  void pack(std::size_t id, const Flat<Real>& weights);

  Panels<Real> plain(std::size_t id) const;       ///< of W: for Y = X W
  Panels<Real> transposed(std::size_t id) const;  ///< of the transpose of W: for dX = dY W'

 private:
  /// Where panels of what is packed for `id` start.
  struct Place {
    arithmetic::Index plain, transposed;
  };
  arithmetic::Index depth(arithmetic::Index numbers) const;
  Panels<Real> panels(arithmetic::Index offset, arithmetic::Index depth,
                      arithmetic::Index cols) const;

  std::vector<Slot> slots_;
  const arithmetic::Arithmetic<Real>* arithmetic_;
  ProductPrecision precision_;
  std::vector<Place> places_;
  arithmetic::Matrix<Real> panels_;             ///< one long row; empty if there are pairs
  arithmetic::Matrix<arithmetic::Pair> pairs_;  ///< the same
};

/// Numbers that the panels of a depth x cols matrix take.
inline arithmetic::Index panels_size(arithmetic::Index depth, arithmetic::Index cols) {
  return (cols + arithmetic::panel_width - 1) / arithmetic::panel_width * arithmetic::panel_width *
         depth;
}

}  // namespace model::layers
