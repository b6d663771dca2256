#include "model/layers/attention.h"

#include <algorithm>

#include "model/layers/attention_blocks.h"

namespace model::layers {
namespace {

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

/// The attention weights of the queries from `first` on, for who looks at them.
template <typename Real>
void weigh_in_blocks(const AttentionPlan<Real>& plan, const Head& head, arithmetic::Index first,
                     const Real* scale, arithmetic::View<const Real> q, const Real* key_panels,
                     const Real* tops, const Real* totals, arithmetic::View<Real> p) {
  each_key_block(head.keys, [&](arithmetic::Index j, arithmetic::Index) {
    const arithmetic::Index from = first_to_see(plan, head, first, j);
    each_block(head.queries - from, [&](arithmetic::Index i, arithmetic::Index rows) {
      const Tile tile = tile_of(plan, head, from + i, rows, j);
      weigh_tile(plan, head, tile, scale, q, key_panels, tops, totals,
                 part(p, from + i, rows, j, tile.keys));
    });
  });
}

}  // namespace

template <typename Real>
void attention_forward(const AttentionPlan<Real>& plan, arithmetic::View<const Real> query,
                       arithmetic::View<const Real> key_value, AttentionScratch<Real>& scratch,
                       AttentionWeights<Real>& weights, arithmetic::View<Real> mixed) {
  weights.resize(plan.starts, *plan.queries, plan.heads, plan.kept);
  const Real* scale = scale_of(plan, scratch);
  each_head(plan, query.cols, [&](const Head& head) {
    const Real* panels = transposed(plan, head.keys_of(key_value), scratch.key_panels);
    const arithmetic::View<const Real> v = head.values_of(key_value);
    const Head near = near_part(head, plan.queries->prefix.data());
    const bool kept = weights.has(head.sequence);
    scratch.scores.resize(block_rows, std::min(head.keys, short_text));
    attend(plan, near, scale, query, panels, v,
           kept ? part(weights.of(head.sequence, head.number), 0, near.queries, 0, near.keys)
                : part(scratch.scores.view(), 0, std::min(near.queries, block_rows), 0, near.keys),
           mixed);
    if (near.queries == head.queries) return;
    const arithmetic::View<const Real> q = head.of_queries(query);
    Real* const tops = weights.tops(head.number) + head.first_query;
    Real* const totals = weights.totals(head.number) + head.first_query;
    attend_in_blocks(plan, head, near.queries, scale, q, panels, v, scratch.scores.view(), tops,
                     totals, head.of_queries(mixed));
    if (!kept) return;
    weigh_in_blocks<Real>(plan, head, near.queries, scale, q, panels, tops, totals,
                          weights.of(head.sequence, head.number));
  });
}

template <typename Real>
void attention_again(const AttentionPlan<Real>& plan, AttentionWeights<Real>& weights,
                     arithmetic::View<const Real> key_value, arithmetic::Index sequence,
                     arithmetic::Index number, arithmetic::View<Real> mixed) {
  each_head(plan, mixed.cols, [&](const Head& head) {
    if (head.sequence != sequence || head.number != number) return;
    const arithmetic::View<const Real> v = head.values_of(key_value);
    const arithmetic::View<Real> p = weights.of(sequence, number), mix = head.of_queries(mixed);
    const arithmetic::Index* prefix = plan.queries->prefix.data() + head.first_query;
    each_block(head.queries, [&](arithmetic::Index i, arithmetic::Index rows) {
      const arithmetic::Index seen = prefix[i + rows - 1];
      for (arithmetic::Index r = 0; r < rows; ++r) {
        std::fill(p.row(i + r) + prefix[i + r], p.row(i + r) + seen, Real(0));
      }
      times(plan, arithmetic::constant(part(p, i, rows, 0, seen)), seen, v,
            part(mix, i, rows, 0, mix.cols));
    });
  });
}

template <typename Real>
void attention_extend(const AttentionPlan<Real>& plan, arithmetic::View<const Real> query,
                      const KeyValueCache<Real>& cache, AttentionScratch<Real>& scratch,
                      arithmetic::View<Real> mixed) {
  const Real* scale = scale_of(plan, scratch);
  scratch.tops.resize(static_cast<std::size_t>(plan.queries->count()));
  scratch.totals.resize(scratch.tops.size());
  each_head(plan, query.cols, [&](Head head) {
    if (head.queries == 0) return;
    const auto last = static_cast<std::size_t>(head.first_query + head.queries - 1);
    head.keys = plan.queries->prefix[last];  // of those there is room for
    const Head near = near_part(head, plan.queries->prefix.data());
    const Real* panels = cache.key_panels(head.sequence, head.number);
    const arithmetic::View<const Real> v = cache.values(head.sequence, head.number);
    scratch.scores.resize(block_rows, near.keys);
    attend(plan, near, scale, query, panels, v,
           part(scratch.scores.view(), 0, std::min(near.queries, block_rows), 0, near.keys), mixed);
    if (near.queries == head.queries) return;
    attend_in_blocks(plan, head, near.queries, scale, head.of_queries(query), panels, v,
                     scratch.scores.view(), scratch.tops.data() + head.first_query,
                     scratch.totals.data() + head.first_query, head.of_queries(mixed));
  });
}

template void attention_forward(const AttentionPlan<float>&, arithmetic::View<const float>,
                                arithmetic::View<const float>, AttentionScratch<float>&,
                                AttentionWeights<float>&, arithmetic::View<float>);
template void attention_forward(const AttentionPlan<double>&, arithmetic::View<const double>,
                                arithmetic::View<const double>, AttentionScratch<double>&,
                                AttentionWeights<double>&, arithmetic::View<double>);
template void attention_again(const AttentionPlan<float>&, AttentionWeights<float>&,
                              arithmetic::View<const float>, arithmetic::Index, arithmetic::Index,
                              arithmetic::View<float>);
template void attention_extend(const AttentionPlan<float>&, arithmetic::View<const float>,
                               const KeyValueCache<float>&, AttentionScratch<float>&,
                               arithmetic::View<float>);

}  // namespace model::layers
