#pragma once
// Attention of queries that see more than `short_text` keys, a block of so many after the other,
// with a running maximum and sum (Milakov and Gimelshein 2018, 1805.02867; Dao et al. 2022,
// 2205.14135): nothing here is as long as the text, and what is worked on fits the caches.
#include <array>

#include "model/layers/attention_head.h"

namespace model::layers {

/// Some queries of a head, one below the other, and a block of keys.
struct Tile {
  arithmetic::Index first_query = 0, queries = 0;     ///< of the head
  arithmetic::Index first_key = 0, keys = 0;          ///< of the head; as many as one of them sees
  std::array<arithmetic::Index, block_rows> count{};  ///< of the block's keys that each sees
};

/// body(first, n) for each block of keys.
template <typename Body>
void each_key_block(arithmetic::Index keys, Body body) {
  for (arithmetic::Index j = 0; j < keys; j += short_text) body(j, std::min(short_text, keys - j));
}

/// The first of a head's queries, from `from` on, that sees key j.
template <typename Real>
arithmetic::Index first_to_see(const AttentionPlan<Real>& plan, const Head& head,
                               arithmetic::Index from, arithmetic::Index j) {
  const arithmetic::Index* prefix = plan.queries->prefix.data() + head.first_query;
  return std::upper_bound(prefix + from, prefix + head.queries, j) - prefix;
}

template <typename Real>
Tile tile_of(const AttentionPlan<Real>& plan, const Head& head, arithmetic::Index first_query,
             arithmetic::Index queries, arithmetic::Index first_key) {
  Tile tile{first_query, queries, first_key, 0, {}};
  const arithmetic::Index* prefix = plan.queries->prefix.data() + head.first_query + first_query;
  for (arithmetic::Index r = 0; r < queries; ++r) {
    tile.count[static_cast<std::size_t>(r)] = std::min(short_text, prefix[r] - first_key);
  }
  tile.keys = tile.count[static_cast<std::size_t>(queries - 1)];  // they rise
  return tile;
}

/// scores = q k' of a tile, distances told.
template <typename Real>
void score(const AttentionPlan<Real>& plan, const Head& head, const Tile& tile,
           arithmetic::View<const Real> q, const Real* key_panels, arithmetic::View<Real> scores) {
  times_panels(plan, part(q, tile.first_query, tile.queries, 0, q.cols),
               key_panels + tile.first_key * q.cols, tile.keys, scores);
  if (plan.penalties.empty()) return;
  penalize_distance(plan, head, tile.first_query, tile.first_key, tile.count.data(), scores);
}

/// The queries of a head from `first` on: their part of mixed = p v, and tops and totals of each
/// (from the head's first query on). scores: at least block_rows x short_text.
template <typename Real>
void attend_in_blocks(const AttentionPlan<Real>& plan, const Head& head, arithmetic::Index first,
                      const Real* scale, arithmetic::View<const Real> q, const Real* key_panels,
                      arithmetic::View<const Real> v, arithmetic::View<Real> scores, Real* tops,
                      Real* totals, arithmetic::View<Real> mix) {
  std::fill(tops + first, tops + head.queries, Real(arithmetic::softmax_begin));
  std::fill(totals + first, totals + head.queries, Real(0));
  std::array<Real, block_rows> factors;
  each_key_block(head.keys, [&](arithmetic::Index j, arithmetic::Index) {
    const arithmetic::Index from = first_to_see(plan, head, first, j);
    each_block(head.queries - from, [&](arithmetic::Index i, arithmetic::Index rows) {
      const Tile tile = tile_of(plan, head, from + i, rows, j);
      const arithmetic::View<Real> s = part(scores, 0, rows, 0, tile.keys);
      score(plan, head, tile, q, key_panels, s);
      plan.arithmetic->softmax_goes_on(s, tile.count.data(), scale + head.first_query + from + i,
                                       tops + from + i, totals + from + i, factors.data());
      const arithmetic::View<Real> out = part(mix, from + i, rows, 0, mix.cols);
      if (j > 0) scale_rows(out, factors.data());
      times(plan, arithmetic::constant(s), tile.keys, part(v, j, tile.keys, 0, v.cols), out,
            j > 0 ? Sum::goes_on : Sum::begins);
    });
  });
  for (arithmetic::Index i = first; i < head.queries; ++i) {
    const Real factor = Real(1) / totals[i];
    scale_rows(part(mix, i, 1, 0, mix.cols), &factor);
  }
}

/// The attention weights of a tile, once tops and totals are known (from the head's first query
/// on).
template <typename Real>
void weigh_tile(const AttentionPlan<Real>& plan, const Head& head, const Tile& tile,
                const Real* scale, arithmetic::View<const Real> q, const Real* key_panels,
                const Real* tops, const Real* totals, arithmetic::View<Real> p) {
  score(plan, head, tile, q, key_panels, p);
  plan.arithmetic->softmax_again(p, tile.count.data(), scale + head.first_query + tile.first_query,
                                 tops + tile.first_query, totals + tile.first_query);
}

}  // namespace model::layers
