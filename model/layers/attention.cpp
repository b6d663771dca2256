#include "model/layers/attention.h"

#include <algorithm>

#include "base/error.h"
#include "model/layers/packed.h"

namespace model::layers {
namespace {

/// Rows of a block, as many as a tile is high.
constexpr arithmetic::Index block_rows = 12;

/// The next block, of queries or keys, where `left` of them are left: as many as a tile is high,
/// but the last two share what is little more than one. A low tile has too few sums to be fast.
arithmetic::Index next_block(arithmetic::Index left) {
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

/// Rows j .. j + rows of c = a' b, a block of keys; the rows of a above `from` do not see it. If
/// `goes_on`, c has the sum over the queries before.
template <typename Real>
void transposed_times(const AttentionPlan<Real>& plan, arithmetic::View<const Real> a,
                      arithmetic::Index j, arithmetic::Index rows, arithmetic::Index from,
                      arithmetic::View<const Real> b, bool goes_on, arithmetic::View<Real> c) {
  plan.arithmetic->product({.rows = rows,
                            .cols = b.cols,
                            .depth = a.rows - from,
                            .a = a.row(from) + j,
                            .a_row = 1,
                            .a_depth = a.pitch,
                            .b = b.row(from),
                            .b_depth = b.pitch,
                            .c = c.row(j),
                            .c_row = c.pitch,
                            .begin = goes_on ? c.row(j) : nullptr,
                            .begin_row = c.pitch});
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
  if (!plan.penalties.empty()) penalize_distance(plan, head, i, p);
  plan.arithmetic->causal_softmax(p, prefix, scale + head.first_query + i);
}

/// The rows of `p` for a block of queries from i on, if p has those of all queries; else its first.
template <typename Real>
arithmetic::View<Real> block_of(arithmetic::View<Real> p, const Head& head, arithmetic::Index i,
                                arithmetic::Index rows, arithmetic::Index seen) {
  const arithmetic::Index first = p.rows < head.queries ? 0 : i;
  return part(p, first, rows, 0, touched(seen, p.cols));
}

/// All queries of one head: p = its attention weights, of as many queries as it has rows, and its
/// part of mixed = p v.
template <typename Real>
void attend(const AttentionPlan<Real>& plan, const Head& head, const Real* scale,
            arithmetic::View<const Real> query, const Real* key_panels,
            arithmetic::View<const Real> v, arithmetic::View<Real> p,
            arithmetic::View<Real> mixed) {
  const arithmetic::View<const Real> q = head.of_queries(query);
  const arithmetic::View<Real> mix = head.of_queries(mixed);
  const arithmetic::Index* prefix = plan.queries->prefix.data() + head.first_query;
  each_block(head.queries, [&](arithmetic::Index i, arithmetic::Index rows) {
    const arithmetic::Index seen = prefix[i + rows - 1];
    const arithmetic::View<Real> weights = block_of(p, head, i, rows, seen);
    weigh(plan, head, scale, i, q, key_panels, weights);
    times(plan, arithmetic::constant(weights), seen, v, part(mix, i, rows, 0, mix.cols));
  });
}

/// Some queries of a head, from `first` on, all at once on their way back.
struct Chunk {
  arithmetic::Index first, queries;
};

/// Queries whose weights are made again at once: enough for products that are deep, few enough that
/// what they take is small beside the activations.
constexpr arithmetic::Index chunk_queries = 96;

/// One head on its way back.
template <typename Real>
struct HeadBackward {
  const AttentionPlan<Real>& plan;
  const Head& head;
  const Real* scale;  ///< of the softmax, see scale_of()
  arithmetic::View<const Real> q, k, v, dmix;
  arithmetic::View<Real> dq, dk, dv;
  const Real *key_panels, *value_panels;

  const arithmetic::Index* prefix() const { return plan.queries->prefix.data() + head.first_query; }

  /// The weights of a chunk once more.
  void weigh_again(const Chunk& chunk, arithmetic::View<Real> p) const {
    each_block(chunk.queries, [&](arithmetic::Index i, arithmetic::Index rows) {
      const arithmetic::Index seen = prefix()[chunk.first + i + rows - 1];
      weigh(plan, head, scale, chunk.first + i, q, key_panels,
            part(p, i, rows, 0, touched(seen, p.cols)));
    });
  }

  /// p -> ds and dq. p and ds have a row a query of the chunk.
  void to_queries(const Chunk& chunk, arithmetic::View<const Real> p,
                  arithmetic::View<Real> dscores) const {
    each_block(chunk.queries, [&](arithmetic::Index i, arithmetic::Index rows) {
      const arithmetic::Index at = chunk.first + i, seen = prefix()[at + rows - 1];
      const arithmetic::View<Real> ds = part(dscores, i, rows, 0, touched(seen, head.keys));
      const arithmetic::View<const Real> weight = part(p, i, rows, 0, head.keys);
      fetch(weight, seen);
      times_panels(plan, part(dmix, at, rows, 0, head.width), value_panels, seen, ds);
      plan.arithmetic->causal_softmax_backward(weight, prefix() + at,
                                               plan.scale.data() + head.first_query + at, ds);
      times(plan, arithmetic::constant(ds), seen, k, part(dq, at, rows, 0, head.width));
    });
  }

  /// p, ds -> dk and dv, of keys j .. j + rows, which the queries of the chunk above `from` do not
  /// see.
  void to_keys(const Chunk& chunk, arithmetic::View<const Real> p, arithmetic::View<const Real> ds,
               arithmetic::Index j, arithmetic::Index rows) const {
    const arithmetic::Index* const first = prefix() + chunk.first;
    const arithmetic::Index from = std::upper_bound(first, first + chunk.queries, j) - first;
    const bool goes_on = chunk.first > 0;
    if (goes_on && from == chunk.queries) return;
    const auto of = [&](arithmetic::View<const Real> x) {
      return part(x, chunk.first, chunk.queries, 0, x.cols);
    };
    transposed_times(plan, ds, j, rows, from, of(q), goes_on, dk);
    transposed_times(plan, p, j, rows, from, of(dmix), goes_on, dv);
  }

  void back(const Chunk& chunk, arithmetic::View<const Real> p, arithmetic::View<Real> ds) const {
    to_queries(chunk, p, ds);
    each_block(head.keys, [&](arithmetic::Index j, arithmetic::Index rows) {
      to_keys(chunk, p, arithmetic::constant(ds), j, rows);
    });
  }
};

}  // namespace

template <typename Real>
void AttentionWeights<Real>::resize(std::span<const arithmetic::Index> starts,
                                    const QueryRows& queries, arithmetic::Index heads,
                                    KeptWeights kept) {
  heads_ = heads;
  places_.clear();
  arithmetic::Index total = 0;
  for (std::size_t b = 0; b + 1 < starts.size(); ++b) {
    const arithmetic::Index keys = starts[b + 1] - starts[b];
    const bool keep =
        kept == KeptWeights::all || (kept == KeptWeights::of_short_texts && keys <= short_text);
    const Place place{total, queries.starts[b + 1] - queries.starts[b], keys, keep};
    places_.push_back(place);
    if (keep) total += heads * place.queries * arithmetic::Matrix<Real>::pitch_for(keys);
  }
  numbers_.resize(1, total);
}

template <typename Real>
bool AttentionWeights<Real>::has(arithmetic::Index sequence) const {
  return places_[static_cast<std::size_t>(sequence)].kept;
}

template <typename Real>
arithmetic::View<Real> AttentionWeights<Real>::of(arithmetic::Index sequence,
                                                  arithmetic::Index head) {
  const Place& p = places_[static_cast<std::size_t>(sequence)];
  base::promise(p.kept, "the attention weights that are read are kept");
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
  weights.resize(plan.starts, *plan.queries, plan.heads, plan.kept);
  const Real* scale = scale_of(plan, scratch);
  each_head(plan, query.cols, [&](const Head& head) {
    const Real* panels = transposed(plan, head.keys_of(key_value), scratch.key_panels);
    const bool kept = weights.has(head.sequence);
    if (!kept) scratch.scores.resize(std::min(head.queries, block_rows), head.keys);
    attend(plan, head, scale, query, panels, head.values_of(key_value),
           kept ? weights.of(head.sequence, head.number) : scratch.scores.view(), mixed);
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
    scratch.scores.resize(std::min(head.queries, block_rows), plan.queries->prefix[last]);
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
  const Real* scale = scale_of(plan, scratch);
  each_head(plan, query.cols, [&](const Head& head) {
    const arithmetic::View<const Real> k = head.keys_of(key_value), v = head.values_of(key_value);
    const bool kept = weights.has(head.sequence);
    const HeadBackward<Real> backward{plan,
                                      head,
                                      scale,
                                      head.of_queries(query),
                                      k,
                                      v,
                                      head.of_queries(dmixed),
                                      head.of_queries(dquery),
                                      head.keys_of(dkey_value),
                                      head.values_of(dkey_value),
                                      kept ? nullptr : transposed(plan, k, scratch.key_panels),
                                      transposed(plan, v, scratch.value_panels)};
    const arithmetic::Index most = kept ? head.queries : chunk_queries;
    scratch.dscores.resize(std::min(head.queries, most), head.keys);
    if (kept) {
      backward.back({0, head.queries}, weights.of(head.sequence, head.number),
                    scratch.dscores.view());
      return;
    }
    scratch.scores.resize(std::min(head.queries, most), head.keys);
    for (arithmetic::Index i = 0; i < head.queries; i += most) {
      const Chunk chunk{i, std::min(most, head.queries - i)};
      const auto rows_of = [&](arithmetic::Matrix<Real>& x) {
        return part(x.view(), 0, chunk.queries, 0, x.cols());
      };
      backward.weigh_again(chunk, rows_of(scratch.scores));
      backward.back(chunk, arithmetic::constant(rows_of(scratch.scores)), rows_of(scratch.dscores));
    }
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
