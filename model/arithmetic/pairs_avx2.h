#pragma once
#include "model/arithmetic/lanes_avx2.h"

/// Sixteen pairs of bfloat16 at once: the same functions as pairs_avx512.h, with the same bits.
namespace model::arithmetic {
namespace {

struct Words {  // pairs in memory
  __m256i low, high;
};
struct Factors {  // pairs as a product takes them
  Lanes earlier, later;
};

inline __m256 upper_half(__m256i w) {
  const __m256i mask = _mm256_set1_epi32(static_cast<int>(0xffff0000));
  return _mm256_castsi256_ps(_mm256_and_si256(w, mask));
}
inline __m256 lower_half(__m256i w) { return _mm256_castsi256_ps(_mm256_slli_epi32(w, 16)); }
inline Factors unpacked(Words w) {
  return {{upper_half(w.low), upper_half(w.high)}, {lower_half(w.low), lower_half(w.high)}};
}
inline Factors load(const Pair* p, All = {}) {
  const auto* words = reinterpret_cast<const __m256i*>(p);
  return unpacked({_mm256_loadu_si256(words), _mm256_loadu_si256(words + 1)});
}
inline Factors load(const Pair* p, Mask m) {
  const auto* words = reinterpret_cast<const int*>(p);
  return unpacked({_mm256_maskload_epi32(words, m.low), _mm256_maskload_epi32(words + 8, m.high)});
}
inline void store(Pair* p, Words w, All) {
  auto* words = reinterpret_cast<__m256i*>(p);
  _mm256_storeu_si256(words, w.low);
  _mm256_storeu_si256(words + 1, w.high);
}
inline void store(Pair* p, Words w, Mask m) {
  auto* words = reinterpret_cast<int*>(p);
  _mm256_maskstore_epi32(words, m.low, w.low);
  _mm256_maskstore_epi32(words + 8, m.high, w.high);
}
inline Factors splat(Pair p) {
  const __m256i word = _mm256_set1_epi32(static_cast<int>(p));
  return unpacked({word, word});
}
inline Lanes earlier(Factors f) { return f.earlier; }
inline Lanes later(Factors f) { return f.later; }
inline Lanes fma(Factors a, Factors b, Lanes c) {
  return fma(a.later, b.later, fma(a.earlier, b.earlier, c));
}

/// bfloat16 in the upper half of each lane: to nearest, ties to even; denormals become zero and
/// NaN stays NaN.
inline __m256i rounded(__m256 v) {
  const __m256i bits = _mm256_castps_si256(v), exponent = _mm256_set1_epi32(0x7f800000);
  const __m256i odd = _mm256_and_si256(_mm256_srli_epi32(bits, 16), _mm256_set1_epi32(1));
  const __m256i up = _mm256_add_epi32(bits, _mm256_add_epi32(odd, _mm256_set1_epi32(0x7fff)));
  const __m256i tiny = _mm256_cmpeq_epi32(_mm256_and_si256(bits, exponent), _mm256_setzero_si256());
  const __m256i sign = _mm256_and_si256(bits, _mm256_set1_epi32(static_cast<int>(0x80000000)));
  const __m256i number = _mm256_blendv_epi8(up, sign, tiny);
  const __m256i quiet = _mm256_or_si256(bits, _mm256_set1_epi32(0x400000));
  const __m256i no_number = _mm256_castps_si256(_mm256_cmp_ps(v, v, _CMP_UNORD_Q));
  const __m256i any = _mm256_blendv_epi8(number, quiet, no_number);
  return _mm256_and_si256(any, _mm256_set1_epi32(static_cast<int>(0xffff0000)));
}
inline __m256i paired(__m256 earlier, __m256 later) {
  return _mm256_or_si256(rounded(earlier), _mm256_srli_epi32(rounded(later), 16));
}
/// Lane by lane, the earlier numbers and the later ones.
inline Words paired(Lanes earlier, Lanes later) {
  return {paired(earlier.low, later.low), paired(earlier.high, later.high)};
}
/// Numbers 0 and 1, 2 and 3, ... of 16 in a row.
inline __m256i neighbours(__m256 a, __m256 b) {
  const __m256i mixed = paired(_mm256_shuffle_ps(a, b, 0x88), _mm256_shuffle_ps(a, b, 0xdd));
  return _mm256_permute4x64_epi64(mixed, 0xd8);  // shuffles stay within 128 bits
}
/// Numbers 0 and 1, 2 and 3, ... of 32 in a row.
inline Words neighbours(Lanes first_half, Lanes second_half) {
  return {neighbours(first_half.low, first_half.high),
          neighbours(second_half.low, second_half.high)};
}

}  // namespace
}  // namespace model::arithmetic
