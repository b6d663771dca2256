#include <algorithm>

#include "model/layers/attention.h"
#include "model/layers/attention_blocks.h"

namespace model::layers {
namespace {

/// Asks for the first `cols` numbers of each row long before they are wanted.
template <typename Real>
void fetch(arithmetic::View<const Real> rows, arithmetic::Index cols) {
  constexpr arithmetic::Index line = 64 / sizeof(Real);
  for (arithmetic::Index r = 0; r < rows.rows; ++r) {
    for (arithmetic::Index j = 0; j < cols; j += line) __builtin_prefetch(rows.row(r) + j, 0, 2);
  }
}

/// Rows j .. j + rows of c = a' b, a block of keys; the rows of a above `from` do not see it. If
/// the sum goes on, c has that over the queries before.
template <typename Real>
void transposed_times(const AttentionPlan<Real>& plan, arithmetic::View<const Real> a,
                      arithmetic::Index j, arithmetic::Index rows, arithmetic::Index from,
                      arithmetic::View<const Real> b, Sum sum, arithmetic::View<Real> c) {
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
                            .begin = sum == Sum::goes_on ? c.row(j) : nullptr,
                            .begin_row = c.pitch});
}

/// Some queries of a head, from `first` on, all at once on their way back.
struct Chunk {
  arithmetic::Index first, queries;
};

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
    const Sum sum = chunk.first > 0 ? Sum::goes_on : Sum::begins;
    if (sum == Sum::goes_on && from == chunk.queries) return;
    const auto of = [&](arithmetic::View<const Real> x) {
      return part(x, chunk.first, chunk.queries, 0, x.cols);
    };
    transposed_times(plan, ds, j, rows, from, of(q), sum, dk);
    transposed_times(plan, p, j, rows, from, of(dmix), sum, dv);
  }

  void back(const Chunk& chunk, arithmetic::View<const Real> p, arithmetic::View<Real> ds) const {
    to_queries(chunk, p, ds);
    each_block(head.keys, [&](arithmetic::Index j, arithmetic::Index rows) {
      to_keys(chunk, p, arithmetic::constant(ds), j, rows);
    });
  }
};

/// The queries of a head that go from block to block, on their way back.
template <typename Real>
struct BlocksBackward {
  const HeadBackward<Real>& way;      ///< of the whole head
  const Real *tops, *totals, *means;  ///< of its queries

  const AttentionPlan<Real>& plan() const { return way.plan; }

  /// p, ds and dq of a chunk, as far as a block of `keys` keys from j on goes.
  void to_queries(const Chunk& chunk, arithmetic::Index j, arithmetic::Index keys,
                  arithmetic::View<Real> p, arithmetic::View<Real> dscores) const {
    const arithmetic::Index D = way.q.cols;
    each_block(chunk.queries, [&](arithmetic::Index i, arithmetic::Index rows) {
      const arithmetic::Index at = chunk.first + i;
      const Tile tile = tile_of(plan(), way.head, at, rows, j);
      const arithmetic::Index cols = touched(tile.keys, keys);
      const arithmetic::View<Real> weight = part(p, i, rows, 0, cols);
      const arithmetic::View<Real> ds = part(dscores, i, rows, 0, cols);
      weigh_tile(plan(), way.head, tile, way.scale, way.q, way.key_panels, tops, totals, weight);
      times_panels(plan(), part(way.dmix, at, rows, 0, D), way.value_panels + j * D, tile.keys, ds);
      plan().arithmetic->softmax_backward(arithmetic::constant(weight), tile.count.data(),
                                          plan().scale.data() + way.head.first_query + at,
                                          means + at, ds);
      times(plan(), arithmetic::constant(ds), tile.keys, part(way.k, j, tile.keys, 0, D),
            part(way.dq, at, rows, 0, D), j > 0 ? Sum::goes_on : Sum::begins);
    });
  }

  /// p, ds -> dk and dv of the block, which have the sums over the queries before.
  void to_keys(const Chunk& chunk, arithmetic::Index j, arithmetic::Index keys,
               arithmetic::View<const Real> p, arithmetic::View<const Real> ds) const {
    const arithmetic::Index D = way.q.cols;
    const arithmetic::Index* const first = way.prefix() + chunk.first;
    const auto queries_of = [&](arithmetic::View<const Real> x) {
      return part(x, chunk.first, chunk.queries, 0, D);
    };
    each_block(keys, [&](arithmetic::Index key, arithmetic::Index rows) {
      const arithmetic::Index from =
          std::upper_bound(first, first + chunk.queries, j + key) - first;
      if (from == chunk.queries) return;
      transposed_times(plan(), ds, key, rows, from, queries_of(way.q), Sum::goes_on,
                       part(way.dk, j, keys, 0, D));
      transposed_times(plan(), p, key, rows, from, queries_of(way.dmix), Sum::goes_on,
                       part(way.dv, j, keys, 0, D));
    });
  }

  /// The queries from `first` on.
  void back(arithmetic::Index first, AttentionScratch<Real>& scratch) const {
    each_key_block(way.head.keys, [&](arithmetic::Index j, arithmetic::Index keys) {
      arithmetic::Index i = first_to_see(plan(), way.head, first, j);
      for (; i < way.head.queries; i += queries_made_again) {
        const Chunk chunk{i, std::min(queries_made_again, way.head.queries - i)};
        const arithmetic::View<Real> p = part(scratch.scores.view(), 0, chunk.queries, 0, keys),
                                     ds = part(scratch.dscores.view(), 0, chunk.queries, 0, keys);
        to_queries(chunk, j, keys, p, ds);
        to_keys(chunk, j, keys, arithmetic::constant(p), arithmetic::constant(ds));
      }
    });
  }
};

