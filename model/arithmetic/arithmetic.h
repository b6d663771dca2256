#pragma once
#include <cstddef>
#include <cstdint>

// Included by the kernels, which are compiled for one instruction set each: no inline function and
// no standard container may come in from here, or the linker could keep a copy that another CPU
// cannot run.

namespace model::arithmetic {

using Index = std::ptrdiff_t;

/// Columns of B come in panels of this many, packed or not.
inline constexpr Index panel_width = 32;

/// Two numbers next to each other along the depth of a product, each rounded to bfloat16 (the upper
/// half of a float; to nearest, ties to even; denormals to zero): the earlier in the upper 16 bits.
enum class Pair : std::uint32_t {};

/// Pairs that AMX sums up apart before it adds them to the rest of a sum.
inline constexpr Index amx_pairs = 16;

/// C = (A B + start + bias) * times, the last three where given, `times` number by number.
/// A: rows x depth, B: depth x cols.
/// Every element of A B is one chain of multiply-adds over depth, whatever the tile it falls into
/// (but for amx_product). Operands may be pairs: depth then counts pairs, and a pair's earlier
/// number comes first in the chain, so the sum is that of a product of Reals over the rounded
/// numbers.
template <typename Real, typename Operand = Real>
struct Product {
  Index rows = 0, cols = 0, depth = 0;
  const Operand* a = nullptr;  ///< A(i, k) = a[i * a_row + k * a_depth]; one of the strides is 1
  Index a_row = 0, a_depth = 0;
  const Operand* b = nullptr;  ///< B(k, j) = b[(j / 32) * b_panel + k * b_depth + j % 32]
  Index b_depth = 0, b_panel = panel_width;
  Real* c = nullptr;  ///< C(i, j) = c[i * c_row + j]
  Index c_row = 0;
  /// As C, with its own pitch; may be C itself. What each chain begins with in place of 0, so that
  /// products over parts of the depth, one after the other, are the product over all. Not of pairs.
  const Real* begin = nullptr;
  Index begin_row = 0;
  const Real* start = nullptr;  ///< as C, with its own pitch; may be C itself, to accumulate
  Index start_row = 0;
  const Real* bias = nullptr;   ///< cols numbers, added to every row
  const Real* times = nullptr;  ///< as C, with its own pitch
  Index times_row = 0;
};

/// rows x cols numbers, row-major, `pitch` apart. Borrowed: valid as long as its owner.
template <typename Real>
struct View {
  Real* data = nullptr;
  Index rows = 0, cols = 0, pitch = 0;

  Real* row(Index i) const { return data + i * pitch; }
};

/// One slice of the flat parameter vector, updated by AdamW.
template <typename Real>
struct AdamSlice {
  Index size = 0;
  const Real* gradient = nullptr;  ///< already divided and clipped by gradient_scale below
  Real *weights = nullptr, *first = nullptr, *second = nullptr;
  Real gradient_scale = 1;  ///< the gradient counts times this
  Real beta1 = 0, beta2 = 0, epsilon = 0;
  Real rate = 0;               ///< learning rate over the bias correction of the first moment
  Real second_correction = 1;  ///< 1 / (1 - beta2^step)
  Real keep = 1;               ///< 1 - learning rate * weight decay
};

/// Below every logit.
inline constexpr float softmax_begin = -3e38F;

/// The arithmetic of all layers. One table of these for each instruction set; all agree to
/// rounding, and the vector tables to the bit. Shapes: N rows, C width, T keys, V vocabulary.
template <typename Real>
struct Arithmetic {
  const char* name;

  void (*product)(const Product<Real>&);

  /// The same of operands in bfloat16.
  void (*pair_product)(const Product<Real, Pair>&);

  /// The same in the order of Intel's AMX: from start + bias on, every 16 pairs of the depth add
  /// what their earlier numbers come to and their later ones, each a chain of multiply-adds.
  /// The vector tables agree to the bit where denormals count as zero, but for the sign of a zero.
  void (*amx_product)(const Product<Real, Pair>&);

  /// pairs(n, k) = x(n, 2k) and x(n, 2k + 1), zero past the last. x: N x K, pairs: N x ceil(K / 2).
  void (*pair_in_rows)(View<const Real> x, View<Pair> pairs);

