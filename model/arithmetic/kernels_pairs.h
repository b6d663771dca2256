#pragma once
// Floats into pairs of bfloat16, in terms of the Lanes and Words of the file that includes this.
// Internal linkage: each instruction set has its own copy.

namespace model::arithmetic {
namespace {

void pair_in_rows(View<const float> x, View<Pair> pairs) {
  constexpr Index step = 2 * lane_count;
  const Index whole = x.cols / step * step, rest = x.cols - whole;
  const Mask early = first(rest), late = first(rest > lane_count ? rest - lane_count : 0);
  const Mask last = first((rest + 1) / 2);
  for (Index n = 0; n < x.rows; ++n) {
    const float* from = x.row(n);
    Pair* to = pairs.row(n);
    for (Index j = 0; j < whole; j += step, to += lane_count) {
      store(to, neighbours(load(from + j), load(from + j + lane_count)), All{});
    }
    if (rest == 0) continue;
    from += whole;
    store(to, neighbours(load(from, early), load(from + lane_count, late)), last);
  }
}

void pair_in_columns(View<const float> x, View<Pair> pairs) {
  for (Index n = 0; n < pairs.rows; ++n) {
    const float* earlier = x.row(2 * n);
    const bool alone = 2 * n + 1 == x.rows;
    const float* later = alone ? earlier : x.row(2 * n + 1);
    each_group(x.cols, [&](Index j, auto mask) {
      const Lanes second = alone ? splat(0.f) : load(later + j, mask);
      store(pairs.row(n) + j, paired(load(earlier + j, mask), second), mask);
    });
  }
}

}  // namespace
}  // namespace model::arithmetic
