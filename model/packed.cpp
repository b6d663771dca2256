#include "model/packed.h"

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

namespace model {
namespace {

template <typename Real>
void pack_plain(View<const Real> x, Real* out) {
  for (Index j = 0; j < x.cols; j += panel_width) {
    const Index cols = std::min(panel_width, x.cols - j);
    for (Index k = 0; k < x.rows; ++k, out += panel_width) {
      std::copy_n(x.row(k) + j, cols, out);
      std::fill(out + cols, out + panel_width, Real(0));
    }
  }
}

/// Columns past the last are left as they are.
template <typename Real>
void pair_plain(const Arithmetic<Real>& arithmetic, View<const Real> x, Pair* out) {
  const Index depth = (x.rows + 1) / 2;
  for (Index j = 0; j < x.cols; j += panel_width, out += depth * panel_width) {
    const Index cols = std::min(panel_width, x.cols - j);
    arithmetic.pair_in_columns({x.data + j, x.rows, cols, x.pitch},
                               {out, depth, cols, panel_width});
  }
}

/// Panel by panel, a few columns at a time: these fit the first cache.
template <typename Real>
void pair_transposed(const Arithmetic<Real>& arithmetic, View<const Real> x, Pair* out) {
  constexpr Index step = 64;
  std::array<Pair, panel_width * step / 2> pairs;
  for (Index i = 0; i < x.rows; i += panel_width) {
    const Index rows = std::min(panel_width, x.rows - i);
    for (Index j = 0; j < x.cols; j += step) {
      const Index cols = std::min(step, x.cols - j), depth = (cols + 1) / 2;
      const View<Pair> block{pairs.data(), rows, depth, step / 2};
      arithmetic.pair_in_rows({x.row(i) + j, rows, cols, x.pitch}, block);
      pack_transposed(constant(block), out);
      out += depth * panel_width;
    }
  }
}

// A template takes Eigen's packets without their alignment, which is of no use here.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wignored-attributes"
/// What a number is moved as: four bytes are four bytes.
template <typename Number>
using Moved = std::conditional_t<sizeof(Number) == 4, float, Number>;
template <typename Number>
using Packet = typename Eigen::internal::packet_traits<Moved<Number>>::type;
template <typename Number>
constexpr Index square_side = Eigen::internal::packet_traits<Moved<Number>>::size;

/// to[k * panel_width + r] = x(r, k) for a square of numbers from (r, k) on.
template <typename Number>
void transpose_square(View<const Number> x, Index r, Index k, Number* to) {
  constexpr Index side = square_side<Number>;
  Eigen::internal::PacketBlock<Packet<Number>, side> square;
  for (Index i = 0; i < side; ++i) {
    const Number* from = x.row(r + i) + k;
    square.packet[i] =
        Eigen::internal::ploadu<Packet<Number>>(reinterpret_cast<const Moved<Number>*>(from));
  }
  Eigen::internal::ptranspose(square);
  for (Index i = 0; i < side; ++i) {
    Number* row = to + (k + i) * panel_width + r;
    Eigen::internal::pstoreu(reinterpret_cast<Moved<Number>*>(row), square.packet[i]);
  }
}

#pragma GCC diagnostic pop

/// to[k * panel_width + r] = x(r, k), in squares as wide as a register where they fit.
template <typename Number>
void transpose_rows(View<const Number> x, Number* to) {
  constexpr Index side = square_side<Number>;
  const Index rows = x.rows / side * side, cols = x.cols / side * side;
  for (Index r = 0; r < rows; r += side) {
    for (Index k = 0; k < cols; k += side) transpose_square(x, r, k, to);
  }
  for (Index r = 0; r < x.rows; ++r) {
    for (Index k = r < rows ? cols : 0; k < x.cols; ++k) to[k * panel_width + r] = x.row(r)[k];
  }
}

}  // namespace

template <typename Number>
void pack_transposed(View<const Number> x, Number* out) {
  for (Index i = 0; i < x.rows; i += panel_width, out += x.cols * panel_width) {
    const Index rows = std::min(panel_width, x.rows - i);
    if (rows < panel_width) std::fill_n(out, x.cols * panel_width, Number(0));
    transpose_rows<Number>({x.row(i), rows, x.cols, x.pitch}, out);
  }
}

template <typename Real>
Packed<Real>::Packed(std::vector<Slot> slots, const Arithmetic<Real>& arithmetic, Products products)
    : slots_(std::move(slots)), arithmetic_(&arithmetic), products_(products) {
  Index total = 0;
  for (const Slot& s : slots_) {
    const Index plain = panels_size(depth(s.rows), s.cols);
    places_.push_back({total, total + plain});
    total += plain + panels_size(depth(s.cols), s.rows);
  }
  if (products == Products::float32) {
    panels_.resize(1, total);
  } else {
    pairs_.resize(1, total);
  }
}

template <typename Real>
Index Packed<Real>::depth(Index numbers) const {
  return products_ == Products::float32 ? numbers : (numbers + 1) / 2;
}

template <typename Real>
void Packed<Real>::pack(std::size_t id, const Flat<Real>& weights) {
  const Slot s = slots_[id];
  const View<const Real> w{weights.data() + s.offset, s.rows, s.cols, s.cols};
  const Place place = places_[id];
  if (products_ == Products::float32) {
    pack_plain(w, panels_.row(0) + place.plain);
    pack_transposed(w, panels_.row(0) + place.transposed);
  } else {
    pair_plain(*arithmetic_, w, pairs_.row(0) + place.plain);
    pair_transposed(*arithmetic_, w, pairs_.row(0) + place.transposed);
  }
}

template <typename Real>
Panels<Real> Packed<Real>::panels(Index offset, Index depth, Index cols) const {
  if (products_ == Products::float32) {
    return {products_, panels_.row(0) + offset, nullptr, depth, cols};
  }
  return {products_, nullptr, pairs_.row(0) + offset, depth, cols};
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
template void pack_transposed(View<const float>, float*);
template void pack_transposed(View<const double>, double*);

}  // namespace model
