#pragma once
#include <span>

#include "model/layers/packed.h"

namespace model::layers {

/// Working memory of products in bfloat16: their operands. Unused in float32.
struct PairScratch {
  arithmetic::Matrix<arithmetic::Pair> x, dy;
};

/// What is done to a product before it is stored, where given.
template <typename Real>
struct Ending {
  const Real* bias = nullptr;               ///< O numbers, added to every row
  arithmetic::View<const Real> start = {};  ///< N x O, added; may be where the result goes
  arithmetic::View<const Real> times = {};  ///< N x O, multiplied by at last, number by number
};

/// y = (x W + bias + start) * times. x: N x K, panels: K x O, y: N x O.
template <typename Real>
void linear(const arithmetic::Arithmetic<Real>& arithmetic, arithmetic::View<const Real> x,
            Panels<Real> panels, const Ending<Real>& ending, PairScratch& scratch,
            arithmetic::View<Real> y);

/// dweight += x' dy, dbias += column sums of dy (null: none). x: N x K, dy: N x O, dweight: K x O.
template <typename Real>
void weight_gradient(const arithmetic::Arithmetic<Real>& arithmetic, ProductPrecision precision,
                     arithmetic::View<const Real> x, arithmetic::View<const Real> dy,
                     PairScratch& scratch, Real* dweight, Real* dbias);

/// to = the given rows of from.
template <typename Real>
void gather_rows(arithmetic::View<const Real> from, std::span<const arithmetic::Index> rows,
                 arithmetic::View<Real> to);

/// The given rows of to += from.
template <typename Real>
void add_to_rows(arithmetic::View<const Real> from, std::span<const arithmetic::Index> rows,
                 arithmetic::View<Real> to);

}  // namespace model::layers
