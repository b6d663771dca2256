#pragma once
// What both ways through attention do with one head of one text.
#include <algorithm>
#include <span>

#include "model/layers/attention_plan.h"
#include "model/layers/packed.h"

namespace model::layers {

/// Rows of a block, as many as a tile is high.
inline constexpr arithmetic::Index block_rows = 12;

/// The next block, of queries or keys, where `left` of them are left: as many as a tile is high,
/// but the last two share what is little more than one. A low tile has too few sums to be fast.
inline arithmetic::Index next_block(arithmetic::Index left) {
  constexpr arithmetic::Index shared = 8;
  return block_rows < left && left <= 2 * shared ? shared : std::min(block_rows, left);
}

/// body(i, n) for each block: n of `rows` rows from i on.
template <typename Body>
void each_block(arithmetic::Index rows, Body body) {
  for (arithmetic::Index i = 0, n = 0; i < rows; i += n) {
    n = next_block(rows - i);
    body(i, n);
  }
}

/// The keys that a block of queries touches, if its last query sees `seen`: whole blocks of keys.
inline arithmetic::Index touched(arithmetic::Index seen, arithmetic::Index keys) {
  arithmetic::Index end = 0;
  while (end < seen) end += next_block(keys - end);
  return end;
}

template <typename Real>
arithmetic::View<Real> part(arithmetic::View<Real> x, arithmetic::Index row, arithmetic::Index rows,
                            arithmetic::Index col, arithmetic::Index cols) {
  return {x.data + row * x.pitch + col, rows, cols, x.pitch};
}

/// One head of one sequence: its own Q queries and T rows.
struct Head {
  arithmetic::Index sequence, number, first_query, queries, first_row, keys, width;

  template <typename Real>
  arithmetic::View<Real> of_queries(arithmetic::View<Real> x) const {
    return part(x, first_query, queries, number * width, width);
  }
  template <typename Real>
  arithmetic::View<Real> keys_of(arithmetic::View<Real> kv) const {
    return part(kv, first_row, keys, number * width, width);
  }
  template <typename Real>
  arithmetic::View<Real> values_of(arithmetic::View<Real> kv) const {
    return part(kv, first_row, keys, kv.cols / 2 + number * width, width);
  }
};

template <typename Real, typename Body>
void each_head(const AttentionPlan<Real>& plan, arithmetic::Index width, Body body) {
  for (std::size_t b = 0; b + 1 < plan.starts.size(); ++b) {
    const arithmetic::Index query = plan.queries->starts[b],
                            queries = plan.queries->starts[b + 1] - query;
    const arithmetic::Index row = plan.starts[b], keys = plan.starts[b + 1] - row;
    for (arithmetic::Index h = 0; h < plan.heads; ++h) {
      body(Head{arithmetic::Index(b), h, query, queries, row, keys, width / plan.heads});
    }
  }
}

/// The part of a head whose queries see at most `short_text` keys.
inline Head near_part(const Head& head, const arithmetic::Index* prefix) {
  const arithmetic::Index* first = prefix + head.first_query;
  Head near = head;
  near.queries = std::upper_bound(first, first + head.queries, short_text) - first;
  near.keys = std::min(head.keys, short_text);
  return near;
}

/// c = a b' for packed panels of b', the first `cols` columns.
template <typename Real>
void times_panels(const AttentionPlan<Real>& plan, arithmetic::View<const Real> a,
                  const Real* panels, arithmetic::Index cols, arithmetic::View<Real> c) {
  plan.arithmetic->product({.rows = a.rows,
                            .cols = cols,
                            .depth = a.cols,
                            .a = a.data,
                            .a_row = a.pitch,
                            .a_depth = 1,
                            .b = panels,
                            .b_depth = arithmetic::panel_width,
                            .b_panel = a.cols * arithmetic::panel_width,
                            .c = c.data,
                            .c_row = c.pitch});
}

/// scores = scale * scores - penalty * distance, of queries from i on and keys from `first` on, of
/// which row r sees count[r]: the scale is spent, and must not be applied again.
template <typename Real>
void penalize_distance(const AttentionPlan<Real>& plan, const Head& head, arithmetic::Index i,
                       arithmetic::Index first, const arithmetic::Index* count,
                       arithmetic::View<Real> scores) {
  const Real penalty = plan.penalties[static_cast<std::size_t>(head.number)];
  for (arithmetic::Index r = 0; r < scores.rows; ++r) {
    const auto query = static_cast<std::size_t>(head.first_query + i + r);
    const auto row = static_cast<std::size_t>(plan.queries->rows[query]);
    for (arithmetic::Index j = 0; j < count[r]; ++j) {
      const int distance = plan.positions[row] -
                           plan.positions[static_cast<std::size_t>(head.first_row + first + j)];
      Real& score = scores.row(r)[j];
      score = score * plan.scale[query] - penalty * Real(distance);
    }
  }
}

/// x (of one head) as panels, in `memory`.
template <typename Real>
const Real* transposed(const AttentionPlan<Real>& plan, arithmetic::View<const Real> x,
                       arithmetic::Matrix<Real>& memory) {
  memory.resize(1, panels_size(x.cols, x.rows));
  plan.arithmetic->pack_transposed(x, memory.row(0));
  return memory.row(0);
}

/// What softmax multiplies logits by: nothing where penalize_distance has done so already.
template <typename Real>
const Real* scale_of(const AttentionPlan<Real>& plan, AttentionScratch<Real>& scratch) {
  if (plan.penalties.empty()) return plan.scale.data();
  scratch.ones.assign(plan.scale.size(), Real(1));
  return scratch.ones.data();
}

/// The attention weights of `p.rows` queries of a head from query i on.
template <typename Real>
void weigh(const AttentionPlan<Real>& plan, const Head& head, const Real* scale,
           arithmetic::Index i, arithmetic::View<const Real> q, const Real* key_panels,
           arithmetic::View<Real> p) {
  const arithmetic::Index* prefix = plan.queries->prefix.data() + head.first_query + i;
  times_panels(plan, part(q, i, p.rows, 0, q.cols), key_panels, prefix[p.rows - 1], p);
  if (!plan.penalties.empty()) penalize_distance(plan, head, i, 0, prefix, p);
  plan.arithmetic->causal_softmax(p, prefix, scale + head.first_query + i);
}

/// Row r of x times factors[r].
template <typename Real>
void scale_rows(arithmetic::View<Real> x, const Real* factors) {
  for (arithmetic::Index r = 0; r < x.rows; ++r) {
    for (arithmetic::Index c = 0; c < x.cols; ++c) x.row(r)[c] *= factors[r];
  }
}

/// Whether a product begins with what is there, or with nothing.
enum class Sum { begins, goes_on };

/// c = a b over the first `depth` columns of a, or c += that.
template <typename Real>
void times(const AttentionPlan<Real>& plan, arithmetic::View<const Real> a, arithmetic::Index depth,
           arithmetic::View<const Real> b, arithmetic::View<Real> c, Sum sum = Sum::begins) {
  plan.arithmetic->product({.rows = a.rows,
                            .cols = b.cols,
                            .depth = depth,
                            .a = a.data,
                            .a_row = a.pitch,
                            .a_depth = 1,
                            .b = b.data,
                            .b_depth = b.pitch,
                            .c = c.data,
                            .c_row = c.pitch,
                            .begin = sum == Sum::goes_on ? c.data : nullptr,
                            .begin_row = c.pitch});
}

}  // namespace model::layers
