#pragma once
#include <functional>
#include <vector>

#include "model/transformer/transformer.h"

namespace lab::probe {

/// Where a forward pass can be read or changed. Layer l = 0 .. L - 1 is what block l makes; stream
/// has L + 1 layers, 0 the embedding and L what is read out; normed and logits come after, at L.
enum class Site {
  stream,     ///< N x C  the residual stream on entry of a block, and at the end
  attention,  ///< N x C  what the heads have mixed, H blocks of D columns, before the projection
  mlp,        ///< N x F  the hidden units after GELU: all that the MLP adds is linear in them
  normed1,    ///< N x C  the stream, normed, for attention
  query,      ///< N x C  H blocks of D columns; turned, if positions turn queries
  key,        ///< N x C  the same
  value,      ///< N x C  what the heads mix, H blocks of D columns
  weights,    ///< T x T  of each text and head: attention weights, which are no rows
  middle,     ///< N x C  the stream between attention and MLP
  normed2,    ///< N x C  the same, normed, for the MLP
  hidden,     ///< N x F  before GELU
  normed,     ///< N x C  the stream after the last block, normed
  logits,     ///< N x V
};

/// What a pass fills next.
struct Stage {
  Site site = Site::stream;
  model::arithmetic::Index layer = 0;
  bool operator==(const Stage&) const = default;
};

/// All of them, in the order in which a pass fills them.
std::vector<Stage> stages_of(const model::layers::TransformerConfig& config);

/// Called when a site is filled and not yet read: what is written there is what the pass goes on
/// with. Of every site but weights.
using Visit = std::function<void(Site site, model::arithmetic::Index layer,
                                 model::arithmetic::View<float> rows)>;

/// Whether the hidden units before GELU can still be read when those after it are there: a copy.
enum class KeepHidden { no, yes };

/// Forward passes over all rows of a batch, one stage after the other, for who looks on. Touched by
/// nobody, they leave the bits of Transformer::forward.
class ProbePass {
 public:
  /// The transformer is borrowed, with its numbers loaded, for as long as this is used.
  explicit ProbePass(const model::transformer::Transformer<float>& transformer,
                     KeepHidden keep_hidden = KeepHidden::no);

  /// A whole pass. Targets of the batch do not matter: there are logits at every row.
  void run(const model::layers::Batch& batch, const Visit& visit = {});

  /// The blocks from `layer` on, for this stream on entry (N x C).
  void resume(const model::layers::Batch& batch, model::arithmetic::Index layer,
              model::arithmetic::View<const float> stream, const Visit& visit = {});

  /// A pass stage by stage: begin(), then fill() for each stage of stages_of(), in their order, all
  /// with one batch. Promise: it is well formed (Transformer::check).
  void begin(const model::layers::Batch& batch);
  void fill(const model::layers::Batch& batch, const Stage& stage);
  /// Mixes once more with a head's attention weights of a text, which were changed when weights
  /// were filled.
  void attend_again(const model::layers::Batch& batch, model::arithmetic::Index layer,
                    model::arithmetic::Index sequence, model::arithmetic::Index head);

  /// The stream of a layer, 0 .. L; with the last pass's changes in it.
  model::arithmetic::View<const float> stream(model::arithmetic::Index layer) const;
  /// Any site of rows (hidden only if it is kept), with the last pass's changes in it. Promise: not
  /// weights.
  model::arithmetic::View<const float> at(Site site, model::arithmetic::Index layer) const;
  const model::layers::AttentionWeights<float>& attention(model::arithmetic::Index layer) const;
  /// The same of what was filled last, to be changed before it is read.
  model::arithmetic::View<float> to_change(Site site, model::arithmetic::Index layer);
  model::layers::AttentionWeights<float>& weights_to_change(model::arithmetic::Index layer);
  model::arithmetic::View<const float> logits() const { return trace_.logits; }  ///< N x V
  const model::transformer::Trace<float>& trace() const { return trace_; }

  model::arithmetic::Index layers() const;  ///< L
  const model::layers::TransformerConfig& config() const { return transformer_.config(); }

  /// Logits of states as if they were the last layer's (the logit lens). states: R x C; the result
  /// (R x V) is valid until the next call.
  model::arithmetic::View<const float> read_out(model::arithmetic::View<const float> states);

 private:
  void go_on(const model::layers::Batch& batch, std::size_t stage, const Visit& visit);
  void activate(const model::layers::BlockCall<float>& call, std::size_t l);

  const model::transformer::Transformer<float>& transformer_;
  std::vector<Stage> stages_;
  model::transformer::Trace<float> trace_, lens_;
  KeepHidden keep_hidden_;
  std::vector<model::arithmetic::Matrix<float>> hidden_;  ///< L, or none if it is not kept
  model::layers::AttentionScratch<float> scratch_;
};

/// Texts (joint tokens) as one batch, position ids from 0, no targets.
model::layers::Batch batch_of(std::span<const std::vector<int>> texts);

/// out = x, whose shape it has.
void copy_rows(model::arithmetic::View<const float> x, model::arithmetic::View<float> out);

}  // namespace lab::probe
