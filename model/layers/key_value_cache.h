#pragma once
#include <algorithm>
#include <span>

#include "model/arithmetic/matrix.h"

namespace model {

/// Keys and values of one block for B texts that grow, as their products read them: for each text
/// and head, keys in transposed panels (D x 32 each), values in rows (room x D).
template <typename Real>
class KeyValueCache {
 public:
  /// starts: B + 1 row numbers; text b has room for starts[b+1] - starts[b] rows. Borrowed. What
  /// was kept is lost. Promise: all are multiples of panel_width.
  void resize(std::span<const Index> starts, Index heads, Index width) {
    starts_ = starts;
    heads_ = heads;
    head_width_ = width / heads;
    numbers_.resize(2, starts.back() * width);
  }

  /// Keeps row t of text b: key_value has 2C numbers, [keys | values].
  void put(Index b, Index t, const Real* key_value) {
    base::promise(t < room(b), "the cache has room for one more row");
    const Index D = head_width_;
    for (Index h = 0; h < heads_; ++h, key_value += D) {
      Real* panel = numbers_.row(0) + offset(b, h) + t / panel_width * panel_width * D;
      for (Index j = 0; j < D; ++j) panel[j * panel_width + t % panel_width] = key_value[j];
      std::copy_n(key_value + heads_ * D, D, numbers_.row(1) + offset(b, h) + t * D);
    }
  }

  const Real* key_panels(Index b, Index h) const { return numbers_.row(0) + offset(b, h); }
  View<const Real> values(Index b, Index h) const {
    return {numbers_.row(1) + offset(b, h), room(b), head_width_, head_width_};
  }

 private:
  Index start(Index b) const { return starts_[static_cast<std::size_t>(b)]; }
  Index room(Index b) const { return start(b + 1) - start(b); }
  Index offset(Index b, Index h) const { return (start(b) * heads_ + h * room(b)) * head_width_; }

  std::span<const Index> starts_;
  Index heads_ = 1, head_width_ = 0;
  Matrix<Real> numbers_;  ///< 2 x (rows * C): keys, values
};

}  // namespace model
