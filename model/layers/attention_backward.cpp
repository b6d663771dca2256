#include <algorithm>

#include "model/layers/attention.h"
#include "model/layers/attention_head.h"

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
    const arithmetic::Index most = kept ? head.queries : queries_made_again;
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

template void attention_backward(const AttentionPlan<float>&, arithmetic::View<const float>,
                                 arithmetic::View<const float>, const AttentionWeights<float>&,
                                 arithmetic::View<const float>, AttentionScratch<float>&,
                                 arithmetic::View<float>, arithmetic::View<float>);
template void attention_backward(const AttentionPlan<double>&, arithmetic::View<const double>,
                                 arithmetic::View<const double>, const AttentionWeights<double>&,
                                 arithmetic::View<const double>, AttentionScratch<double>&,
                                 arithmetic::View<double>, arithmetic::View<double>);

}  // namespace model::layers
