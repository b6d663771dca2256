#pragma once
// Tiles of Intel's AMX (Intel 64 and IA-32 Architectures Software Developer's Manual, volume 1,
// chapter 18): 16 rows of 16 pairs of bfloat16, or of 16 sums. Internal linkage: included by the
// file of one instruction set, after its Lanes.
//
// In assembly: GCC 12's intrinsics cannot take a tile's number from a template and do not tell the
// compiler that they read memory.

namespace model::arithmetic {
namespace {

constexpr Index amx_edge = amx_pairs;
constexpr Index amx_slice = 256;      // pairs of depth at a time
constexpr Index amx_block_rows = 96;  // of A, a slice of which stays in the second cache

static_assert(amx_edge == lane_count && panel_width == 2 * amx_edge);
static_assert(amx_slice % amx_edge == 0 && amx_block_rows % (2 * amx_edge) == 0);

/// What is left of a matrix at the corner of a tile.
struct TileSize {
  Index rows, cols;

  bool whole() const { return rows >= amx_edge && cols >= amx_edge; }
};

struct alignas(64) TileShapes {
  unsigned char palette = 1, start_row = 0, reserved[14] = {};
  unsigned short row_bytes[16] = {64, 64, 64, 64, 64, 64, 64, 64};
  unsigned char rows[16] = {16, 16, 16, 16, 16, 16, 16, 16};
};

static_assert(sizeof(TileShapes) == 64);

inline void configure_tiles() {
  static const TileShapes shapes;
  asm volatile("ldtilecfg %0" ::"m"(shapes));
}
inline void release_tiles() { asm volatile("tilerelease"); }

template <int T>
inline void zero_tile() {
  asm volatile("tilezero %%tmm%c0" ::"i"(T));
}
template <int T>
inline void load_tile(const void* from, Index row_bytes) {
  asm volatile("tileloadd (%0,%1,1), %%tmm%c2" ::"r"(from), "r"(row_bytes), "i"(T) : "memory");
}
template <int T>
inline void store_tile(void* to, Index row_bytes) {
  asm volatile("tilestored %%tmm%c2, (%0,%1,1)" ::"r"(to), "r"(row_bytes), "i"(T) : "memory");
}
/// Tile C += tile A times tile B.
template <int C, int A, int B>
inline void multiply_add() {
  asm volatile("tdpbf16ps %%tmm%c2, %%tmm%c1, %%tmm%c0" ::"i"(C), "i"(A), "i"(B));
}

inline __m512i load_words(const Pair* p, Index count) {
  return _mm512_maskz_loadu_epi32(first(count).bits, p);
}

/// Tile T = the pairs at `from`, and zeros outside of `size`.
template <int T>
inline void load_factors(const Pair* from, Index pitch, TileSize size) {
  if (size.whole()) return load_tile<T>(from, pitch * 4);
  alignas(64) Pair pairs[amx_edge * amx_edge] = {};
  for (Index r = 0; r < amx_edge && r < size.rows; ++r) {
    store(pairs + r * amx_edge, load_words(from + r * pitch, size.cols), All{});
  }
  load_tile<T>(pairs, amx_edge * 4);
}

/// Of 4 x 4 blocks of words: row r of each becomes its column r.
inline void transpose_blocks(const __m512i* rows, __m512i* columns) {
  const __m512i a = _mm512_unpacklo_epi32(rows[0], rows[1]);
  const __m512i b = _mm512_unpackhi_epi32(rows[0], rows[1]);
  const __m512i c = _mm512_unpacklo_epi32(rows[2], rows[3]);
  const __m512i d = _mm512_unpackhi_epi32(rows[2], rows[3]);
  columns[0] = _mm512_unpacklo_epi64(a, c);
  columns[1] = _mm512_unpackhi_epi64(a, c);
  columns[2] = _mm512_unpacklo_epi64(b, d);
  columns[3] = _mm512_unpackhi_epi64(b, d);
}

/// tile(c, r) = from(r, c), and zeros outside of `size`, which is that of `from`.
inline void transpose(const Pair* from, Index pitch, TileSize size, Pair* tile) {
  __m512i rows[amx_edge], blocks[amx_edge];
#pragma GCC unroll 16
  for (Index r = 0; r < amx_edge; ++r) {
    rows[r] = r < size.rows ? load_words(from + r * pitch, size.cols) : _mm512_setzero_si512();
  }
#pragma GCC unroll 4
  for (Index g = 0; g < 4; ++g) transpose_blocks(rows + 4 * g, blocks + 4 * g);
#pragma GCC unroll 4
  for (Index c = 0; c < 4; ++c) {  // blocks[4 g + c]: column 4 q + c in its quarter q, rows of g
    const __m512i a = _mm512_shuffle_i32x4(blocks[c], blocks[4 + c], 0x88);  // quarters 0, 2
    const __m512i b = _mm512_shuffle_i32x4(blocks[c], blocks[4 + c], 0xdd);  // quarters 1, 3
    const __m512i d = _mm512_shuffle_i32x4(blocks[8 + c], blocks[12 + c], 0x88);
    const __m512i e = _mm512_shuffle_i32x4(blocks[8 + c], blocks[12 + c], 0xdd);
    store(tile + c * amx_edge, _mm512_shuffle_i32x4(a, d, 0x88), All{});
    store(tile + (4 + c) * amx_edge, _mm512_shuffle_i32x4(b, e, 0x88), All{});
    store(tile + (8 + c) * amx_edge, _mm512_shuffle_i32x4(a, d, 0xdd), All{});
    store(tile + (12 + c) * amx_edge, _mm512_shuffle_i32x4(b, e, 0xdd), All{});
  }
}

}  // namespace
}  // namespace model::arithmetic
