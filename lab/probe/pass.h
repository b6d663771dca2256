#pragma once
#include <functional>
#include <vector>

#include "model/transformer/transformer.h"

namespace lab::probe {

/// Where a forward pass can be read or changed. Layer l = 0 .. L - 1 is what block l makes; stream
/// has L + 1 layers, 0 the embedding and L what is read out.
enum class Site {
  stream,     ///< N x C  the residual stream on entry of a block, and at the end
  attention,  ///< N x C  what the heads have mixed, H blocks of D columns, before the projection
  mlp,        ///< N x F  the hidden units after GELU: all that the MLP adds is linear in them
};

/// Called when a site is filled and not yet read: what is written there is what the pass goes on
/// with.
using Visit = std::function<void(Site site, model::arithmetic::Index layer,
                                 model::arithmetic::View<float> rows)>;

/// Forward passes over all rows of a batch, one stage after the other, for who looks on. Touched by
/// nobody, they leave the bits of Transformer::forward.
class ProbePass {
 public:
  /// The transformer is borrowed, with its numbers loaded, for as long as this is used.
  explicit ProbePass(const model::transformer::Transformer<float>& transformer);

  /// A whole pass. Targets of the batch do not matter: there are logits at every row.
  void run(const model::layers::Batch& batch, const Visit& visit = {});

  /// The blocks from `layer` on, for this stream on entry (N x C).
  void resume(const model::layers::Batch& batch, model::arithmetic::Index layer,
              model::arithmetic::View<const float> stream, const Visit& visit = {});

  /// The stream of a layer, 0 .. L; with the last pass's changes in it.
  model::arithmetic::View<const float> stream(model::arithmetic::Index layer) const;
  model::arithmetic::View<const float> at(Site site, model::arithmetic::Index layer) const;
  const model::layers::AttentionWeights<float>& attention(model::arithmetic::Index layer) const;
  /// What the heads of a layer mix, H blocks of D columns (N x C).
  model::arithmetic::View<const float> values(model::arithmetic::Index layer) const;
  model::arithmetic::View<const float> logits() const { return trace_.logits; }  ///< N x V

  model::arithmetic::Index layers() const;  ///< L
  const model::layers::TransformerConfig& config() const { return transformer_.config(); }

  /// Logits of states as if they were the last layer's (the logit lens). states: R x C; the result
  /// (R x V) is valid until the next call.
  model::arithmetic::View<const float> read_out(model::arithmetic::View<const float> states);

 private:
  void go_on(const model::layers::Batch& batch, model::arithmetic::Index layer, const Visit& visit);

  const model::transformer::Transformer<float>& transformer_;
  model::transformer::Trace<float> trace_, lens_;
  model::layers::AttentionScratch<float> scratch_;
};

/// Texts (joint tokens) as one batch, position ids from 0, no targets.
model::layers::Batch batch_of(std::span<const std::vector<int>> texts);

/// out = x, whose shape it has.
void copy_rows(model::arithmetic::View<const float> x, model::arithmetic::View<float> out);

}  // namespace lab::probe
