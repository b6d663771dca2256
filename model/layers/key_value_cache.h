#pragma once
#include <algorithm>
#include <span>

#include "model/arithmetic/matrix.h"

namespace model::layers {

/// Keys and values of one block for B texts that grow, as their products read them: for each text
/// and head, keys in transposed panels (D x 32 each), values in rows (room x D).
template <typename Real>
class KeyValueCache {
 public:
  /// starts: B + 1 row numbers; text b has room for starts[b+1] - starts[b] rows. Borrowed. What
  /// was kept is lost. Promise: all are multiples of panel_width.
  void resize(std::span<const arithmetic::Index> starts, arithmetic::Index heads,
              arithmetic::Index width) {
    starts_ = starts;
    heads_ = heads;
    head_width_ = width / heads;
    numbers_.resize(2, starts.back() * width);
  }

  /// Keeps row t of text b: key_value has 2C numbers, [keys | values].
  void put(arithmetic::Index b, arithmetic::Index t, const Real* key_value) {
    base::promise(t < room(b), "the cache has room for one more row");
    const arithmetic::Index D = head_width_;
    for (arithmetic::Index h = 0; h < heads_; ++h, key_value += D) {
      Real* panel = numbers_.row(0) + offset(b, h) +
                    t / arithmetic::panel_width * arithmetic::panel_width * D;
      for (arithmetic::Index j = 0; j < D; ++j)
        panel[j * arithmetic::panel_width + t % arithmetic::panel_width] = key_value[j];
      std::copy_n(key_value + heads_ * D, D, numbers_.row(1) + offset(b, h) + t * D);
    }
  }

  const Real* key_panels(arithmetic::Index b, arithmetic::Index h) const {
    return numbers_.row(0) + offset(b, h);
  }
  arithmetic::View<const Real> values(arithmetic::Index b, arithmetic::Index h) const {
    return {numbers_.row(1) + offset(b, h), room(b), head_width_, head_width_};
  }

 private:
  arithmetic::Index start(arithmetic::Index b) const {
    return starts_[static_cast<std::size_t>(b)];
  }
  arithmetic::Index room(arithmetic::Index b) const { return start(b + 1) - start(b); }
  arithmetic::Index offset(arithmetic::Index b, arithmetic::Index h) const {
    return (start(b) * heads_ + h * room(b)) * head_width_;
  }

  std::span<const arithmetic::Index> starts_;
  arithmetic::Index heads_ = 1, head_width_ = 0;
  arithmetic::Matrix<Real> numbers_;  ///< 2 x (rows * C): keys, values
};

}  // namespace model::layers
