#pragma once
#include <functional>
#include <vector>

#include "model/transformer/transformer.h"

namespace lab {

/// Where a forward pass can be read or changed. Layer l = 0 .. L - 1 is what block l makes; stream
/// has L + 1 layers, 0 the embedding and L what is read out.
enum class Site {
  stream,     ///< N x C  the residual stream on entry of a block, and at the end
  attention,  ///< N x C  what the heads have mixed, H blocks of D columns, before the projection
  mlp,        ///< N x F  the hidden units after GELU: all that the MLP adds is linear in them
};

/// Called when a site is filled and not yet read: what is written there is what the pass goes on
/// with.
using Visit = std::function<void(Site site, model::Index layer, model::View<float> rows)>;

/// Forward passes over all rows of a batch, one stage after the other, for who looks on. Touched by
/// nobody, they leave the bits of Transformer::forward.
class ProbePass {
 public:
  /// The transformer is borrowed, with its numbers loaded, for as long as this is used.
  explicit ProbePass(const model::Transformer<float>& transformer);

  /// A whole pass. Targets of the batch do not matter: there are logits at every row.
  void run(const model::Batch& batch, const Visit& visit = {});

  /// The blocks from `layer` on, for this stream on entry (N x C).
  void resume(const model::Batch& batch, model::Index layer, model::View<const float> stream,
              const Visit& visit = {});

  /// The stream of a layer, 0 .. L; with the last pass's changes in it.
  model::View<const float> stream(model::Index layer) const;
  model::View<const float> at(Site site, model::Index layer) const;
  const model::AttentionWeights<float>& attention(model::Index layer) const;
  /// What the heads of a layer mix, H blocks of D columns (N x C).
  model::View<const float> values(model::Index layer) const;
  model::View<const float> logits() const { return trace_.logits; }  ///< N x V

  model::Index layers() const;  ///< L
  const model::TransformerConfig& config() const { return transformer_.config(); }

  /// Logits of states as if they were the last layer's (the logit lens). states: R x C; the result
  /// (R x V) is valid until the next call.
  model::View<const float> read_out(model::View<const float> states);

 private:
  void go_on(const model::Batch& batch, model::Index layer, const Visit& visit);

  const model::Transformer<float>& transformer_;
  model::Trace<float> trace_, lens_;
  model::AttentionScratch<float> scratch_;
};

/// Texts (joint tokens) as one batch, position ids from 0, no targets.
model::Batch batch_of(std::span<const std::vector<int>> texts);

/// out = x, whose shape it has.
void copy_rows(model::View<const float> x, model::View<float> out);

}  // namespace lab
