#pragma once
#include <immintrin.h>

#include "model/arithmetic/arithmetic.h"

/// Sixteen floats at once, in one AVX-512 register. lanes_avx2.h has the same functions with the
/// same bits: every sum below goes through one fixed tree.
namespace model::arithmetic {
namespace {

using Lanes = __m512;
struct Mask {
  __mmask16 bits;
};
struct All {};

constexpr Index lane_count = 16;
constexpr int tile_rows = 12;    // 12 x 2 accumulators of 32 registers
constexpr int tile_vectors = 2;  // of lane_count columns
constexpr int rows_abreast = 4;  // of Lanes that are worked on together

inline Mask first(Index n) {
  const __m512i count = _mm512_set1_epi32(static_cast<int>(n));
  return {_mm512_cmpgt_epi32_mask(
      count, _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15))};
}
inline Lanes load(const float* p, All = {}) { return _mm512_loadu_ps(p); }
inline Lanes load(const float* p, Mask m) { return _mm512_maskz_loadu_ps(m.bits, p); }
inline void store(float* p, Lanes v, All = {}) { _mm512_storeu_ps(p, v); }
inline void store(float* p, Lanes v, Mask m) { _mm512_mask_storeu_ps(p, m.bits, v); }
inline Lanes keep(Lanes v, All) { return v; }
inline Lanes keep(Lanes v, Mask m) { return _mm512_maskz_mov_ps(m.bits, v); }
inline Lanes other(Lanes v, All, Lanes) { return v; }
inline Lanes other(Lanes v, Mask m, Lanes fill) { return _mm512_mask_mov_ps(fill, m.bits, v); }
inline Lanes splat(float x) { return _mm512_set1_ps(x); }
inline Lanes fma(Lanes a, Lanes b, Lanes c) { return _mm512_fmadd_ps(a, b, c); }
inline Lanes add(Lanes a, Lanes b) { return _mm512_add_ps(a, b); }
inline Lanes sub(Lanes a, Lanes b) { return _mm512_sub_ps(a, b); }
inline Lanes mul(Lanes a, Lanes b) { return _mm512_mul_ps(a, b); }
inline Lanes div(Lanes a, Lanes b) { return _mm512_div_ps(a, b); }
inline Lanes lower(Lanes a, Lanes b) { return _mm512_min_ps(a, b); }   // b where either is NaN
inline Lanes higher(Lanes a, Lanes b) { return _mm512_max_ps(a, b); }  // b where either is NaN
inline Lanes root(Lanes a) { return _mm512_sqrt_ps(a); }
inline Lanes nearest(Lanes a) { return _mm512_roundscale_ps(a, 8); }
inline Lanes times_power_of_two(Lanes v, Lanes n) { return _mm512_scalef_ps(v, n); }

inline __m256 half(Lanes v, bool high) {
  const __m512d bits = _mm512_castps_pd(v);
  return _mm256_castpd_ps(high ? _mm512_extractf64x4_pd(bits, 1) : _mm512_castpd512_pd256(bits));
}
inline float sum(Lanes v) {
  const __m256 eight = _mm256_add_ps(half(v, false), half(v, true));
  const __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
  const __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
  return _mm_cvtss_f32(_mm_add_ss(two, _mm_shuffle_ps(two, two, 1)));
}
/// Bit i: whether lane i of both is the same number.
inline unsigned equal(Lanes a, Lanes b) { return _mm512_cmp_ps_mask(a, b, _CMP_EQ_OQ); }
inline float first_of(Lanes v) { return _mm512_cvtss_f32(v); }
inline float highest(Lanes v) { return _mm512_reduce_max_ps(v); }

/// Lanes 4 q .. 4 q + 3 are the four numbers from from[q] + offset on.
inline Lanes load_quads(const float* const (&from)[4], Index offset) {
  Lanes v = _mm512_castps128_ps512(_mm_loadu_ps(from[0] + offset));
  v = _mm512_insertf32x4(v, _mm_loadu_ps(from[1] + offset), 1);
  v = _mm512_insertf32x4(v, _mm_loadu_ps(from[2] + offset), 2);
  return _mm512_insertf32x4(v, _mm_loadu_ps(from[3] + offset), 3);
}
/// The same four lanes of all four registers are a 4 x 4 matrix: each of the four is transposed.
inline void transpose_quads(Lanes (&v)[4]) {
  const __m512d early_low = _mm512_castps_pd(_mm512_unpacklo_ps(v[0], v[1]));
  const __m512d early_high = _mm512_castps_pd(_mm512_unpackhi_ps(v[0], v[1]));
  const __m512d late_low = _mm512_castps_pd(_mm512_unpacklo_ps(v[2], v[3]));
  const __m512d late_high = _mm512_castps_pd(_mm512_unpackhi_ps(v[2], v[3]));
  v[0] = _mm512_castpd_ps(_mm512_unpacklo_pd(early_low, late_low));
  v[1] = _mm512_castpd_ps(_mm512_unpackhi_pd(early_low, late_low));
  v[2] = _mm512_castpd_ps(_mm512_unpacklo_pd(early_high, late_high));
  v[3] = _mm512_castpd_ps(_mm512_unpackhi_pd(early_high, late_high));
}

}  // namespace
}  // namespace model::arithmetic
