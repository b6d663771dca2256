#include "model/layers/packed.h"

#include <algorithm>
#include <array>
#include <utility>

namespace model::layers {
namespace {

template <typename Real>
void pack_plain(arithmetic::View<const Real> x, Real* out) {
  for (arithmetic::Index j = 0; j < x.cols; j += arithmetic::panel_width) {
    const arithmetic::Index cols = std::min(arithmetic::panel_width, x.cols - j);
    for (arithmetic::Index k = 0; k < x.rows; ++k, out += arithmetic::panel_width) {
      std::copy_n(x.row(k) + j, cols, out);
      std::fill(out + cols, out + arithmetic::panel_width, Real(0));
    }
  }
}

/// Columns past the last are left as they are.
template <typename Real>
void pair_plain(const arithmetic::Arithmetic<Real>& arithmetic, arithmetic::View<const Real> x,
                arithmetic::Pair* out) {
  const arithmetic::Index depth = (x.rows + 1) / 2;
  for (arithmetic::Index j = 0; j < x.cols;
       j += arithmetic::panel_width, out += depth * arithmetic::panel_width) {
    const arithmetic::Index cols = std::min(arithmetic::panel_width, x.cols - j);
    arithmetic.pair_in_columns({x.data + j, x.rows, cols, x.pitch},
                               {out, depth, cols, arithmetic::panel_width});
  }
}

/// Panel by panel, a few of its rows at a time: these fit the first cache.
template <typename Real>
void pair_transposed(const arithmetic::Arithmetic<Real>& arithmetic, arithmetic::View<const Real> x,
                     arithmetic::Pair* out) {
  constexpr arithmetic::Index step = 64;
  std::array<Real, step * arithmetic::panel_width> numbers;
  for (arithmetic::Index i = 0; i < x.rows; i += arithmetic::panel_width) {
    const arithmetic::Index rows = std::min(arithmetic::panel_width, x.rows - i);
    for (arithmetic::Index j = 0; j < x.cols; j += step) {
      const arithmetic::Index cols = std::min(step, x.cols - j), depth = (cols + 1) / 2;
      arithmetic.pack_transposed({x.row(i) + j, rows, cols, x.pitch}, numbers.data());
      arithmetic.pair_in_columns(
          {numbers.data(), cols, arithmetic::panel_width, arithmetic::panel_width},
          {out, depth, arithmetic::panel_width, arithmetic::panel_width});
      out += depth * arithmetic::panel_width;
    }
  }
}

}  // namespace

bool takes_pairs(ProductPrecision precision) {
  switch (precision) {
    case ProductPrecision::float32:
      return false;
    case ProductPrecision::bfloat16:
    case ProductPrecision::bfloat16_amx:
      return true;
  }
  return false;
}

template <typename Real>
Packed<Real>::Packed(std::vector<Slot> slots, const arithmetic::Arithmetic<Real>& arithmetic,
                     ProductPrecision precision)
    : slots_(std::move(slots)), arithmetic_(&arithmetic), precision_(precision) {
  arithmetic::Index total = 0;
  for (const Slot& s : slots_) {
    const arithmetic::Index plain = panels_size(depth(s.rows), s.cols);
    places_.push_back({total, total + plain});
    total += plain + panels_size(depth(s.cols), s.rows);
  }
  if (takes_pairs(precision)) {
    pairs_.resize(1, total);
  } else {
    panels_.resize(1, total);
  }
}

template <typename Real>
arithmetic::Index Packed<Real>::depth(arithmetic::Index numbers) const {
  return takes_pairs(precision_) ? (numbers + 1) / 2 : numbers;
}

template <typename Real>
void Packed<Real>::pack(std::size_t id, const Flat<Real>& weights) {
  const arithmetic::View<const Real> w = matrix_of(weights, slots_[id]);
  const Place place = places_[id];
  if (takes_pairs(precision_)) {
    pair_plain(*arithmetic_, w, pairs_.row(0) + place.plain);
    pair_transposed(*arithmetic_, w, pairs_.row(0) + place.transposed);
  } else {
    pack_plain(w, panels_.row(0) + place.plain);
    arithmetic_->pack_transposed(w, panels_.row(0) + place.transposed);
  }
}

template <typename Real>
Panels<Real> Packed<Real>::panels(arithmetic::Index offset, arithmetic::Index depth,
                                  arithmetic::Index cols) const {
  if (takes_pairs(precision_)) {
    return {precision_, nullptr, pairs_.row(0) + offset, depth, cols};
  }
  return {precision_, panels_.row(0) + offset, nullptr, depth, cols};
}

template <typename Real>
Panels<Real> Packed<Real>::plain(std::size_t id) const {
  return panels(places_[id].plain, depth(slots_[id].rows), slots_[id].cols);
}

template <typename Real>
Panels<Real> Packed<Real>::transposed(std::size_t id) const {
  return panels(places_[id].transposed, depth(slots_[id].cols), slots_[id].rows);
}

template class Packed<float>;
template class Packed<double>;

}  // namespace model::layers
