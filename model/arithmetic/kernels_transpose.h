#pragma once
// Panels of a transpose, in terms of the Lanes of the file that includes this. Internal linkage:
// each instruction set has its own copy.

namespace model::arithmetic {
namespace {

/// to[k * panel_width + n] = x(n, k) for the rows of x, at most 16, and 0 for the lanes after them.
inline void transpose_few(View<const float> x, float* to) {
  const Index rows = x.rows / 4 * 4, cols = rows > 0 ? x.cols / 4 * 4 : 0;  // in squares of four
  const float* quads[4];
  for (Index q = 0; q < 4; ++q) quads[q] = x.row(4 * q < rows ? 4 * q : 0);
  const Mask there = first(rows);
  float* out = to;
  for (Index k = 0; k < cols; k += 4) {
    Lanes four[4];
    for (Index i = 0; i < 4; ++i) four[i] = load_quads(quads, i * x.pitch);
    transpose_quads(four);
    for (Index i = 0; i < 4; ++i, out += panel_width) store(out, keep(four[i], there));
    for (const float*& q : quads) q += 4;
  }
  if (rows == x.rows && cols == x.cols) return;
  for (Index k = cols; k < x.cols; ++k) store(to + k * panel_width, splat(0));
  for (Index n = 0; n < x.rows; ++n) {
    for (Index k = n < rows ? cols : 0; k < x.cols; ++k) to[k * panel_width + n] = x.row(n)[k];
  }
}

void pack_transposed(View<const float> x, float* panels) {
  for (Index n = 0; n < x.rows; panels += x.cols * panel_width) {
    for (Index lane = 0; lane < panel_width; lane += lane_count) {
      const Index left = x.rows - n, rows = left < lane_count ? left : lane_count;
      transpose_few({x.row(n), rows, x.cols, x.pitch}, panels + lane);
      n += rows;
    }
  }
}

}  // namespace
}  // namespace model::arithmetic
