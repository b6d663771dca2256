#pragma once
// Softmax and what is made of it, in terms of the Lanes of the file that includes this. Internal
// linkage: each instruction set has its own copy.

namespace model {
namespace {

constexpr float lowest = -3e38f;

/// The largest of scale p[j].
inline float largest(const float* p, Index count, float scale) {
  const Lanes by = splat(scale);
  Lanes most = splat(lowest);
  each_group(count, [&](Index j, auto mask) {
    most = higher(most, other(mul(load(p + j, mask), by), mask, splat(lowest)));
  });
  return highest(most);
}

/// p[j] = e^(scale p[j] - top); returns the sum.
inline float exponentials(float* p, Index count, float scale, float top) {
  const Lanes by = splat(scale), peak = splat(top);
  Lanes total = splat(0);
  each_group(count, [&](Index j, auto mask) {
    const Lanes e = keep(exponential(sub(mul(load(p + j, mask), by), peak)), mask);
    total = add(total, e);
    store(p + j, e, mask);
  });
  return sum(total);
}

inline void multiply_row(float* p, Index count, float by) {
  const Lanes factor = splat(by);
  each_group(count,
             [&](Index j, auto mask) { store(p + j, mul(load(p + j, mask), factor), mask); });
}

inline void clear(float* p, Index count) {
  each_group(count, [&](Index j, auto mask) { store(p + j, splat(0), mask); });
}

void causal_softmax(View<float> scores, const Index* prefix, const float* scale) {
  each_rank(scores.rows, [&](Index first_row, Index rows) {
    const Index end = first_row + rows;
    float top[abreast], total[abreast];
    for (Index n = first_row; n < end; ++n) {
      top[n - first_row] = largest(scores.row(n), prefix[n], scale[n]);
    }
    for (Index n = first_row; n < end; ++n) {
      float* p = scores.row(n);
      total[n - first_row] = exponentials(p, prefix[n], scale[n], top[n - first_row]);
    }
    for (Index n = first_row; n < end; ++n) {
      multiply_row(scores.row(n), prefix[n], 1 / total[n - first_row]);
      clear(scores.row(n) + prefix[n], scores.cols - prefix[n]);
    }
  });
}

inline float dot(const float* a, const float* b, Index count) {
  Lanes total = splat(0);
  each_group(count,
             [&](Index j, auto mask) { total = fma(load(a + j, mask), load(b + j, mask), total); });
  return sum(total);
}

void causal_softmax_backward(View<const float> probabilities, const Index* prefix,
                             const float* scale, View<float> dp) {
  each_rank(dp.rows, [&](Index first_row, Index rows) {
    float means[abreast];
    for (Index r = 0; r < rows; ++r) {
      const Index n = first_row + r;
      means[r] = dot(probabilities.row(n), dp.row(n), prefix[n]);
    }
    for (Index r = 0; r < rows; ++r) {
      const Index n = first_row + r;
      const float* p = probabilities.row(n);
      float* d = dp.row(n);
      const Lanes mean = splat(means[r]), by = splat(scale[n]);
      each_group(prefix[n], [&](Index j, auto mask) {
        store(d + j, mul(mul(load(p + j, mask), sub(load(d + j, mask), mean)), by), mask);
      });
      clear(d + prefix[n], dp.cols - prefix[n]);
    }
  });
}

void cross_entropy(View<float> logits, const int* target, const float* weight, int* best,
                   float* nats) {
  for (Index n = 0; n < logits.rows; ++n) {
    float* p = logits.row(n);
    const float wanted = p[target[n]];
    const float top = largest(p, logits.cols, 1);
    best[n] = 0;
    while (best[n] + 1 < logits.cols && p[best[n]] != top) ++best[n];
    const float total = exponentials(p, logits.cols, 1, top);
    nats[n] = __builtin_logf(total) + top - wanted;
    multiply_row(p, logits.cols, weight[n] / total);
    p[target[n]] -= weight[n];
  }
}

}  // namespace
}  // namespace model
