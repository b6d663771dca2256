#pragma once
// Everything but products and softmax, in terms of the Lanes of the file that includes this.
// Internal linkage: each instruction set has its own copy.

namespace model {
namespace {

/// body(j, mask) for each group of lanes of a row of `count`; the last may be partial.
template <typename Body>
inline void each_group(Index count, Body body) {
  Index j = 0;
  for (; j + lane_count <= count; j += lane_count) body(j, All{});
  if (j < count) body(j, first(count - j));
}

/// e^x to about 1e-7 (relative): x = n ln 2 + r, a polynomial in r (Cephes, expf), times 2^n.
/// Clamped to the normal floats; NaN stays NaN.
inline Lanes exponential(Lanes x) {
  x = higher(splat(-87.3f), lower(splat(88.f), x));
  const Lanes n = nearest(mul(x, splat(1.44269504f)));
  Lanes r = fma(n, splat(-0.693359375f), x);
  r = fma(n, splat(2.12194440e-4f), r);
  Lanes p = splat(1.9875691500e-4f);
  p = fma(p, r, splat(1.3981999507e-3f));
  p = fma(p, r, splat(8.3334519073e-3f));
  p = fma(p, r, splat(4.1665795894e-2f));
  p = fma(p, r, splat(1.6666665459e-1f));
  p = fma(p, r, splat(5.0000001201e-1f));
  p = fma(mul(r, r), p, add(r, splat(1.f)));
  return times_power_of_two(p, n);
}

/// sums += column sums of G groups of lanes, which stay in registers.
template <int G, typename Tail>
inline void add_columns(View<const float> x, float* sums, Tail tail) {
  Lanes total[G];
#pragma GCC unroll 4
  for (int g = 0; g < G; ++g) total[g] = load(sums + g * lane_count, tail);
  for (Index n = 0; n < x.rows; ++n) {
#pragma GCC unroll 4
    for (int g = 0; g < G; ++g) total[g] = add(total[g], load(x.row(n) + g * lane_count, tail));
  }
#pragma GCC unroll 4
  for (int g = 0; g < G; ++g) store(sums + g * lane_count, total[g], tail);
}

void add_column_sums(View<const float> x, float* sums) {
  constexpr Index wide = 4 * lane_count;
  Index j = 0;
  const auto rest = [&] { return View<const float>{x.data + j, x.rows, x.cols - j, x.pitch}; };
  for (; j + wide <= x.cols; j += wide) add_columns<4>(rest(), sums + j, All{});
  for (; j + lane_count <= x.cols; j += lane_count) add_columns<1>(rest(), sums + j, All{});
  if (j < x.cols) add_columns<1>(rest(), sums + j, first(x.cols - j));
}

/// Rows are worked on a few abreast, stage by stage: the steps of one row wait for each other,
/// those of its neighbours do not.
constexpr Index abreast = 12;

/// body(n, rows) for each group of `rows` <= abreast rows from row n on.
template <typename Body>
inline void each_rank(Index count, Body body) {
  for (Index n = 0; n < count; n += abreast) body(n, count - n < abreast ? count - n : abreast);
}

inline float mean_of(const float* x, Index count) {
  Lanes total = splat(0);
  each_group(count, [&](Index j, auto mask) { total = add(total, load(x + j, mask)); });
  return sum(total) / static_cast<float>(count);
}

inline float variance_of(const float* x, Index count, float mean) {
  const Lanes centre = splat(mean);
  Lanes squares = splat(0);
  each_group(count, [&](Index j, auto mask) {
    const Lanes v = keep(sub(load(x + j, mask), centre), mask);
    squares = fma(v, v, squares);
  });
  return sum(squares) / static_cast<float>(count);
}

void layer_norm(View<const float> x, const float* gain, const float* bias, float* mean, float* rstd,
                View<float> y) {
  each_rank(x.rows, [&](Index first_row, Index rows) {
    const Index end = first_row + rows;
    for (Index n = first_row; n < end; ++n) mean[n] = mean_of(x.row(n), x.cols);
    for (Index n = first_row; n < end; ++n) {
      rstd[n] = 1 / __builtin_sqrtf(variance_of(x.row(n), x.cols, mean[n]) + 1e-5f);
    }
    for (Index n = first_row; n < end; ++n) {
      const Lanes centre = splat(mean[n]), scale = splat(rstd[n]);
      each_group(x.cols, [&](Index j, auto mask) {
        const Lanes normal = mul(sub(load(x.row(n) + j, mask), centre), scale);
        store(y.row(n) + j, fma(normal, load(gain + j, mask), load(bias + j, mask)), mask);
      });
    }
  });
}

// With g = gain * dy and h = (x - mean) rstd:  dx += rstd (g - mean(g) - h mean(g h))
void layer_norm_backward(View<const float> x, const float* gain, const float* mean,
                         const float* rstd, View<const float> dy, View<float> dx, float* dgain,
                         float* dbias) {
  const float width = static_cast<float>(x.cols);
  for (Index n = 0; n < x.rows; ++n) {
    const float *in = x.row(n), *d = dy.row(n);
    float* out = dx.row(n);
    const Lanes centre = splat(mean[n]), scale = splat(rstd[n]);
    Lanes sum_g = splat(0), sum_gh = splat(0);
    each_group(x.cols, [&](Index j, auto mask) {
      const Lanes h = mul(sub(load(in + j, mask), centre), scale);
      const Lanes dyj = load(d + j, mask), g = mul(dyj, load(gain + j, mask));
      sum_g = add(sum_g, g);
      sum_gh = fma(g, h, sum_gh);
      store(dgain + j, fma(dyj, h, load(dgain + j, mask)), mask);
      store(dbias + j, add(dyj, load(dbias + j, mask)), mask);
    });
    const Lanes mean_g = splat(sum(sum_g) / width), mean_gh = splat(-sum(sum_gh) / width);
    each_group(x.cols, [&](Index j, auto mask) {
      const Lanes h = mul(sub(load(in + j, mask), centre), scale);
      const Lanes g = mul(load(d + j, mask), load(gain + j, mask));
      const Lanes inner = fma(h, mean_gh, sub(g, mean_g));
      store(out + j, fma(scale, inner, load(out + j, mask)), mask);
    });
  }
}

// GELU(x) = x s with s = 1 / (1 + e^(-2u)), u = sqrt(2/pi) (x + 0.044715 x^3): the tanh form. Its
// derivative is s (1 + x (1 - s) d(2u)/dx).
constexpr float gelu_linear = 1.5957691216f;  // 2 sqrt(2/pi)
constexpr float gelu_cubic = gelu_linear * 0.044715f;

void gelu(View<float> x, View<float> y) {
  for (Index n = 0; n < x.rows; ++n) {
    each_group(x.cols, [&](Index j, auto mask) {
      const Lanes v = load(x.row(n) + j, mask), square = mul(v, v);
      const Lanes minus_2u = mul(v, fma(square, splat(-gelu_cubic), splat(-gelu_linear)));
      const Lanes s = div(splat(1), add(splat(1), exponential(minus_2u)));
      const Lanes slope = fma(square, splat(3 * gelu_cubic), splat(gelu_linear));
      store(y.row(n) + j, mul(v, s), mask);
      store(x.row(n) + j, mul(s, fma(mul(v, sub(splat(1), s)), slope, splat(1))), mask);
    });
  }
}

void multiply_by(View<const float> x, View<float> y) {
  for (Index n = 0; n < x.rows; ++n) {
    each_group(x.cols, [&](Index j, auto mask) {
      store(y.row(n) + j, mul(load(y.row(n) + j, mask), load(x.row(n) + j, mask)), mask);
    });
  }
}

double add_lanes(const float* const* lanes, Index lane_total, Index offset, Index size,
                 float* out) {
  double squares = 0;
  each_group(size, [&](Index i, auto mask) {
    const Index j = offset + i;
    Lanes total = load(lanes[0] + j, mask);
    for (Index l = 1; l < lane_total; ++l) total = add(total, load(lanes[l] + j, mask));
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
}  // namespace model
