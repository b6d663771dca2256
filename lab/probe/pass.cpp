#include "lab/probe/pass.h"

#include <algorithm>

#include "base/error.h"

namespace lab {

using model::Index;
using model::View;

ProbePass::ProbePass(const model::Transformer<float>& transformer) : transformer_(transformer) {
  trace_.blocks.resize(static_cast<std::size_t>(transformer.config().layers()));
}

Index ProbePass::layers() const { return std::ssize(trace_.blocks); }

void ProbePass::run(const model::Batch& batch, const Visit& visit) {
  transformer_.check(batch);
  model::all_rows(batch, trace_.all);
  transformer_.embed(batch.tokens, batch.positions, trace_.blocks[0].input);
  if (visit) visit(Site::stream, 0, trace_.blocks[0].input);
  go_on(batch, 0, visit);
}

void ProbePass::resume(const model::Batch& batch, Index layer, View<const float> stream,
                       const Visit& visit) {
  model::all_rows(batch, trace_.all);
  const auto l = static_cast<std::size_t>(layer);
  model::Matrix<float>& entry = layer == layers() ? trace_.stream : trace_.blocks[l].input;
  entry.resize(stream.rows, stream.cols);
  copy_rows(stream, entry);
  if (visit) visit(Site::stream, layer, entry);
  go_on(batch, layer, visit);
}

void ProbePass::go_on(const model::Batch& batch, Index layer, const Visit& visit) {
  const Visit seen = visit ? visit : [](Site, Index, View<float>) {};
  for (Index l = layer; l < layers(); ++l) {
    model::BlockTrace<float>& block = trace_.blocks[static_cast<std::size_t>(l)];
    const model::BlockCall<float> call =
        transformer_.block(static_cast<std::size_t>(l), batch, trace_.all);
    model::Matrix<float>& output =
        l + 1 == layers() ? trace_.stream : trace_.blocks[static_cast<std::size_t>(l) + 1].input;
    block_attend(call, block, scratch_);
    seen(Site::attention, l, block.mixed);
    block_mix(call, block);
    block_activate(call, block);
    seen(Site::mlp, l, block.active);
    block_contract(call, block, output);
    seen(Site::stream, l + 1, output);
  }
  transformer_.read_out(trace_);
}

View<const float> ProbePass::stream(Index layer) const {
  return layer == layers() ? trace_.stream.view()
                           : trace_.blocks[static_cast<std::size_t>(layer)].input.view();
}

View<const float> ProbePass::at(Site site, Index layer) const {
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

const model::AttentionWeights<float>& ProbePass::attention(Index layer) const {
  return trace_.blocks[static_cast<std::size_t>(layer)].weights;
}

View<const float> ProbePass::values(Index layer) const {
  const auto& key_value = trace_.blocks[static_cast<std::size_t>(layer)].key_value;
  const Index C = transformer_.config().width;
  const View<const float> all = key_value.view();
  return {all.data + C, all.rows, C, all.pitch};
}

View<const float> ProbePass::read_out(View<const float> states) {
  lens_.stream.resize(states.rows, states.cols);
  copy_rows(states, lens_.stream);
  transformer_.read_out(lens_);
  return lens_.logits;
}

model::Batch batch_of(std::span<const std::vector<int>> texts) {
  model::Batch batch;
  for (const std::vector<int>& text : texts) {
    batch.tokens.insert(batch.tokens.end(), text.begin(), text.end());
    for (std::size_t t = 0; t < text.size(); ++t) batch.positions.push_back(static_cast<int>(t));
    batch.starts.push_back(batch.rows());
  }
  return batch;
}

void copy_rows(View<const float> x, View<float> out) {
  base::promise(x.rows == out.rows && x.cols == out.cols, "a copy has the shape of what it copies");
  for (Index i = 0; i < x.rows; ++i) std::copy_n(x.row(i), x.cols, out.row(i));
}

}  // namespace lab
