#pragma once
// Softmax and what is made of it, in terms of the Lanes of the file that includes this. Internal
// linkage: each instruction set has its own copy.
#include "model/kernels_layers.h"

namespace model {
namespace {

/// Rows n .. n + G of a matrix, the first count[g] numbers of row n + g.
template <int G>
struct RaggedRows {
  View<float> x;
  Index n;
  Index count[G];
  using Some = Abreast<G>;

  template <typename Mask>
  Some load(Index j, const Mask& mask) const {
    return load_rows<Some>({x.data, x.rows, x.cols, x.pitch}, n, j, mask);
  }
  /// x = f(x)
  template <typename Function>
  void change(Function f) const {
    each_group(count, [&](Index j, const auto& mask) {
      store_rows(x, n, j, f(load(j, mask), j, mask), mask);
    });
  }
  /// The numbers after those counted become 0.
  void clear_rest() const {
    for (int g = 0; g < G; ++g) {
      float* rest = x.row(n + g) + count[g];
      each_group(x.cols - count[g], [&](Index j, auto mask) { store(rest + j, splat(0), mask); });
    }
  }
};

/// top[g] = the largest of by x.
template <int G>
inline void find_largest(const RaggedRows<G>& rows, const Abreast<G>& by, float* top) {
  constexpr float lowest = -3e38f;
  Abreast<G> most = splat(lowest);
  each_group(rows.count, [&](Index j, const auto& mask) {
    most = higher(most, other(mul(rows.load(j, mask), by), mask, splat(lowest)));
  });
  for (int g = 0; g < G; ++g) top[g] = highest(most.of[g]);
}

/// x = e^(by x - top); returns the sums of the rows.
template <int G>
inline Abreast<G> exponentiate(const RaggedRows<G>& rows, const Abreast<G>& by, const float* top) {
  const auto peak = splat_each<Abreast<G>>(top);
  Abreast<G> total = splat(0);
  rows.change([&](const Abreast<G>& x, Index, const auto& mask) {
    const auto e = keep(exponential(sub(mul(x, by), peak)), mask);
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
    float top[Some::rows];
    find_largest(rows, by, top);
    const Some factor = div(splat(1), exponentiate(rows, by, top));
    rows.change([&](const Some& e, Index, const auto&) { return mul(e, factor); });
    rows.clear_rest();
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
    each_group(rows.count, [&](Index j, const auto& mask) {
      total = fma(p(j, mask), rows.load(j, mask), total);
    });
    const Some mean = sum_each(total), by = splat_each<Some>(scale + n);
    rows.change([&](const Some& d, Index j, const auto& mask) {
      return mul(mul(p(j, mask), sub(d, mean)), by);
    });
    rows.clear_rest();
  });
}

/// The first j < count with p[j] = x; the last if there is none. No branch depends on p.
inline int first_equal(const float* p, Index count, float x) {
  Index found = count - 1;
  for (Index j = (count - 1) / lane_count * lane_count; j >= 0; j -= lane_count) {
    const unsigned bits = equal(load(p + j, first(count - j)), splat(x));
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
    float top[Some::rows], wanted[Some::rows];
    find_largest(rows, Some(splat(1)), top);
    for (int r = 0; r < Some::rows; ++r) {
      best[n + r] = first_equal(logits.row(n + r), logits.cols, top[r]);
      wanted[r] = logits.row(n + r)[target[n + r]];
    }
    const Some total = exponentiate(rows, Some(splat(1)), top);
    const Some factor = div(splat_each<Some>(weight + n), total);
    rows.change([&](const Some& e, Index, const auto&) { return mul(e, factor); });
    for (int r = 0; r < Some::rows; ++r) {
      nats[n + r] = __builtin_logf(first_of(total.of[r])) + top[r] - wanted[r];
      logits.row(n + r)[target[n + r]] -= weight[n + r];
    }
  });
}

}  // namespace
}  // namespace model
