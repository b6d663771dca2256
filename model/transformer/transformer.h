#pragma once
#include <vector>

#include "model/layers/block.h"

namespace model::transformer {

/// What stays of a forward pass in its trace.
enum class Keep {
  activations,      ///< of every block, for backward
  keys_and_values,  ///< of every block, for texts that go on
  outcome,          ///< what comes after the last block: the others work in the same memory
};

/// Every activation of one forward pass, by name. Backward reads it; so do probes.
template <typename Real>
struct Trace {
  layers::QueryRows all, targets;
  std::vector<layers::BlockTrace<Real>> blocks;  ///< L; or one for all, of Keep::outcome
  arithmetic::Matrix<Real> stream;  ///< M x C  after the last block, at the target rows
  std::vector<Real> mean, rstd;     ///< M
  arithmetic::Matrix<Real> normed;  ///< M x C
  arithmetic::Matrix<Real> logits;  ///< M x V; cross_entropy turns it into its gradient
  std::vector<Real> row_weights;    ///< M  weights of the loss
  std::vector<int> best;            ///< M  arg-max of the logits
  std::vector<Real> nats;           ///< M  -log p(target)
  layers::PairScratch pairs;        ///< working memory of the head
};

/// A causal decoder with its numbers. One may serve many threads at once: whatever changes in a
/// pass is in the Trace, the scratch and the gradient of the caller.
template <typename Real>
class Transformer {
 public:
  /// Throws base::Error naming the field if the config is impossible.
  Transformer(const layers::TransformerConfig& config,
              const arithmetic::Arithmetic<Real>& arithmetic);

  const layers::TransformerConfig& config() const { return config_; }
  const layers::Parameters& parameters() const { return parameters_; }
  const arithmetic::Arithmetic<Real>& arithmetic() const { return *arithmetic_; }

  /// Works with these numbers from now on. They are borrowed: keep them, and load again after every
  /// change. Promise: P of them.
  void load(const layers::Flat<Real>& weights, int threads);

  /// Fills trace up to the logits, the same whatever stays of it. Promise: the batch is well formed
  /// (see check()).
  void forward(const layers::Batch& batch, Trace<Real>& trace,
               layers::AttentionScratch<Real>& scratch, Keep keep = Keep::activations) const;

  /// Turns trace.logits into their gradient; fills best and nats.
  layers::LossSum loss(const layers::Batch& batch, Trace<Real>& trace) const;

  /// gradient += d(sum of weight * nats) / d weights, after loss().
  void backward(const layers::Batch& batch, const Trace<Real>& trace,
                layers::BlockScratch<Real>& scratch, layers::Flat<Real>& gradient) const;

  /// Throws base::Error if a token, position or target is out of range.
  void check(const layers::Batch& batch) const;

  /// out (N x C) = embedding of each token and, where they are added, positions.
  void embed(std::span<const int> tokens, std::span<const int> positions,
             arithmetic::Matrix<Real>& out) const;

  /// trace.stream (M x C) -> logits (M x V), through the final norm and the head.
  void read_out(Trace<Real>& trace) const;
  /// The same in two stages: stream -> normed, normed -> logits.
  void leave(Trace<Real>& trace) const;
  void speak(Trace<Real>& trace) const;

  layers::BlockCall<Real> block(
      std::size_t l, const layers::Batch& batch, const layers::QueryRows& queries,
      layers::KeptWeights kept = layers::KeptWeights::of_short_texts) const;

 private:
  layers::TransformerConfig config_;
  layers::Parameters parameters_;
  const arithmetic::Arithmetic<Real>* arithmetic_;
  layers::Packed<Real> packed_;
  const layers::Flat<Real>* weights_ = nullptr;
  std::vector<Real> penalties_;  ///< H, or none
};

}  // namespace model::transformer
