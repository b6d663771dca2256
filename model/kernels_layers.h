#pragma once
// Everything but the product, in terms of the Lanes of the file that includes this. Internal
// linkage: each instruction set has its own copy.

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

void add_column_sums(View<const float> x, float* sums) {
  each_group(x.cols, [&](Index j, auto mask) {
    Lanes total = load(sums + j, mask);
    for (Index n = 0; n < x.rows; ++n) total = add(total, load(x.row(n) + j, mask));
    store(sums + j, total, mask);
  });
}

void layer_norm(View<const float> x, const float* gain, const float* bias, float* mean, float* rstd,
                View<float> y) {
  const float width = static_cast<float>(x.cols);
  for (Index n = 0; n < x.rows; ++n) {
    const float* in = x.row(n);
    float* out = y.row(n);
    Lanes total = splat(0), squares = splat(0);
    each_group(x.cols, [&](Index j, auto mask) { total = add(total, load(in + j, mask)); });
    mean[n] = sum(total) / width;
    const Lanes centre = splat(mean[n]);
    each_group(x.cols, [&](Index j, auto mask) {
      const Lanes v = keep(sub(load(in + j, mask), centre), mask);
      squares = fma(v, v, squares);
    });
    rstd[n] = 1 / __builtin_sqrtf(sum(squares) / width + 1e-5f);
    const Lanes scale = splat(rstd[n]);
    each_group(x.cols, [&](Index j, auto mask) {
      const Lanes normal = mul(sub(load(in + j, mask), centre), scale);
      store(out + j, fma(normal, load(gain + j, mask), load(bias + j, mask)), mask);
    });
  }
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

// GELU(x) = x s with s = 1 / (1 + e^(-2u)), u = sqrt(2/pi) (x + 0.044715 x^3): the tanh form.
constexpr float gelu_linear = 1.5957691216f;  // 2 sqrt(2/pi)
constexpr float gelu_cubic = gelu_linear * 0.044715f;

inline Lanes gelu_gate(Lanes x) {
  const Lanes minus_2u = mul(x, fma(mul(x, x), splat(-gelu_cubic), splat(-gelu_linear)));
  return div(splat(1), add(splat(1), exponential(minus_2u)));
}

void gelu(View<const float> x, View<float> y) {
  for (Index n = 0; n < x.rows; ++n) {
    each_group(x.cols, [&](Index j, auto mask) {
      const Lanes v = load(x.row(n) + j, mask);
      store(y.row(n) + j, mul(v, gelu_gate(v)), mask);
    });
  }
}

// d/dx (x s) = s (1 + x (1 - s) d(2u)/dx)
void gelu_backward(View<const float> x, View<float> dx) {
  for (Index n = 0; n < x.rows; ++n) {
    each_group(x.cols, [&](Index j, auto mask) {
      const Lanes v = load(x.row(n) + j, mask), s = gelu_gate(v);
      const Lanes slope = fma(mul(v, v), splat(3 * gelu_cubic), splat(gelu_linear));
      const Lanes derivative = mul(s, fma(mul(v, sub(splat(1), s)), slope, splat(1)));
      store(dx.row(n) + j, mul(load(dx.row(n) + j, mask), derivative), mask);
    });
  }
}

constexpr float lowest = -3e38f;

/// p[j] = e^(scale p[j] - top) for j < count, where top is the largest of scale p[j]; returns the
/// sum.
inline float exponentials(float* p, Index count, float scale, float* top) {
  const Lanes by = splat(scale);
  Lanes most = splat(lowest), total = splat(0);
  each_group(count, [&](Index j, auto mask) {
    most = higher(most, other(mul(load(p + j, mask), by), mask, splat(lowest)));
  });
  *top = highest(most);
  const Lanes peak = splat(*top);
  each_group(count, [&](Index j, auto mask) {
    const Lanes e = keep(exponential(sub(mul(load(p + j, mask), by), peak)), mask);
    total = add(total, e);
    store(p + j, e, mask);
  });
  return sum(total);
}

/// The same for G groups of lanes, the last of them masked, and divided by the sum: all in
/// registers, and to the same bits.
template <int G>
inline void softmax_groups(float* p, Mask last, float scale) {
  const Lanes by = splat(scale), low = splat(lowest);
  Lanes v[G], total = splat(0);
#pragma GCC unroll 4
  for (int g = 0; g < G - 1; ++g) v[g] = mul(load(p + g * lane_count), by);
  v[G - 1] = mul(load(p + (G - 1) * lane_count, last), by);
  Lanes most = higher(low, other(v[G - 1], last, low));
#pragma GCC unroll 4
  for (int g = 0; g < G - 1; ++g) most = higher(most, v[g]);
  const Lanes peak = splat(highest(most));
#pragma GCC unroll 4
  for (int g = 0; g < G; ++g) {
    v[g] = exponential(sub(v[g], peak));
    if (g == G - 1) v[g] = keep(v[g], last);
    total = add(total, v[g]);
  }
  const Lanes share = splat(1 / sum(total));
#pragma GCC unroll 4
  for (int g = 0; g < G - 1; ++g) store(p + g * lane_count, mul(v[g], share));
  store(p + (G - 1) * lane_count, mul(v[G - 1], share), last);
}

inline void softmax(float* p, Index count, float scale) {
  const Index groups = (count + lane_count - 1) / lane_count;
  const Mask last = first(count - (groups - 1) * lane_count);
  if (groups == 1) return softmax_groups<1>(p, last, scale);
  if (groups == 2) return softmax_groups<2>(p, last, scale);
  if (groups == 3) return softmax_groups<3>(p, last, scale);
  if (groups == 4) return softmax_groups<4>(p, last, scale);
  float top = 0;
  const Lanes share = splat(1 / exponentials(p, count, scale, &top));
  each_group(count, [&](Index j, auto mask) { store(p + j, mul(load(p + j, mask), share), mask); });
}

void causal_softmax(View<float> scores, const Index* prefix, const float* scale) {
  for (Index n = 0; n < scores.rows; ++n) {
    float* p = scores.row(n);
    softmax(p, prefix[n], scale[n]);
    const Lanes zero = splat(0);
    each_group(scores.cols - prefix[n],
               [&](Index j, auto mask) { store(p + prefix[n] + j, zero, mask); });
  }
}

void causal_softmax_backward(View<const float> probabilities, const Index* prefix,
                             const float* scale, View<float> dp) {
  for (Index n = 0; n < dp.rows; ++n) {
    const float* p = probabilities.row(n);
    float* d = dp.row(n);
    Lanes dot = splat(0);
    each_group(prefix[n],
               [&](Index j, auto mask) { dot = fma(load(p + j, mask), load(d + j, mask), dot); });
    const Lanes mean = splat(sum(dot)), by = splat(scale[n]);
    each_group(prefix[n], [&](Index j, auto mask) {
      store(d + j, mul(mul(load(p + j, mask), sub(load(d + j, mask), mean)), by), mask);
    });
    const Lanes zero = splat(0);
    each_group(dp.cols - prefix[n],
               [&](Index j, auto mask) { store(d + prefix[n] + j, zero, mask); });
  }
}

inline float largest(const float* p, Index count) {
  Lanes most = splat(lowest);
  each_group(count, [&](Index j, auto mask) {
    most = higher(most, other(load(p + j, mask), mask, splat(lowest)));
  });
  return highest(most);
}

void cross_entropy(View<float> logits, const int* target, const float* weight, int* best,
                   float* nats) {
  for (Index n = 0; n < logits.rows; ++n) {
    float* p = logits.row(n);
    const float wanted = p[target[n]];
    const float top = largest(p, logits.cols);
    best[n] = 0;
    while (best[n] + 1 < logits.cols && p[best[n]] != top) ++best[n];
    float same = 0;
    const float total = exponentials(p, logits.cols, 1, &same);
    nats[n] = __builtin_logf(total) + top - wanted;
    const Lanes share = splat(weight[n] / total);
    each_group(logits.cols,
               [&](Index j, auto mask) { store(p + j, mul(load(p + j, mask), share), mask); });
    p[target[n]] -= weight[n];
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
