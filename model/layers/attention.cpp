#include "model/layers/attention.h"

#include <algorithm>

#include "model/layers/packed.h"

namespace model::layers {
namespace {

/// The next block, of queries or keys, where `left` of them are left: as many as a tile is high,
/// but the last two share what is little more than one. A low tile has too few sums to be fast.
arithmetic::Index next_block(arithmetic::Index left) {
  constexpr arithmetic::Index height = 12, shared = 8;
  return height < left && left <= 2 * shared ? shared : std::min(height, left);
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
arithmetic::Index touched(arithmetic::Index seen, arithmetic::Index keys) {
  arithmetic::Index end = 0;
  while (end < seen) end += next_block(keys - end);
  return end;
}

template <typename Real>
arithmetic::View<Real> part(arithmetic::View<Real> x, arithmetic::Index row, arithmetic::Index rows,
                            arithmetic::Index col, arithmetic::Index cols) {
  return {x.data + row * x.pitch + col, rows, cols, x.pitch};
}

/// Asks for the first `cols` numbers of each row long before they are wanted.
template <typename Real>
void fetch(arithmetic::View<const Real> rows, arithmetic::Index cols) {
  constexpr arithmetic::Index line = 64 / sizeof(Real);
  for (arithmetic::Index r = 0; r < rows.rows; ++r) {
    for (arithmetic::Index j = 0; j < cols; j += line) __builtin_prefetch(rows.row(r) + j, 0, 2);
  }
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

/// c = a b over the first `depth` columns of a.
template <typename Real>
void times(const AttentionPlan<Real>& plan, arithmetic::View<const Real> a, arithmetic::Index depth,
           arithmetic::View<const Real> b, arithmetic::View<Real> c) {
  plan.arithmetic->product({.rows = a.rows,
                            .cols = b.cols,
                            .depth = depth,
                            .a = a.data,
                            .a_row = a.pitch,
                            .a_depth = 1,
                            .b = b.data,
                            .b_depth = b.pitch,
                            .c = c.data,
                            .c_row = c.pitch});
}

/// Rows j .. j + rows of c = a' b, a block of keys; the rows of a above `from` do not see it.
template <typename Real>
void transposed_times(const AttentionPlan<Real>& plan, arithmetic::View<const Real> a,
                      arithmetic::Index j, arithmetic::Index rows, arithmetic::Index from,
                      arithmetic::View<const Real> b, arithmetic::View<Real> c) {
  plan.arithmetic->product({.rows = rows,
                            .cols = b.cols,
                            .depth = a.rows - from,
                            .a = a.row(from) + j,
                            .a_row = 1,
                            .a_depth = a.pitch,
                            .b = b.row(from),
                            .b_depth = b.pitch,
                            .c = c.row(j),
                            .c_row = c.pitch});
}

/// scores = scale * scores - penalty * distance: the scale is spent, and must not be applied again.
template <typename Real>
void penalize_distance(const AttentionPlan<Real>& plan, const Head& head, arithmetic::Index i,
                       arithmetic::View<Real> scores) {
  const Real penalty = plan.penalties[static_cast<std::size_t>(head.number)];
  for (arithmetic::Index r = 0; r < scores.rows; ++r) {
    const auto query = static_cast<std::size_t>(head.first_query + i + r);
    const auto row = static_cast<std::size_t>(plan.queries->rows[query]);
    for (arithmetic::Index j = 0; j < plan.queries->prefix[query]; ++j) {
      const int distance =
          plan.positions[row] - plan.positions[static_cast<std::size_t>(head.first_row + j)];
      Real& score = scores.row(r)[j];
      score = score * plan.scale[query] - penalty * Real(distance);
    }
  }
}

/// What softmax multiplies logits by: nothing where penalize_distance has done so already.
template <typename Real>
const Real* scale_of(const AttentionPlan<Real>& plan, AttentionScratch<Real>& scratch) {
  if (plan.penalties.empty()) return plan.scale.data();
  scratch.ones.assign(plan.scale.size(), Real(1));
  return scratch.ones.data();
}

/// All queries of one head: p = its attention weights, and its part of mixed = p v.
template <typename Real>
void attend(const AttentionPlan<Real>& plan, const Head& head, const Real* scale,
            arithmetic::View<const Real> query, const Real* key_panels,
            arithmetic::View<const Real> v, arithmetic::View<Real> p,
            arithmetic::View<Real> mixed) {
  const arithmetic::View<const Real> q = head.of_queries(query);
  const arithmetic::View<Real> mix = head.of_queries(mixed);
  each_block(head.queries, [&](arithmetic::Index i, arithmetic::Index rows) {
    const arithmetic::Index* prefix = plan.queries->prefix.data() + head.first_query + i;
    const arithmetic::Index seen = prefix[rows - 1];
    const arithmetic::View<Real> scores = part(p, i, rows, 0, touched(seen, p.cols));
    times_panels(plan, part(q, i, rows, 0, q.cols), key_panels, seen, scores);
    if (!plan.penalties.empty()) penalize_distance(plan, head, i, scores);
    plan.arithmetic->causal_softmax(scores, prefix, scale + head.first_query + i);
    times(plan, arithmetic::constant(scores), seen, v, part(mix, i, rows, 0, mix.cols));
  });
}

}  // namespace

template <typename Real>
void AttentionWeights<Real>::resize(std::span<const arithmetic::Index> starts,
                                    const QueryRows& queries, arithmetic::Index heads) {
  heads_ = heads;
  places_.clear();
  arithmetic::Index total = 0;
  for (std::size_t b = 0; b + 1 < starts.size(); ++b) {
    const Place place{total, queries.starts[b + 1] - queries.starts[b], starts[b + 1] - starts[b]};
    places_.push_back(place);
    total += heads * place.queries * arithmetic::Matrix<Real>::pitch_for(place.keys);
  }
  numbers_.resize(1, total);
}

template <typename Real>
arithmetic::View<Real> AttentionWeights<Real>::of(arithmetic::Index sequence,
                                                  arithmetic::Index head) {
  const Place& p = places_[static_cast<std::size_t>(sequence)];
  const arithmetic::Index pitch = arithmetic::Matrix<Real>::pitch_for(p.keys);
  return {numbers_.row(0) + p.offset + head * p.queries * pitch, p.queries, p.keys, pitch};
}

template <typename Real>
arithmetic::View<const Real> AttentionWeights<Real>::of(arithmetic::Index sequence,
                                                        arithmetic::Index head) const {
  return arithmetic::constant(const_cast<AttentionWeights*>(this)->of(sequence, head));
}

template <typename Real>
void attention_forward(const AttentionPlan<Real>& plan, arithmetic::View<const Real> query,
                       arithmetic::View<const Real> key_value, AttentionScratch<Real>& scratch,
                       AttentionWeights<Real>& weights, arithmetic::View<Real> mixed) {
  weights.resize(plan.starts, *plan.queries, plan.heads);
  const Real* scale = scale_of(plan, scratch);
  each_head(plan, query.cols, [&](const Head& head) {
    scratch.panels.resize(1, panels_size(head.width, head.keys));
    plan.arithmetic->pack_transposed(head.keys_of(key_value), scratch.panels.row(0));
    attend(plan, head, scale, query, scratch.panels.row(0), head.values_of(key_value),
           weights.of(head.sequence, head.number), mixed);
  });
}

template <typename Real>
void attention_extend(const AttentionPlan<Real>& plan, arithmetic::View<const Real> query,
                      const KeyValueCache<Real>& cache, AttentionScratch<Real>& scratch,
                      arithmetic::View<Real> mixed) {
  const Real* scale = scale_of(plan, scratch);
  each_head(plan, query.cols, [&](const Head& head) {
    if (head.queries == 0) return;
    const auto last = static_cast<std::size_t>(head.first_query + head.queries - 1);
    scratch.scores.resize(head.queries, plan.queries->prefix[last]);
    attend(plan, head, scale, query, cache.key_panels(head.sequence, head.number),
           cache.values(head.sequence, head.number), scratch.scores.view(), mixed);
  });
}

template <typename Real>
void attention_backward(const AttentionPlan<Real>& plan, arithmetic::View<const Real> query,
                        arithmetic::View<const Real> key_value,
                        const AttentionWeights<Real>& weights, arithmetic::View<const Real> dmixed,
                        AttentionScratch<Real>& scratch, arithmetic::View<Real> dquery,
                        arithmetic::View<Real> dkey_value) {
  each_head(plan, query.cols, [&](const Head& head) {
    const arithmetic::View<const Real> q = head.of_queries(query), k = head.keys_of(key_value);
    const arithmetic::View<const Real> p = weights.of(head.sequence, head.number),
                                       dmix = head.of_queries(dmixed);
    const arithmetic::View<Real> dq = head.of_queries(dquery);
    scratch.panels.resize(1, panels_size(head.width, head.keys));
    scratch.dscores.resize(head.queries, head.keys);
    plan.arithmetic->pack_transposed(head.values_of(key_value), scratch.panels.row(0));
    const arithmetic::Index* prefix = plan.queries->prefix.data() + head.first_query;
    each_block(head.queries, [&](arithmetic::Index i, arithmetic::Index rows) {
      const arithmetic::Index seen = prefix[i + rows - 1];
      const arithmetic::View<Real> ds =
          part(scratch.dscores.view(), i, rows, 0, touched(seen, head.keys));
      const arithmetic::View<const Real> weight = part(p, i, rows, 0, head.keys);
      fetch(weight, seen);
      times_panels(plan, part(dmix, i, rows, 0, head.width), scratch.panels.row(0), seen, ds);
      plan.arithmetic->causal_softmax_backward(weight, prefix + i,
                                               plan.scale.data() + head.first_query + i, ds);
      times(plan, arithmetic::constant(ds), seen, k, part(dq, i, rows, 0, head.width));
    });
    const arithmetic::View<const Real> ds = arithmetic::constant(scratch.dscores.view());
    each_block(head.keys, [&](arithmetic::Index j, arithmetic::Index rows) {
      const arithmetic::Index from = std::upper_bound(prefix, prefix + head.queries, j) - prefix;
      transposed_times(plan, ds, j, rows, from, q, head.keys_of(dkey_value));
      transposed_times(plan, p, j, rows, from, dmix, head.values_of(dkey_value));
    });
  });
}

template class AttentionWeights<float>;
template class AttentionWeights<double>;
template void attention_forward(const AttentionPlan<float>&, arithmetic::View<const float>,
                                arithmetic::View<const float>, AttentionScratch<float>&,
                                AttentionWeights<float>&, arithmetic::View<float>);
template void attention_forward(const AttentionPlan<double>&, arithmetic::View<const double>,
                                arithmetic::View<const double>, AttentionScratch<double>&,
                                AttentionWeights<double>&, arithmetic::View<double>);
template void attention_extend(const AttentionPlan<float>&, arithmetic::View<const float>,
                               const KeyValueCache<float>&, AttentionScratch<float>&,
                               arithmetic::View<float>);
template void attention_backward(const AttentionPlan<float>&, arithmetic::View<const float>,
                                 arithmetic::View<const float>, const AttentionWeights<float>&,
                                 arithmetic::View<const float>, AttentionScratch<float>&,
                                 arithmetic::View<float>, arithmetic::View<float>);
template void attention_backward(const AttentionPlan<double>&, arithmetic::View<const double>,
                                 arithmetic::View<const double>, const AttentionWeights<double>&,
                                 arithmetic::View<const double>, AttentionScratch<double>&,
                                 arithmetic::View<double>, arithmetic::View<double>);

}  // namespace model::layers