/// sum_j p_j <dmix, v_j> = <dmix, mix> of each query (Dao et al. 2022, appendix B.2).
template <typename Real>
void fill_means(arithmetic::View<const Real> dmix, arithmetic::View<const Real> mix,
                std::vector<Real>& means) {
  means.clear();
  for (arithmetic::Index i = 0; i < mix.rows; ++i) {
    Real sum = 0;
    for (arithmetic::Index c = 0; c < mix.cols; ++c) sum += dmix.row(i)[c] * mix.row(i)[c];
    means.push_back(sum);
  }
}

template <typename Real>
void fill_zero(arithmetic::View<Real> x) {
  for (arithmetic::Index i = 0; i < x.rows; ++i) std::fill_n(x.row(i), x.cols, Real(0));
}

/// Queries whose weights are made again, all of a query's at once.
template <typename Real>
void back_again(const HeadBackward<Real>& near, AttentionScratch<Real>& scratch) {
  for (arithmetic::Index i = 0; i < near.head.queries; i += queries_made_again) {
    const Chunk chunk{i, std::min(queries_made_again, near.head.queries - i)};
    const auto rows_of = [&](arithmetic::Matrix<Real>& x) {
      return part(x.view(), 0, chunk.queries, 0, near.head.keys);
    };
    near.weigh_again(chunk, rows_of(scratch.scores));
    near.back(chunk, arithmetic::constant(rows_of(scratch.scores)), rows_of(scratch.dscores));
  }
}

/// A head whose weights were not kept: `near` is its near_part(), mix what came of its queries.
template <typename Real>
void back_unkept(const HeadBackward<Real>& way, const HeadBackward<Real>& near,
                 const AttentionWeights<Real>& weights, arithmetic::View<const Real> mix,
                 AttentionScratch<Real>& scratch) {
  const Head& head = way.head;
  const arithmetic::Index queries = std::min(head.queries, queries_made_again),
                          written = near.head.queries > 0 ? near.head.keys : 0;
  scratch.scores.resize(queries, near.head.keys);
  scratch.dscores.resize(queries, near.head.keys);
  for (const arithmetic::View<Real>& grown : {way.dk, way.dv}) {
    fill_zero(part(grown, written, head.keys - written, 0, grown.cols));
  }
  back_again(near, scratch);
  if (near.head.queries == head.queries) return;
  fill_means(way.dmix, mix, scratch.means);
  const BlocksBackward<Real> blocks{way, weights.tops(head.number) + head.first_query,
                                    weights.totals(head.number) + head.first_query,
                                    scratch.means.data()};
  blocks.back(near.head.queries, scratch);
}

}  // namespace

template <typename Real>
void attention_backward(const AttentionPlan<Real>& plan, arithmetic::View<const Real> query,
                        arithmetic::View<const Real> key_value,
                        const AttentionWeights<Real>& weights, arithmetic::View<const Real> mixed,
                        arithmetic::View<const Real> dmixed, AttentionScratch<Real>& scratch,
                        arithmetic::View<Real> dquery, arithmetic::View<Real> dkey_value) {
  const Real* scale = scale_of(plan, scratch);
  each_head(plan, query.cols, [&](const Head& head) {
    const bool kept = weights.has(head.sequence) && head.keys <= short_text;
    const Real* const key_panels =
        kept ? nullptr : transposed(plan, head.keys_of(key_value), scratch.key_panels);
    const Real* const value_panels =
        transposed(plan, head.values_of(key_value), scratch.value_panels);
    const auto way_of = [&](const Head& some) {
      return HeadBackward<Real>{plan,
                                some,
                                scale,
                                some.of_queries(query),
                                some.keys_of(key_value),
                                some.values_of(key_value),
                                some.of_queries(dmixed),
                                some.of_queries(dquery),
                                some.keys_of(dkey_value),
                                some.values_of(dkey_value),
                                key_panels,
                                value_panels};
    };
    if (kept) {
      scratch.dscores.resize(head.queries, head.keys);
      way_of(head).back({0, head.queries}, weights.of(head.sequence, head.number),
                        scratch.dscores.view());
    } else {
      back_unkept(way_of(head), way_of(near_part(head, plan.queries->prefix.data())), weights,
                  head.of_queries(mixed), scratch);
    }
  });
}

template void attention_backward(const AttentionPlan<float>&, arithmetic::View<const float>,
                                 arithmetic::View<const float>, const AttentionWeights<float>&,
                                 arithmetic::View<const float>, arithmetic::View<const float>,
                                 AttentionScratch<float>&, arithmetic::View<float>,
                                 arithmetic::View<float>);
template void attention_backward(const AttentionPlan<double>&, arithmetic::View<const double>,
                                 arithmetic::View<const double>, const AttentionWeights<double>&,
                                 arithmetic::View<const double>, arithmetic::View<const double>,
                                 AttentionScratch<double>&, arithmetic::View<double>,
                                 arithmetic::View<double>);

}  // namespace model::layers
