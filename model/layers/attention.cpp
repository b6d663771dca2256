#include "model/layers/attention.h"

#include <algorithm>

#include "model/layers/attention_head.h"

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

}  // namespace

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

template void attention_forward(const AttentionPlan<float>&, arithmetic::View<const float>,
                                arithmetic::View<const float>, AttentionScratch<float>&,
                                AttentionWeights<float>&, arithmetic::View<float>);
template void attention_forward(const AttentionPlan<double>&, arithmetic::View<const double>,
                                arithmetic::View<const double>, AttentionScratch<double>&,
                                AttentionWeights<double>&, arithmetic::View<double>);
template void attention_extend(const AttentionPlan<float>&, arithmetic::View<const float>,
                               const KeyValueCache<float>&, AttentionScratch<float>&,
                               arithmetic::View<float>);

}  // namespace model::layers
