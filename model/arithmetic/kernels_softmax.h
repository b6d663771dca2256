#pragma once
// Softmax and what is made of it, in terms of the Lanes of the file that includes this. Internal
// linkage: each instruction set has its own copy.
#include "model/arithmetic/kernels_layers.h"

namespace model::arithmetic {
namespace {

/// Rows n .. n + G of a matrix, of which the first count[g] numbers of row n + g count.
template <int G>
struct RaggedRows {
  View<float> x;
  Index n;
  Index count[G];

  using Some = Abreast<G>;

  template <typename Mask>
  Some load(Index j, const Mask& counted) const {
    return load_rows<Some>({x.data, x.rows, x.cols, x.pitch}, n, j, counted);
  }
  /// body(j, counted) for each group of lanes: All, or a mask for each row.
  template <typename Body>
  void each(Body body) const {
    Index shortest = count[0], j = 0;
    for (const Index one : count) shortest = one < shortest ? one : shortest;
    for (; j + lane_count <= shortest; j += lane_count) body(j, All{});
    for (; j < x.cols; j += lane_count) {
      Masks<G> counted;
      for (int g = 0; g < G; ++g) counted.of[g] = first(count[g] - j);
      body(j, counted);
    }
  }
  /// x = f(x, j, counted) where it counts, and 0 elsewhere.
  template <typename Function>
  void change(Function f) const {
    each([&](Index j, const auto& counted) {
      store_rows(x, n, j, keep(f(load(j, counted), j, counted), counted), inside(j, counted));
    });
  }

