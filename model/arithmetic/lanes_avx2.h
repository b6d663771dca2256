#pragma once
#include <immintrin.h>

#include "model/arithmetic/arithmetic.h"

/// Sixteen floats at once, in two AVX2 registers: the same functions as lanes_avx512.h, with the
/// same bits.
namespace model::arithmetic {
namespace {

struct Lanes {
  __m256 low, high;
};
struct Mask {
  __m256i low, high;
};
struct All {};

constexpr Index lane_count = 16;
constexpr int tile_rows = 6;     // 6 x 1 accumulators of two registers each, of 16 registers
constexpr int tile_vectors = 1;  // of lane_count columns
constexpr int rows_abreast = 2;  // of Lanes that are worked on together

inline Mask first(Index n) {
  const __m256i count = _mm256_set1_epi32(static_cast<int>(n < 16 ? n : 16));
  return {_mm256_cmpgt_epi32(count, _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7)),
          _mm256_cmpgt_epi32(count, _mm256_setr_epi32(8, 9, 10, 11, 12, 13, 14, 15))};
}
inline Lanes load(const float* p, All = {}) { return {_mm256_loadu_ps(p), _mm256_loadu_ps(p + 8)}; }
inline Lanes load(const float* p, Mask m) {
  return {_mm256_maskload_ps(p, m.low), _mm256_maskload_ps(p + 8, m.high)};
}
inline void store(float* p, Lanes v, All = {}) {
  _mm256_storeu_ps(p, v.low);
  _mm256_storeu_ps(p + 8, v.high);
}
inline void store(float* p, Lanes v, Mask m) {
  _mm256_maskstore_ps(p, m.low, v.low);
  _mm256_maskstore_ps(p + 8, m.high, v.high);
}
inline Lanes keep(Lanes v, All) { return v; }
inline Lanes keep(Lanes v, Mask m) {
  return {_mm256_and_ps(v.low, _mm256_castsi256_ps(m.low)),
          _mm256_and_ps(v.high, _mm256_castsi256_ps(m.high))};
}
inline Lanes other(Lanes v, All, Lanes) { return v; }
inline Lanes other(Lanes v, Mask m, Lanes fill) {
  return {_mm256_blendv_ps(fill.low, v.low, _mm256_castsi256_ps(m.low)),
          _mm256_blendv_ps(fill.high, v.high, _mm256_castsi256_ps(m.high))};
}
inline Lanes splat(float x) { return {_mm256_set1_ps(x), _mm256_set1_ps(x)}; }
inline Lanes fma(Lanes a, Lanes b, Lanes c) {
  return {_mm256_fmadd_ps(a.low, b.low, c.low), _mm256_fmadd_ps(a.high, b.high, c.high)};
}
inline Lanes add(Lanes a, Lanes b) {
  return {_mm256_add_ps(a.low, b.low), _mm256_add_ps(a.high, b.high)};
}
inline Lanes sub(Lanes a, Lanes b) {
  return {_mm256_sub_ps(a.low, b.low), _mm256_sub_ps(a.high, b.high)};
}
inline Lanes mul(Lanes a, Lanes b) {
  return {_mm256_mul_ps(a.low, b.low), _mm256_mul_ps(a.high, b.high)};
}
inline Lanes div(Lanes a, Lanes b) {
  return {_mm256_div_ps(a.low, b.low), _mm256_div_ps(a.high, b.high)};
}
inline Lanes lower(Lanes a, Lanes b) {  // b where either is NaN
  return {_mm256_min_ps(a.low, b.low), _mm256_min_ps(a.high, b.high)};
}
inline Lanes higher(Lanes a, Lanes b) {  // b where either is NaN
  return {_mm256_max_ps(a.low, b.low), _mm256_max_ps(a.high, b.high)};
}
inline Lanes root(Lanes a) { return {_mm256_sqrt_ps(a.low), _mm256_sqrt_ps(a.high)}; }
inline Lanes nearest(Lanes a) { return {_mm256_round_ps(a.low, 8), _mm256_round_ps(a.high, 8)}; }
inline __m256 power_of_two(__m256 n) {  // for whole n in -126 .. 127
  const __m256i exponent = _mm256_add_epi32(_mm256_cvtps_epi32(n), _mm256_set1_epi32(127));
  return _mm256_castsi256_ps(_mm256_slli_epi32(exponent, 23));
}
inline Lanes times_power_of_two(Lanes v, Lanes n) {
  return mul(v, {power_of_two(n.low), power_of_two(n.high)});
}
inline float sum(Lanes v) {
  const __m256 eight = _mm256_add_ps(v.low, v.high);
  const __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
  const __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
  return _mm_cvtss_f32(_mm_add_ss(two, _mm_shuffle_ps(two, two, 1)));
}
inline unsigned equal(Lanes a, Lanes b) {  // bit i: whether lane i of both is the same number
  const int low = _mm256_movemask_ps(_mm256_cmp_ps(a.low, b.low, _CMP_EQ_OQ));
  const int high = _mm256_movemask_ps(_mm256_cmp_ps(a.high, b.high, _CMP_EQ_OQ));
  return static_cast<unsigned>(low | high << 8);
}
inline float first_of(Lanes v) { return _mm256_cvtss_f32(v.low); }
inline float highest(Lanes v) {
  const __m256 eight = _mm256_max_ps(v.low, v.high);
  const __m128 four = _mm_max_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
  const __m128 two = _mm_max_ps(four, _mm_movehl_ps(four, four));
  return _mm_cvtss_f32(_mm_max_ss(two, _mm_shuffle_ps(two, two, 1)));
}

/// Lanes 4 q .. 4 q + 3 are the four numbers from from[q] + offset on.
inline Lanes load_quads(const float* const (&from)[4], Index offset) {
  return {_mm256_loadu2_m128(from[1] + offset, from[0] + offset),
          _mm256_loadu2_m128(from[3] + offset, from[2] + offset)};
}
inline void transpose_quads(__m256& a, __m256& b, __m256& c, __m256& d) {
  const __m256d early_low = _mm256_castps_pd(_mm256_unpacklo_ps(a, b));
  const __m256d early_high = _mm256_castps_pd(_mm256_unpackhi_ps(a, b));
  const __m256d late_low = _mm256_castps_pd(_mm256_unpacklo_ps(c, d));
  const __m256d late_high = _mm256_castps_pd(_mm256_unpackhi_ps(c, d));
  a = _mm256_castpd_ps(_mm256_unpacklo_pd(early_low, late_low));
  b = _mm256_castpd_ps(_mm256_unpackhi_pd(early_low, late_low));
  c = _mm256_castpd_ps(_mm256_unpacklo_pd(early_high, late_high));
  d = _mm256_castpd_ps(_mm256_unpackhi_pd(early_high, late_high));
}
/// The same four lanes of all four registers are a 4 x 4 matrix: each of the four is transposed.
inline void transpose_quads(Lanes (&v)[4]) {
  transpose_quads(v[0].low, v[1].low, v[2].low, v[3].low);
  transpose_quads(v[0].high, v[1].high, v[2].high, v[3].high);
}

}  // namespace
}  // namespace model::arithmetic
