#pragma once
#include "model/arithmetic/lanes_avx512.h"

/// Sixteen pairs of bfloat16 at once, for CPUs with AVX-512 but no bfloat16 of their own.
namespace model::arithmetic {
namespace {

using Words = __m512i;  // pairs in memory
struct Factors {        // pairs as a product takes them
  Lanes earlier, later;
};

inline Factors unpacked(Words w) {
  const Words upper = _mm512_and_si512(w, _mm512_set1_epi32(static_cast<int>(0xffff0000)));
  return {_mm512_castsi512_ps(upper), _mm512_castsi512_ps(_mm512_slli_epi32(w, 16))};
}
inline Factors load(const Pair* p, All = {}) { return unpacked(_mm512_loadu_si512(p)); }
inline Factors load(const Pair* p, Mask m) { return unpacked(_mm512_maskz_loadu_epi32(m.bits, p)); }
inline void store(Pair* p, Words w, All) { _mm512_storeu_si512(p, w); }
inline void store(Pair* p, Words w, Mask m) { _mm512_mask_storeu_epi32(p, m.bits, w); }
inline Factors splat(Pair p) { return unpacked(_mm512_set1_epi32(static_cast<int>(p))); }
inline Lanes earlier(Factors f) { return f.earlier; }
inline Lanes later(Factors f) { return f.later; }
inline Lanes fma(Factors a, Factors b, Lanes c) {
  return fma(a.later, b.later, fma(a.earlier, b.earlier, c));
}

/// bfloat16 in the upper half of each lane: to nearest, ties to even; denormals become zero and
/// NaN stays NaN.
inline Words rounded(Lanes v) {
  const Words bits = _mm512_castps_si512(v);
  const Words odd = _mm512_and_si512(_mm512_srli_epi32(bits, 16), _mm512_set1_epi32(1));
  const Words up = _mm512_add_epi32(bits, _mm512_add_epi32(odd, _mm512_set1_epi32(0x7fff)));
  const __mmask16 normal = _mm512_test_epi32_mask(bits, _mm512_set1_epi32(0x7f800000));
  const Words sign = _mm512_and_si512(bits, _mm512_set1_epi32(static_cast<int>(0x80000000)));
  const Words number = _mm512_mask_mov_epi32(sign, normal, up);
  const Words quiet = _mm512_or_si512(bits, _mm512_set1_epi32(0x400000));
  const Words any = _mm512_mask_mov_epi32(number, _mm512_cmp_ps_mask(v, v, _CMP_UNORD_Q), quiet);
  return _mm512_and_si512(any, _mm512_set1_epi32(static_cast<int>(0xffff0000)));
}
/// Lane by lane, the earlier numbers and the later ones.
inline Words paired(Lanes earlier, Lanes later) {
  return _mm512_or_si512(rounded(earlier), _mm512_srli_epi32(rounded(later), 16));
}
/// Numbers 0 and 1, 2 and 3, ... of 32 in a row.
inline Words neighbours(Lanes first_half, Lanes second_half) {
  const Words even = _mm512_setr_epi32(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
  const Words odd = _mm512_add_epi32(even, _mm512_set1_epi32(1));
  return paired(_mm512_permutex2var_ps(first_half, even, second_half),
                _mm512_permutex2var_ps(first_half, odd, second_half));
}

}  // namespace
}  // namespace model::arithmetic
