#pragma once
// Softmax and what is made of it, in terms of the Lanes of the file that includes this. Internal
// linkage: each instruction set has its own copy.
#include "model/kernels_layers.h"

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
  each_rank(scores.rows, [&](Index n, Index rows) {
    float top[abreast], total[abreast];
    for (Index r = 0; r < rows; ++r) {
      top[r] = largest(scores.row(n + r), prefix[n + r], scale[n + r]);
    }
    for (Index r = 0; r < rows; ++r) {
      total[r] = exponentials(scores.row(n + r), prefix[n + r], scale[n + r], top[r]);
    }
    for (Index r = 0; r < rows; ++r) {
      float* p = scores.row(n + r);
      multiply_row(p, prefix[n + r], 1 / total[r]);
      clear(p + prefix[n + r], scores.cols - prefix[n + r]);
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
  each_rank(dp.rows, [&](Index n, Index rows) {
    float means[abreast];
    for (Index r = 0; r < rows; ++r) {
      means[r] = dot(probabilities.row(n + r), dp.row(n + r), prefix[n + r]);
    }
    for (Index r = 0; r < rows; ++r) {
      const float* p = probabilities.row(n + r);
      float* d = dp.row(n + r);
      const Lanes mean = splat(means[r]), by = splat(scale[n + r]);
      each_group(prefix[n + r], [&](Index j, auto mask) {
        store(d + j, mul(mul(load(p + j, mask), sub(load(d + j, mask), mean)), by), mask);
      });
      clear(d + prefix[n + r], dp.cols - prefix[n + r]);
    }
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

void cross_entropy(View<float> logits, const int* target, const float* weight, int* best,
                   float* nats) {
  const Index count = logits.cols;
  each_rank(logits.rows, [&](Index n, Index rows) {
    float top[abreast], total[abreast], wanted[abreast];
    for (Index r = 0; r < rows; ++r) {
      const float* p = logits.row(n + r);
      top[r] = largest(p, count, 1);
      best[n + r] = first_equal(p, count, top[r]);
      wanted[r] = p[target[n + r]];
    }
    for (Index r = 0; r < rows; ++r) total[r] = exponentials(logits.row(n + r), count, 1, top[r]);
    for (Index r = 0; r < rows; ++r) {
      float* p = logits.row(n + r);
      nats[n + r] = __builtin_logf(total[r]) + top[r] - wanted[r];
      multiply_row(p, count, weight[n + r] / total[r]);
      p[target[n + r]] -= weight[n + r];
    }
  });
}

}  // namespace
}  // namespace model
