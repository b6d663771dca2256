#pragma once
#include "model/arithmetic/lanes_avx512.h"

/// Sixteen pairs of bfloat16 at once, by the instructions made for them. They take the upper number
/// of a pair first, round each sum to nearest and take denormals for zero: the same bits as
/// pairs_avx512.h where denormals count as zero.
namespace model::arithmetic {
namespace {

using Words = __m512i;     // pairs in memory
using Factors = __m512bh;  // pairs as a product takes them

inline Factors load(const Pair* p, All = {}) {
  return reinterpret_cast<Factors>(_mm512_loadu_si512(p));
}
inline Factors load(const Pair* p, Mask m) {
  return reinterpret_cast<Factors>(_mm512_maskz_loadu_epi32(m.bits, p));
}
inline void store(Pair* p, Words w, All) { _mm512_storeu_si512(p, w); }
inline void store(Pair* p, Words w, Mask m) { _mm512_mask_storeu_epi32(p, m.bits, w); }
inline Factors splat(Pair p) {
  return reinterpret_cast<Factors>(_mm512_set1_epi32(static_cast<int>(p)));
}
inline Lanes earlier(Factors f) {
  const __m512i upper = _mm512_set1_epi32(static_cast<int>(0xffff0000));
  return _mm512_castsi512_ps(_mm512_and_si512(reinterpret_cast<Words>(f), upper));
}
inline Lanes later(Factors f) {
  return _mm512_castsi512_ps(_mm512_slli_epi32(reinterpret_cast<Words>(f), 16));
}
inline Lanes fma(Factors a, Factors b, Lanes c) { return _mm512_dpbf16_ps(c, a, b); }

/// Lane by lane, the earlier numbers and the later ones.
inline Words paired(Lanes earlier, Lanes later) {
  const auto upper = reinterpret_cast<__m256i>(_mm512_cvtneps_pbh(earlier));
  const auto lower = reinterpret_cast<__m256i>(_mm512_cvtneps_pbh(later));
  const Words shifted = _mm512_slli_epi32(_mm512_cvtepu16_epi32(upper), 16);
  return _mm512_or_si512(shifted, _mm512_cvtepu16_epi32(lower));
}
/// Numbers 0 and 1, 2 and 3, ... of 32 in a row.
inline Words neighbours(Lanes first_half, Lanes second_half) {
  const auto in_order = reinterpret_cast<Words>(_mm512_cvtne2ps_pbh(second_half, first_half));
  return _mm512_rol_epi32(in_order, 16);
}

}  // namespace
}  // namespace model::arithmetic
