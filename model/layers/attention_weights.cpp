#include "model/layers/attention_weights.h"

#include "base/error.h"

namespace model::layers {

template <typename Real>
void AttentionWeights<Real>::resize(std::span<const arithmetic::Index> starts,
                                    const QueryRows& queries, arithmetic::Index heads,
                                    KeptWeights kept) {
  heads_ = heads;
  places_.clear();
  arithmetic::Index total = 0;
  bool some_long = false;
  for (std::size_t b = 0; b + 1 < starts.size(); ++b) {
    const arithmetic::Index keys = starts[b + 1] - starts[b];
    const bool keep =
        kept == KeptWeights::all || (kept == KeptWeights::of_short_texts && keys <= short_text);
    const Place place{total, queries.starts[b + 1] - queries.starts[b], keys, keep};
    places_.push_back(place);
    some_long = some_long || keys > short_text;
    if (keep) total += heads * place.queries * arithmetic::Matrix<Real>::pitch_for(keys);
  }
  numbers_.resize(1, total);
  sums_.resize(2 * heads, some_long ? queries.count() : 0);
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

template class AttentionWeights<float>;
template class AttentionWeights<double>;

}  // namespace model::layers
