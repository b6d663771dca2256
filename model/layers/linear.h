#pragma once
#include <span>

#include "model/layers/packed.h"

namespace model {

/// Working memory of products in bfloat16: their operands. Unused in float32.
struct PairScratch {
  Matrix<Pair> x, dy;
};

/// What is done to a product before it is stored, where given.
template <typename Real>
struct Ending {
  const Real* bias = nullptr;   ///< O numbers, added to every row
  View<const Real> start = {};  ///< N x O, added; may be where the result goes
  View<const Real> times = {};  ///< N x O, multiplied by at last, number by number
};

/// y = (x W + bias + start) * times. x: N x K, panels: K x O, y: N x O.
template <typename Real>
void linear(const Arithmetic<Real>& arithmetic, View<const Real> x, Panels<Real> panels,
            const Ending<Real>& ending, PairScratch& scratch, View<Real> y);

/// dweight += x' dy, dbias += column sums of dy (null: none). x: N x K, dy: N x O, dweight: K x O.
template <typename Real>
void weight_gradient(const Arithmetic<Real>& arithmetic, ProductPrecision precision,
                     View<const Real> x, View<const Real> dy, PairScratch& scratch, Real* dweight,
                     Real* dbias);

/// to = the given rows of from.
template <typename Real>
void gather_rows(View<const Real> from, std::span<const Index> rows, View<Real> to);

/// The given rows of to += from.
template <typename Real>
void add_to_rows(View<const Real> from, std::span<const Index> rows, View<Real> to);

}  // namespace model
