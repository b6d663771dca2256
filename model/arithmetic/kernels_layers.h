#pragma once
// Everything but products and softmax, in terms of the Lanes of the file that includes this.
// Internal linkage: each instruction set has its own copy.
#include "model/arithmetic/lanes_abreast.h"

namespace model::arithmetic {
namespace {

/// e^x to about 1e-7 (relative): x = n ln 2 + r, a polynomial in r (Cephes, expf), times 2^n.
/// For x <= 88; never less than a normal float; NaN stays NaN.
template <typename Some>
inline Some exponential(Some x) {
  x = higher(splat(-87.3f), x);
  const Some n = nearest(mul(x, splat(1.44269504f)));
  Some r = fma(n, splat(-0.693359375f), x);
  r = fma(n, splat(2.12194440e-4f), r);
  Some p = fma(splat(1.9875691500e-4f), r, splat(1.3981999507e-3f));
  p = fma(p, r, splat(8.3334519073e-3f));
  p = fma(p, r, splat(4.1665795894e-2f));
  p = fma(p, r, splat(1.6666665459e-1f));
  p = fma(p, r, splat(5.0000001201e-1f));
  p = fma(mul(r, r), p, add(r, splat(1.f)));
  return times_power_of_two(p, n);
}

/// sums += column sums of G groups of lanes from column j on; they stay in registers.
template <int G, typename Tail>
inline void add_columns(View<const float> x, Index j, float* sums, Tail tail) {
  Lanes total[G];
#pragma GCC unroll 16
  for (int g = 0; g < G; ++g) total[g] = load(sums + j + g * lane_count, tail);
  for (Index n = 0; n < x.rows; ++n) {
#pragma GCC unroll 16
    for (int g = 0; g < G; ++g) total[g] = add(total[g], load(x.row(n) + j + g * lane_count, tail));
  }
#pragma GCC unroll 16
  for (int g = 0; g < G; ++g) store(sums + j + g * lane_count, total[g], tail);
}

/// The columns from j on that come in wholes of G groups; returns the first after them.
template <int G>
inline Index add_whole_columns(View<const float> x, Index j, float* sums) {
  for (; j + G * lane_count <= x.cols; j += G * lane_count) add_columns<G>(x, j, sums, All{});
  return j;
}

// The more columns at once, the longer the stretches of memory that are read.
void add_column_sums(View<const float> x, float* sums) {
  Index j = 0;
  if constexpr (tile_rows * tile_vectors >= 16) j = add_whole_columns<16>(x, j, sums);
  j = add_whole_columns<4>(x, j, sums);
  j = add_whole_columns<1>(x, j, sums);
  if (j < x.cols) add_columns<1>(x, j, sums, first(x.cols - j));
}

void add_rows(Index count, View<const float> from, const int* from_rows, View<float> to,
              const int* to_rows) {
  for (Index n = 0; n < count; ++n) {
    const float* x = from.row(from_rows ? from_rows[n] : n);
    float* y = to.row(to_rows ? to_rows[n] : n);
    each_group(to.cols, [&](Index j, auto mask) {
      store(y + j, add(load(y + j, mask), load(x + j, mask)), mask);
    });
  }
}

/// The mean of each row's lanes, of `count` numbers, in all of them.
template <int G>
inline Abreast<G> mean_each(const Abreast<G>& v, Index count) {
  return div(sum_each(v), splat(static_cast<float>(count)));
}

[[gnu::flatten]] void layer_norm(View<const float> x, const float* gain, const float* bias,
                                 float* mean, float* rstd, View<float> y) {
  each_few(x.rows, [&](Index n, auto few) {
    using Some = decltype(few);
    Some total = splat(0), squares = splat(0);
    each_group(x.cols,
               [&](Index j, auto mask) { total = add(total, load_rows<Some>(x, n, j, mask)); });
    const Some centre = mean_each(total, x.cols);
    each_group(x.cols, [&](Index j, auto mask) {
      const Some v = keep(sub(load_rows<Some>(x, n, j, mask), centre), mask);
      squares = fma(v, v, squares);
    });
    const Some variance = mean_each(squares, x.cols);
    const Some scale = div(splat(1), root(add(variance, splat(1e-5f))));
    for (int r = 0; r < Some::rows; ++r) {
      mean[n + r] = first_of(centre.of[r]);
      rstd[n + r] = first_of(scale.of[r]);
    }
    each_group(x.cols, [&](Index j, auto mask) {
      const Some normal = mul(sub(load_rows<Some>(x, n, j, mask), centre), scale);
      store_rows(y, n, j, fma(normal, load(gain + j, mask), load(bias + j, mask)), mask);
    });
  });
}

// With g = gain * dy and h = (x - mean) rstd:  dx += rstd (g - mean(g) - h mean(g h))
[[gnu::flatten]] void layer_norm_backward(View<const float> x, const float* gain, const float* mean,
                                          const float* rstd, View<const float> dy, View<float> dx,
                                          float* dgain, float* dbias) {
  each_few(x.rows, [&](Index n, auto few) {
    using Some = decltype(few);
    const auto centre = splat_each<Some>(mean + n), scale = splat_each<Some>(rstd + n);
    Some sum_g = splat(0), sum_gh = splat(0);
    each_group(x.cols, [&](Index j, auto mask) {
      const Some h = mul(sub(load_rows<Some>(x, n, j, mask), centre), scale);
      const Some d = load_rows<Some>(dy, n, j, mask), g = mul(d, load(gain + j, mask));
      sum_g = add(sum_g, g);
      sum_gh = fma(g, h, sum_gh);
      Lanes gains = load(dgain + j, mask), biases = load(dbias + j, mask);
      for (int r = 0; r < Some::rows; ++r) {
        gains = fma(d.of[r], h.of[r], gains);
        biases = add(biases, d.of[r]);
      }
      store(dgain + j, gains, mask);
      store(dbias + j, biases, mask);
    });
    const Some mean_g = mean_each(sum_g, x.cols);
    const Some minus_mean_gh = mean_each(mul(sum_gh, splat(-1)), x.cols);
    each_group(x.cols, [&](Index j, auto mask) {
      const Some h = mul(sub(load_rows<Some>(x, n, j, mask), centre), scale);
      const Some g = mul(load_rows<Some>(dy, n, j, mask), load(gain + j, mask));
      const Some inner = fma(h, minus_mean_gh, sub(g, mean_g));
      const Some before = load_rows<Some>({dx.data, dx.rows, dx.cols, dx.pitch}, n, j, mask);
      store_rows(dx, n, j, fma(scale, inner, before), mask);
    });
  });
}

// GELU(x) = x s with s = 1 / (1 + e^(-2u)), u = sqrt(2/pi) (x + 0.044715 x^3): the tanh form. Its
// derivative is s (1 + x (1 - s) d(2u)/dx).
constexpr float gelu_linear = 1.5957691216f;  // 2 sqrt(2/pi)
constexpr float gelu_cubic = gelu_linear * 0.044715f;

[[gnu::flatten]] void gelu(View<float> x, View<float> y) {
  each_few<2 * rows_abreast>(x.rows, [&](Index n, auto few) {
    using Some = decltype(few);
    each_group(x.cols, [&](Index j, auto mask) {
      const Some v = load_rows<Some>({x.data, x.rows, x.cols, x.pitch}, n, j, mask);
      const Some square = mul(v, v);
      const Some minus_2u = mul(v, fma(square, splat(-gelu_cubic), splat(-gelu_linear)));
      const Some s = div(splat(1), add(splat(1), exponential(lower(splat(88), minus_2u))));
      const Some slope = fma(square, splat(3 * gelu_cubic), splat(gelu_linear));
      store_rows(y, n, j, mul(v, s), mask);
      store_rows(x, n, j, mul(s, fma(mul(v, sub(splat(1), s)), slope, splat(1))), mask);
    });
  });
}

double add_gradients(const float* const* gradients, Index count, Index offset, Index size,
                     float* out) {
  double squares = 0;
  each_group(size, [&](Index i, auto mask) {
    const Index j = offset + i;
    Lanes total = load(gradients[0] + j, mask);
    for (Index l = 1; l < count; ++l) total = add(total, load(gradients[l] + j, mask));
    store(out + j, total, mask);
    squares += static_cast<double>(sum(mul(total, total)));
  });
  return squares;
}

void adamw(const AdamSlice<float>& s) {
  const Lanes beta1 = splat(s.beta1), beta2 = splat(s.beta2), one = splat(1);
  const Lanes scale = splat(s.gradient_scale), correction = splat(s.second_correction);
  const Lanes minus_rate = splat(-s.rate), kept = splat(s.keep), epsilon = splat(s.epsilon);
  each_group(s.size, [&](Index j, auto mask) {
    const Lanes g = mul(load(s.gradient + j, mask), scale);
    const Lanes m = fma(beta1, load(s.first + j, mask), mul(sub(one, beta1), g));
    const Lanes v = fma(beta2, load(s.second + j, mask), mul(sub(one, beta2), mul(g, g)));
    store(s.first + j, m, mask);
    store(s.second + j, v, mask);
    const Lanes update = div(m, add(root(mul(v, correction)), epsilon));
    store(s.weights + j, fma(minus_rate, update, mul(load(s.weights + j, mask), kept)), mask);
  });
}

}  // namespace
}  // namespace model::arithmetic
