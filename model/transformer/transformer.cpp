#include "model/transformer/transformer.h"

#include <algorithm>

#include "base/error.h"
#include "base/parallel.h"
#include "model/layers/linear.h"
#include "model/layers/positions.h"

namespace model::transformer {

template <typename Real>
Transformer<Real>::Transformer(const layers::TransformerConfig& config,
                               const arithmetic::Arithmetic<Real>& arithmetic)
    : config_(config),
      parameters_(layers::parameters_of(config)),
      arithmetic_(&arithmetic),
      packed_(parameters_.packed, arithmetic, config.products),
      penalties_(layers::distance_penalties<Real>(config.positions, config.heads)) {}

template <typename Real>
void Transformer<Real>::load(const layers::Flat<Real>& weights, int threads) {
  base::promise(std::ssize(weights) == parameters_.layout.size(), "one number a parameter");
  weights_ = &weights;
  base::parallel_for(std::ssize(parameters_.packed), threads,
                     [&](std::int64_t id) { packed_.pack(static_cast<std::size_t>(id), weights); });
}

template <typename Real>
void Transformer<Real>::check(const layers::Batch& batch) const {
  const auto within = [](const std::vector<int>& ids, arithmetic::Index bound, const char* what) {
    for (const int id : ids) {
      base::require(id >= 0 && id < bound, what, ": must be in 0..", bound - 1, ", got ", id);
    }
  };
  within(batch.tokens, config_.vocabulary, "token");
  within(batch.targets, config_.vocabulary, "target token");
  if (layers::has_position_table(config_.positions)) {
    within(batch.positions, config_.max_positions, "position (model.max_positions is too small)");
  }
}

template <typename Real>
layers::BlockCall<Real> Transformer<Real>::block(std::size_t l, const layers::Batch& batch,
                                                 const layers::QueryRows& queries,
                                                 layers::KeptWeights kept) const {
  const layers::BlockSlots& slots = parameters_.blocks[l % parameters_.blocks.size()];
  return {config_, *arithmetic_, slots, *weights_, packed_, batch, queries, penalties_, kept};
}

template <typename Real>
void Transformer<Real>::embed(std::span<const int> tokens, std::span<const int> positions,
                              arithmetic::Matrix<Real>& out) const {
  const arithmetic::Index C = config_.width;
  out.resize(std::ssize(tokens), C);
  const arithmetic::View<const Real> embedding =
      layers::matrix_of(*weights_, parameters_.embedding);
  for (std::size_t n = 0; n < tokens.size(); ++n) {
    std::copy_n(embedding.row(tokens[n]), C, out.row(arithmetic::Index(n)));
  }
  switch (config_.positions) {
    case layers::Positions::none:
    case layers::Positions::rotary:
    case layers::Positions::alibi:
      break;
    case layers::Positions::learned:
      arithmetic_->add_rows(out.rows(), layers::matrix_of(*weights_, parameters_.positions),
                            positions.data(), out, nullptr);
      break;
    case layers::Positions::sinusoidal:
      layers::add_sinusoids(positions, out.view());
      break;
  }
}

template <typename Real>
void Transformer<Real>::forward(const layers::Batch& batch, Trace<Real>& trace,
                                layers::AttentionScratch<Real>& scratch, Keep keep) const {
  const auto L = static_cast<std::size_t>(config_.layers());
  const std::size_t traced = keep == Keep::outcome ? 1 : L;  // then a block's output is its input
  const layers::KeptWeights kept =
      keep == Keep::activations ? layers::KeptWeights::of_short_texts : layers::KeptWeights::none;
  trace.blocks.resize(std::max(trace.blocks.size(), traced));
  layers::all_rows(batch, trace.all);
  layers::target_rows(batch, trace.targets);
  embed(batch.tokens, batch.positions, trace.blocks[0].input);
  for (std::size_t l = 0; l < L; ++l) {
    const bool last = l + 1 == L;
    layers::block_forward(block(l, batch, last ? trace.targets : trace.all, kept),
                          trace.blocks[l % traced], scratch,
                          last ? trace.stream : trace.blocks[(l + 1) % traced].input);
  }
  read_out(trace);
}

template <typename Real>
void Transformer<Real>::read_out(Trace<Real>& trace) const {
  leave(trace);
  speak(trace);
}

template <typename Real>
void Transformer<Real>::leave(Trace<Real>& trace) const {
  const auto M = static_cast<std::size_t>(trace.stream.rows());
  trace.mean.resize(M);
  trace.rstd.resize(M);
  trace.normed.resize(trace.stream.rows(), config_.width);
  const layers::NormSlots& norm = parameters_.final_norm;
  arithmetic_->layer_norm(trace.stream, weights_->data() + norm.gain.offset,
                          weights_->data() + norm.bias.offset, trace.mean.data(), trace.rstd.data(),
                          trace.normed);
}

template <typename Real>
void Transformer<Real>::speak(Trace<Real>& trace) const {
  trace.logits.resize(trace.stream.rows(), config_.vocabulary);
  layers::linear<Real>(*arithmetic_, trace.normed, packed_.transposed(parameters_.head_panels), {},
                       trace.pairs, trace.logits);
}

template <typename Real>
layers::LossSum Transformer<Real>::loss(const layers::Batch& batch, Trace<Real>& trace) const {
  const auto M = static_cast<std::size_t>(batch.scored());
  trace.best.resize(M);
  trace.nats.resize(M);
  trace.row_weights.assign(batch.weights.begin(), batch.weights.end());
  arithmetic_->cross_entropy(trace.logits, batch.targets.data(), trace.row_weights.data(),
                             trace.best.data(), trace.nats.data());
  layers::LossSum sum;
  for (std::size_t m = 0; m < M; ++m) {
    const double weight = double(batch.weights[m]);
    sum.nats += weight * double(trace.nats[m]);
    sum.weight += weight;
    if (trace.best[m] == batch.targets[m]) sum.correct += weight;
  }
  return sum;
}

template <typename Real>
void Transformer<Real>::backward(const layers::Batch& batch, const Trace<Real>& trace,
                                 layers::BlockScratch<Real>& s,
                                 layers::Flat<Real>& gradient) const {
  const layers::Parameters& p = parameters_;
  const arithmetic::Index C = config_.width;
  layers::weight_gradient<Real>(*arithmetic_, config_.products, trace.logits, trace.normed, s.pairs,
                                gradient.data() + p.head.offset, nullptr);
  s.dnormed.resize(batch.scored(), C);
  layers::linear<Real>(*arithmetic_, trace.logits, packed_.plain(p.head_panels), {}, s.pairs,
                       s.dnormed);
  s.dstream.resize(batch.rows(), C);  // room for what it will grow to
  s.dstream.resize(batch.scored(), C);
  for (arithmetic::Index m = 0; m < batch.scored(); ++m) std::fill_n(s.dstream.row(m), C, Real(0));
  arithmetic_->layer_norm_backward(trace.stream, weights_->data() + p.final_norm.gain.offset,
                                   trace.mean.data(), trace.rstd.data(), s.dnormed, s.dstream,
                                   gradient.data() + p.final_norm.gain.offset,
                                   gradient.data() + p.final_norm.bias.offset);
  const auto L = static_cast<std::size_t>(config_.layers());
  for (std::size_t l = L; l-- > 0;) {
    const bool last = l + 1 == L;
    layers::block_backward(block(l, batch, last ? trace.targets : trace.all), trace.blocks[l], s,
                           gradient);
  }
  const auto add_to = [&](const layers::Slot& slot, const std::vector<int>& ids) {
    arithmetic_->add_rows(batch.rows(), s.dstream, nullptr, layers::matrix_of(gradient, slot),
                          ids.data());
  };
  add_to(p.embedding, batch.tokens);
  if (layers::has_position_table(config_.positions)) add_to(p.positions, batch.positions);
}

template class Transformer<float>;
template class Transformer<double>;

}  // namespace model::transformer
