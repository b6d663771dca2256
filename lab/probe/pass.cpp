#include "lab/probe/pass.h"

#include <algorithm>

#include "base/error.h"

namespace lab::probe {

using model::arithmetic::Index;
using model::arithmetic::View;

ProbePass::ProbePass(const model::transformer::Transformer<float>& transformer)
    : transformer_(transformer) {
  trace_.blocks.resize(static_cast<std::size_t>(transformer.config().layers()));
}

Index ProbePass::layers() const { return std::ssize(trace_.blocks); }

void ProbePass::run(const model::layers::Batch& batch, const Visit& visit) {
  transformer_.check(batch);
  model::layers::all_rows(batch, trace_.all);
  transformer_.embed(batch.tokens, batch.positions, trace_.blocks[0].input);
  if (visit) visit(Site::stream, 0, trace_.blocks[0].input);
  go_on(batch, 0, visit);
}

void ProbePass::resume(const model::layers::Batch& batch, Index layer,
                       model::arithmetic::View<const float> stream, const Visit& visit) {
  model::layers::all_rows(batch, trace_.all);
  const auto l = static_cast<std::size_t>(layer);
  model::arithmetic::Matrix<float>& entry =
      layer == layers() ? trace_.stream : trace_.blocks[l].input;
  entry.resize(stream.rows, stream.cols);
  copy_rows(stream, entry);
  if (visit) visit(Site::stream, layer, entry);
  go_on(batch, layer, visit);
}

void ProbePass::go_on(const model::layers::Batch& batch, Index layer, const Visit& visit) {
  const Visit seen = visit ? visit : [](Site, Index, model::arithmetic::View<float>) {};
  for (Index l = layer; l < layers(); ++l) {
    model::layers::BlockTrace<float>& block = trace_.blocks[static_cast<std::size_t>(l)];
    const model::layers::BlockCall<float> call = transformer_.block(
        static_cast<std::size_t>(l), batch, trace_.all, model::layers::KeptWeights::all);
    model::arithmetic::Matrix<float>& output =
        l + 1 == layers() ? trace_.stream : trace_.blocks[static_cast<std::size_t>(l) + 1].input;
    model::layers::block_attend(call, block, scratch_);
    seen(Site::attention, l, block.mixed);
    model::layers::block_mix(call, block);
    model::layers::block_activate(call, block);
    seen(Site::mlp, l, block.active);
    model::layers::block_contract(call, block, output);
    seen(Site::stream, l + 1, output);
  }
  transformer_.read_out(trace_);
}

model::arithmetic::View<const float> ProbePass::stream(Index layer) const {
  return layer == layers() ? trace_.stream.view()
                           : trace_.blocks[static_cast<std::size_t>(layer)].input.view();
}

model::arithmetic::View<const float> ProbePass::at(Site site, Index layer) const {
  const auto l = static_cast<std::size_t>(layer);
  switch (site) {
    case Site::stream:
      return stream(layer);
    case Site::attention:
      return trace_.blocks[l].mixed.view();
    case Site::mlp:
      return trace_.blocks[l].active.view();
  }
  return stream(layer);
}

const model::layers::AttentionWeights<float>& ProbePass::attention(Index layer) const {
  return trace_.blocks[static_cast<std::size_t>(layer)].weights;
}

model::arithmetic::View<const float> ProbePass::values(Index layer) const {
  const auto& key_value = trace_.blocks[static_cast<std::size_t>(layer)].key_value;
  const Index C = transformer_.config().width;
  const model::arithmetic::View<const float> all = key_value.view();
  return {all.data + C, all.rows, C, all.pitch};
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