  /// pairs(n, k) = x(2n, k) and x(2n + 1, k), zero past the last. x: N x K, pairs: ceil(N / 2) x K.
  void (*pair_in_columns)(View<const Real> x, View<Pair> pairs);

  /// The transpose of x (N x K) as the B of a product: K rows of 32 numbers for each 32 rows of x,
  /// the last panel filled up with zeros.
  void (*pack_transposed)(View<const Real> x, Real* panels);

  /// sums[j] += column sums of x.
  void (*add_column_sums)(View<const Real> x, Real* sums);

  /// to.row(to_rows[n]) += from.row(from_rows[n]) for each n < count, in order; null: row n itself.
  void (*add_rows)(Index count, View<const Real> from, const int* from_rows, View<Real> to,
                   const int* to_rows);

  /// y = gain * (x - mean) * rstd + bias, each row on its own; rstd = 1 / sqrt(variance + 1e-5).
  void (*layer_norm)(View<const Real> x, const Real* gain, const Real* bias, Real* mean, Real* rstd,
                     View<Real> y);

  /// dx += , dgain += , dbias += (dx adds: the residual stream carries a gradient past the norm).
  void (*layer_norm_backward)(View<const Real> x, const Real* gain, const Real* mean,
                              const Real* rstd, View<const Real> dy, View<Real> dx, Real* dgain,
                              Real* dbias);

  /// y = GELU(x), tanh form (Hendrycks and Gimpel 2016, 1606.08415), and x becomes GELU'(x):
  /// backward has only to multiply by it.
  void (*gelu)(View<Real> x, View<Real> y);

  /// Row i becomes the softmax of scale[i] times its first prefix[i] entries, and zero after them.
  void (*causal_softmax)(View<Real> scores, const Index* prefix, const Real* scale);

  /// ds = scale * p * (dp - <p, dp>), in place of dp; zero from prefix[i] on.
  void (*causal_softmax_backward)(View<const Real> p, const Index* prefix, const Real* scale,
                                  View<Real> dp);

  /// The same of rows too long to be there at once, a block of columns after the other (Milakov and
  /// Gimelshein 2018, 1805.02867), in powers of two: s stands for log2(e) * scale[i] * score. Of
  /// row i the first count[i] columns of the block count. On entry top[i] is the largest s of the
  /// row before the block, and total[i] the sum of 2^(s - top); on return they are with the block,
  /// whose numbers became 2^(s - top), zero where they do not count, and factor[i] = 2^(top before
  /// - top now). To begin: softmax_begin and 0.
  void (*softmax_goes_on)(View<Real> scores, const Index* count, const Real* scale, Real* top,
                          Real* total, Real* factor);

  /// A block's part of the softmax, once top and total of the whole rows are known.
  void (*softmax_again)(View<Real> scores, const Index* count, const Real* scale, const Real* top,
                        const Real* total);

  /// A block's part of causal_softmax_backward, if mean[i] = <p, dp> over the whole row is known.
  void (*softmax_backward)(View<const Real> p, const Index* count, const Real* scale,
                           const Real* mean, View<Real> dp);

  /// Row i of logits (M x V) becomes weight[i] * (softmax - one-hot(target[i])). best[i]: the
  /// arg-max, nats[i]: -log p(target[i]).
  void (*cross_entropy)(View<Real> logits, const int* target, const Real* weight, int* best,
                        Real* nats);

  /// sum[i] = gradients[0][i] + gradients[1][i] + ..., in this order, for `size` numbers from
  /// `offset` on; returns the sum of their squares.
  double (*add_gradients)(const Real* const* gradients, Index count, Index offset, Index size,
                          Real* sum);

  void (*adamw)(const AdamSlice<Real>&);

  /// `rounds` of independent multiply-adds on registers alone; returns the floating-point
  /// operations done (two for each multiply-add). What this takes is the machine's peak. *sink
  /// keeps the compiler from dropping the work.
  double (*multiply_adds)(Index rounds, Real* sink);
};

/// The tables of an instruction set each, from kernels_avx2.cpp, kernels_avx512.cpp and so on.
extern const Arithmetic<float> avx2_arithmetic;
extern const Arithmetic<float> avx512_arithmetic;
/// As avx512, with products of pairs in hardware.
extern const Arithmetic<float> avx512bf16_arithmetic;
/// As avx512bf16, with AMX's products in hardware.
extern const Arithmetic<float> amx_arithmetic;

}  // namespace model::arithmetic
