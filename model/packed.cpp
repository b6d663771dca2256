#include "model/packed.h"

#include <algorithm>
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

}  // namespace

template <typename Real>
void pack_transposed(View<const Real> x, Real* out) {
  for (Index i = 0; i < x.rows; i += panel_width, out += x.cols * panel_width) {
    const Index rows = std::min(panel_width, x.rows - i);
    if (rows < panel_width) std::fill_n(out, x.cols * panel_width, Real(0));
    for (Index r = 0; r < rows; ++r) {
      const Real* from = x.row(i + r);
      for (Index c = 0; c < x.cols; ++c) out[c * panel_width + r] = from[c];
    }
  }
}

template <typename Real>
Packed<Real>::Packed(std::vector<Slot> slots) : slots_(std::move(slots)) {
  Index total = 0;
  for (const Slot& s : slots_) {
    offsets_.push_back(total);
    total += panels_size(s.rows, s.cols) + panels_size(s.cols, s.rows);
  }
  panels_.resize(1, total);
}

template <typename Real>
void Packed<Real>::pack(std::size_t id, const Flat<Real>& weights) {
  const Slot s = slots_[id];
  const View<const Real> w{weights.data() + s.offset, s.rows, s.cols, s.cols};
  Real* out = panels_.row(0) + offsets_[id];
  pack_plain(w, out);
  pack_transposed(w, out + panels_size(s.rows, s.cols));
}

template <typename Real>
Panels<Real> Packed<Real>::plain(std::size_t id) const {
  return {panels_.row(0) + offsets_[id], slots_[id].rows, slots_[id].cols};
}

template <typename Real>
Panels<Real> Packed<Real>::transposed(std::size_t id) const {
  const Slot s = slots_[id];
  return {panels_.row(0) + offsets_[id] + panels_size(s.rows, s.cols), s.cols, s.rows};
}

template class Packed<float>;
template class Packed<double>;
template void pack_transposed(View<const float>, float*);
template void pack_transposed(View<const double>, double*);

}  // namespace model
