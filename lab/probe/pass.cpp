#include "lab/probe/pass.h"

#include <algorithm>

#include "base/error.h"

namespace lab::probe {

using model::arithmetic::Index;
using model::arithmetic::View;

std::vector<Stage> stages_of(const model::layers::TransformerConfig& config) {
  std::vector<Stage> stages{{Site::stream, 0}};
  for (Index l = 0; l < config.layers(); ++l) {
    for (const Site site :
         {Site::normed1, Site::query, Site::key, Site::value, Site::weights, Site::attention,
          Site::middle, Site::normed2, Site::hidden, Site::mlp}) {
      stages.push_back({site, l});
    }
    stages.push_back({Site::stream, l + 1});
  }
  stages.push_back({Site::normed, config.layers()});
  stages.push_back({Site::logits, config.layers()});
  return stages;
}

ProbePass::ProbePass(const model::transformer::Transformer<float>& transformer,
                     KeepHidden keep_hidden)
    : transformer_(transformer),
      stages_(stages_of(transformer.config())),
      keep_hidden_(keep_hidden) {
  trace_.blocks.resize(static_cast<std::size_t>(transformer.config().layers()));
  if (keep_hidden == KeepHidden::yes) hidden_.resize(trace_.blocks.size());
}

Index ProbePass::layers() const { return std::ssize(trace_.blocks); }

void ProbePass::run(const model::layers::Batch& batch, const Visit& visit) {
  transformer_.check(batch);
  begin(batch);
  go_on(batch, 0, visit);
}

void ProbePass::resume(const model::layers::Batch& batch, Index layer,
                       model::arithmetic::View<const float> stream, const Visit& visit) {
  begin(batch);
  model::arithmetic::Matrix<float>& entry =
      layer == layers() ? trace_.stream : trace_.blocks[static_cast<std::size_t>(layer)].input;
  entry.resize(stream.rows, stream.cols);
  copy_rows(stream, entry);
  if (visit) visit(Site::stream, layer, entry);
  const auto at = std::ranges::find(stages_, Stage{Site::stream, layer});
  go_on(batch, static_cast<std::size_t>(at - stages_.begin()) + 1, visit);
}

void ProbePass::begin(const model::layers::Batch& batch) {
  model::layers::all_rows(batch, trace_.all);
}

void ProbePass::go_on(const model::layers::Batch& batch, std::size_t stage, const Visit& visit) {
  for (; stage < stages_.size(); ++stage) {
    const auto [site, layer] = stages_[stage];
    fill(batch, stages_[stage]);
    if (visit && site != Site::weights) visit(site, layer, to_change(site, layer));
  }
}

void ProbePass::fill(const model::layers::Batch& batch, const Stage& stage) {
  if (stage == Stage{Site::stream, 0}) {
    transformer_.embed(batch.tokens, batch.positions, trace_.blocks[0].input);
    return;
  }
  if (stage.site == Site::normed) return transformer_.leave(trace_);
  if (stage.site == Site::logits) return transformer_.speak(trace_);
  const auto l = static_cast<std::size_t>(stage.layer - (stage.site == Site::stream ? 1 : 0));
  model::layers::BlockTrace<float>& block = trace_.blocks[l];
  const model::layers::BlockCall<float> call =
      transformer_.block(l, batch, trace_.all, model::layers::KeptWeights::all);
  switch (stage.site) {
    case Site::stream:
      return model::layers::block_contract(
          call, block, stage.layer == layers() ? trace_.stream : trace_.blocks[l + 1].input);
    case Site::normed1:
      return model::layers::block_enter(call, block);
    case Site::query:
      return model::layers::block_project(call, block);
    case Site::weights:
      return model::layers::block_attend(call, block, scratch_);
    case Site::middle:
      return model::layers::block_mix(call, block);
    case Site::normed2:
      return model::layers::block_enter_mlp(call, block);
    case Site::hidden:
      return model::layers::block_expand(call, block);
    case Site::mlp:
      return activate(call, l);
    case Site::key:
    case Site::value:      // with the queries
    case Site::attention:  // with the weights
    case Site::normed:
    case Site::logits:
      return;
  }
}

void ProbePass::activate(const model::layers::BlockCall<float>& call, std::size_t l) {
  model::layers::BlockTrace<float>& block = trace_.blocks[l];
  if (keep_hidden_ == KeepHidden::yes) {
    hidden_[l].resize(block.hidden.rows(), block.hidden.cols());
    copy_rows(block.hidden, hidden_[l]);
  }
  model::layers::block_activate(call, block);
}

void ProbePass::attend_again(const model::layers::Batch& batch, Index layer, Index sequence,
                             Index head) {
  const auto l = static_cast<std::size_t>(layer);
  model::layers::block_attend_again(
      transformer_.block(l, batch, trace_.all, model::layers::KeptWeights::all), trace_.blocks[l],
      sequence, head);
}

View<const float> ProbePass::stream(Index layer) const { return at(Site::stream, layer); }

View<const float> ProbePass::at(Site site, Index layer) const {
  const bool gone_on = site == Site::hidden && keep_hidden_ == KeepHidden::yes;
  if (gone_on) return hidden_[static_cast<std::size_t>(layer)].view();
  // To look changes nothing: NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
  return model::arithmetic::constant(const_cast<ProbePass*>(this)->to_change(site, layer));
}

View<float> ProbePass::to_change(Site site, Index layer) {
  if (site == Site::normed) return trace_.normed;
  if (site == Site::logits) return trace_.logits;
  if (layer == layers()) return trace_.stream;
  const auto l = static_cast<std::size_t>(layer);
  model::layers::BlockTrace<float>& block = trace_.blocks[l];
  const Index C = transformer_.config().width;
  const View<float> both = block.key_value;
  switch (site) {
    case Site::stream:
      return block.input;
    case Site::attention:
      return block.mixed;
    case Site::mlp:
      return block.active;
    case Site::normed1:
      return block.normed1;
    case Site::query:
      return block.query;
    case Site::key:
      return {both.data, both.rows, C, both.pitch};
    case Site::value:
      return {both.data + C, both.rows, C, both.pitch};
    case Site::middle:
      return block.middle;
    case Site::normed2:
      return block.normed2;
    case Site::hidden:
      return block.hidden;
    case Site::weights:
    case Site::normed:
    case Site::logits:
      break;
  }
  base::promise(false, "weights are no rows");
  return {};
}

const model::layers::AttentionWeights<float>& ProbePass::attention(Index layer) const {
  return trace_.blocks[static_cast<std::size_t>(layer)].weights;
}

model::layers::AttentionWeights<float>& ProbePass::weights_to_change(Index layer) {
  return trace_.blocks[static_cast<std::size_t>(layer)].weights;
}

model::arithmetic::View<const float> ProbePass::read_out(
    model::arithmetic::View<const float> states) {
  lens_.stream.resize(states.rows, states.cols);
  copy_rows(states, lens_.stream);
  transformer_.read_out(lens_);
  return lens_.logits;
}

model::layers::Batch batch_of(std::span<const std::vector<int>> texts) {
  model::layers::Batch batch;
  for (const std::vector<int>& text : texts) {
    batch.tokens.insert(batch.tokens.end(), text.begin(), text.end());
    for (std::size_t t = 0; t < text.size(); ++t) batch.positions.push_back(static_cast<int>(t));
    batch.starts.push_back(batch.rows());
  }
  return batch;
}

void copy_rows(model::arithmetic::View<const float> x, model::arithmetic::View<float> out) {
  base::promise(x.rows == out.rows && x.cols == out.cols, "a copy has the shape of what it copies");
  for (Index i = 0; i < x.rows; ++i) std::copy_n(x.row(i), x.cols, out.row(i));
}

}  // namespace lab::probe