 private:
  /// The lanes from column j on that the matrix has.
  All inside(Index, All) const { return {}; }
  Mask inside(Index j, const Masks<G>&) const { return first(x.cols - j); }
};

/// The largest of by x of each row, in all lanes.
template <int G>
inline Abreast<G> largest(const RaggedRows<G>& rows, const Abreast<G>& by) {
  constexpr float lowest = -3e38f;
  Abreast<G> most = splat(lowest);
  rows.each([&](Index j, const auto& mask) {
    most = higher(most, other(mul(rows.load(j, mask), by), mask, splat(lowest)));
  });
  return highest_each(most);
}

/// x = e^(by x - top); returns the sums of the rows.
template <int G>
inline Abreast<G> exponentiate(const RaggedRows<G>& rows, const Abreast<G>& by,
                               const Abreast<G>& top) {
  Abreast<G> total = splat(0);
  rows.change([&](const Abreast<G>& x, Index, const auto& mask) {
    const auto e = keep(exponential(sub(mul(x, by), top)), mask);
    total = add(total, e);
    return e;
  });
  return sum_each(total);
}

template <int G>
inline RaggedRows<G> ragged_rows(View<float> x, Index n, const Index* count) {
  RaggedRows<G> rows{x, n, {}};
  for (int g = 0; g < G; ++g) rows.count[g] = count[g];
  return rows;
}

[[gnu::flatten]] void causal_softmax(View<float> scores, const Index* prefix, const float* scale) {
  each_few(scores.rows, [&](Index n, auto few) {
    using Some = decltype(few);
    const auto rows = ragged_rows<Some::rows>(scores, n, prefix + n);
    const auto by = splat_each<Some>(scale + n);
    const Some factor = div(splat(1), exponentiate(rows, by, largest(rows, by)));
    rows.change([&](const Some& e, Index, const auto&) { return mul(e, factor); });
  });
}

[[gnu::flatten]] void causal_softmax_backward(View<const float> probabilities, const Index* prefix,
                                              const float* scale, View<float> dp) {
  each_few(dp.rows, [&](Index n, auto few) {
    using Some = decltype(few);
    const auto rows = ragged_rows<Some::rows>(dp, n, prefix + n);
    const auto p = [&](Index j, const auto& mask) {
      return load_rows<Some>(probabilities, n, j, mask);
    };
    Some total = splat(0);
    rows.each(
        [&](Index j, const auto& mask) { total = fma(p(j, mask), rows.load(j, mask), total); });
    const Some mean = sum_each(total), by = splat_each<Some>(scale + n);
    rows.change([&](const Some& d, Index j, const auto& mask) {
      return mul(mul(p(j, mask), sub(d, mean)), by);
    });
  });
}

/// The first of each row's equal lanes.
template <int G>
inline void store_each(const Abreast<G>& v, float* x) {
  for (int g = 0; g < G; ++g) x[g] = first_of(v.of[g]);
}

/// 2^x for x <= 0: fewer steps than e^x takes. Coefficients of Cephes' exp2f (Moshier 1992).
template <typename Some>
inline Some two_to_the(Some x) {
  x = higher(splat(-126.f), x);
  const Some n = nearest(x), r = sub(x, n);
  Some p = fma(splat(1.535336188319500e-4f), r, splat(1.339887440266574e-3f));
  p = fma(p, r, splat(9.618437357674640e-3f));
  p = fma(p, r, splat(5.550332471162809e-2f));
  p = fma(p, r, splat(2.402264791363012e-1f));
  p = fma(p, r, splat(6.931472028550421e-1f));
  return times_power_of_two(fma(p, r, splat(1.f)), n);
}

/// Logits are told in powers of two: e^x = 2^(x log2(e)).
template <typename Some>
inline Some binary_scale(const float* scale) {
  return mul(splat_each<Some>(scale), splat(1.44269504f));
}

[[gnu::flatten]] void softmax_goes_on(View<float> scores, const Index* count, const float* scale,
                                      float* top, float* total, float* factor) {
  each_few(scores.rows, [&](Index n, auto few) {
    using Some = decltype(few);
    const auto rows = ragged_rows<Some::rows>(scores, n, count + n);
    const Some by = binary_scale<Some>(scale + n), before = splat_each<Some>(top + n);
    const Some now = higher(largest(rows, by), before), less = two_to_the(sub(before, now));
    const Some none = sub(splat(0), now);
    Some sum = splat(0);
    rows.change([&](const Some& x, Index, const auto& mask) {
      const Some e = keep(two_to_the(fma(x, by, none)), mask);
      sum = add(sum, e);
      return e;
    });
    store_each(fma(splat_each<Some>(total + n), less, sum_each(sum)), total + n);
    store_each(now, top + n);
    store_each(less, factor + n);
  });
}

[[gnu::flatten]] void softmax_again(View<float> scores, const Index* count, const float* scale,
                                    const float* top, const float* total) {
  each_few(scores.rows, [&](Index n, auto few) {
    using Some = decltype(few);
    const auto rows = ragged_rows<Some::rows>(scores, n, count + n);
    const Some by = binary_scale<Some>(scale + n), none = sub(splat(0), splat_each<Some>(top + n));
    const Some factor = div(splat(1), splat_each<Some>(total + n));
    rows.change([&](const Some& x, Index, const auto&) {
      return mul(two_to_the(fma(x, by, none)), factor);
    });
  });
}

[[gnu::flatten]] void softmax_backward(View<const float> p, const Index* count, const float* scale,
                                       const float* mean, View<float> dp) {
  each_few(dp.rows, [&](Index n, auto few) {
    using Some = decltype(few);
    const auto rows = ragged_rows<Some::rows>(dp, n, count + n);
    const auto by = splat_each<Some>(scale + n), middle = splat_each<Some>(mean + n);
    rows.change([&](const Some& d, Index j, const auto& mask) {
      return mul(mul(load_rows<Some>(p, n, j, mask), sub(d, middle)), by);
    });
  });
}

/// The first j < count with p[j] = x; the last if there is none. No branch depends on p.
inline int first_equal(const float* p, Index count, Lanes x) {
  Index found = count - 1;
  for (Index j = (count - 1) / lane_count * lane_count; j >= 0; j -= lane_count) {
    const unsigned bits = equal(load(p + j, first(count - j)), x);
    const Index at = j + __builtin_ctz(bits | 1u << lane_count);
    found = bits != 0 && at < count ? at : found;
  }
  return static_cast<int>(found);
}

[[gnu::flatten]] void cross_entropy(View<float> logits, const int* target, const float* weight,
                                    int* best, float* nats) {
  each_few(logits.rows, [&](Index n, auto few) {
    using Some = decltype(few);
    RaggedRows<Some::rows> rows{logits, n, {}};
    for (Index& count : rows.count) count = logits.cols;
    const Some top = largest(rows, Some(splat(1)));
    float wanted[Some::rows];
    for (int r = 0; r < Some::rows; ++r) {
      best[n + r] = first_equal(logits.row(n + r), logits.cols, top.of[r]);
      wanted[r] = logits.row(n + r)[target[n + r]];
    }
    const Some total = exponentiate(rows, Some(splat(1)), top);
    const Some factor = div(splat_each<Some>(weight + n), total);
    rows.change([&](const Some& e, Index, const auto&) { return mul(e, factor); });
    for (int r = 0; r < Some::rows; ++r) {
      nats[n + r] = __builtin_logf(first_of(total.of[r])) + first_of(top.of[r]) - wanted[r];
      logits.row(n + r)[target[n + r]] -= weight[n + r];
    }
  });
}

}  // namespace
}  // namespace model::arithmetic
