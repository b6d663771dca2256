#pragma once
// The Lanes of several rows worked on abreast, step by step: in a long chain of operations each
// waits for the one before it, those of the neighbours do not. In terms of the Lanes of the file
// that includes this. Internal linkage: each instruction set has its own copy.

namespace model::arithmetic {
namespace {

/// Lanes of G rows, with the functions of Lanes; a single Lanes stands for G that are the same.
template <int G>
struct Abreast {
  static constexpr int rows = G;
  Lanes of[G];

  Abreast() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): as said above
  Abreast(Lanes same) {
    each([&](int) { return same; });
  }

  /// of[g] = f(g)
  template <typename Function>
  Abreast& each(Function f) {
#pragma GCC unroll 8
    for (int g = 0; g < G; ++g) of[g] = f(g);
    return *this;
  }

  friend Abreast add(Abreast a, const Abreast& b) {
    return a.each([&](int g) { return add(a.of[g], b.of[g]); });
  }
  friend Abreast sub(Abreast a, const Abreast& b) {
    return a.each([&](int g) { return sub(a.of[g], b.of[g]); });
  }
  friend Abreast mul(Abreast a, const Abreast& b) {
    return a.each([&](int g) { return mul(a.of[g], b.of[g]); });
  }
  friend Abreast div(Abreast a, const Abreast& b) {
    return a.each([&](int g) { return div(a.of[g], b.of[g]); });
  }
  friend Abreast fma(Abreast a, const Abreast& b, const Abreast& c) {
    return a.each([&](int g) { return fma(a.of[g], b.of[g], c.of[g]); });
  }
  friend Abreast lower(Abreast a, const Abreast& b) {
    return a.each([&](int g) { return lower(a.of[g], b.of[g]); });
  }
  friend Abreast higher(Abreast a, const Abreast& b) {
    return a.each([&](int g) { return higher(a.of[g], b.of[g]); });
  }
  friend Abreast root(Abreast a) {
    return a.each([&](int g) { return root(a.of[g]); });
  }
  friend Abreast nearest(Abreast a) {
    return a.each([&](int g) { return nearest(a.of[g]); });
  }
  friend Abreast times_power_of_two(Abreast a, const Abreast& n) {
    return a.each([&](int g) { return times_power_of_two(a.of[g], n.of[g]); });
  }
};

/// A mask for each row; All or one Mask serve for all of them.
template <int G>
struct Masks {
  Mask of[G];
};
inline All mask_of(All, int) { return {}; }
inline Mask mask_of(Mask mask, int) { return mask; }
template <int G>
inline Mask mask_of(const Masks<G>& masks, int g) {
  return masks.of[g];
}

template <int G, typename Mask>
inline Abreast<G> keep(Abreast<G> v, const Mask& mask) {
  return v.each([&](int g) { return keep(v.of[g], mask_of(mask, g)); });
}
template <int G, typename Mask>
inline Abreast<G> other(Abreast<G> v, const Mask& mask, Lanes fill) {
  return v.each([&](int g) { return other(v.of[g], mask_of(mask, g), fill); });
}

/// Of rows n .. n + G of x, from column j on.
template <typename Some, typename Mask>
inline Some load_rows(View<const float> x, Index n, Index j, const Mask& mask) {
  return Some().each([&](int g) { return load(x.row(n + g) + j, mask_of(mask, g)); });
}
template <int G, typename Mask>
inline void store_rows(View<float> x, Index n, Index j, const Abreast<G>& v, const Mask& mask) {
  for (int g = 0; g < G; ++g) store(x.row(n + g) + j, v.of[g], mask_of(mask, g));
}

/// x[g] in all lanes of row g.
template <typename Some>
inline Some splat_each(const float* x) {
  return Some().each([&](int g) { return splat(x[g]); });
}

/// The sum of row g's lanes in all of them.
template <int G>
inline Abreast<G> sum_each(Abreast<G> v) {
  return v.each([&](int g) { return splat(sum(v.of[g])); });
}
/// The highest of row g's lanes in all of them.
template <int G>
inline Abreast<G> highest_each(Abreast<G> v) {
  return v.each([&](int g) { return splat(highest(v.of[g])); });
}

/// body(n, Abreast()) for a few of `count` rows at a time, from row n on; the last one by one.
template <int most = rows_abreast, typename Body>
inline void each_few(Index count, Body body) {
  Index n = 0;
  for (; n + most <= count; n += most) body(n, Abreast<most>());
  for (; n + rows_abreast <= count; n += rows_abreast) body(n, Abreast<rows_abreast>());
  for (; n < count; ++n) body(n, Abreast<1>());
}

/// body(j, mask) for each group of lanes of a row of `count`; the last may be partial.
template <typename Body>
inline void each_group(Index count, Body body) {
  Index j = 0;
  for (; j + lane_count <= count; j += lane_count) body(j, All{});
  if (j < count) body(j, first(count - j));
}

}  // namespace
}  // namespace model::arithmetic
