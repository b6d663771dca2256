#include "lab/probe/ablation.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/parallel.h"
#include "lab/probe/outcome.h"

namespace lab::probe {
namespace {

using model::arithmetic::Index;
using model::arithmetic::View;

/// Over all rows of all passes, a number a column.
std::vector<float> mean_of(std::span<const ProbePass> passes, Site site, Index layer) {
  std::vector<double> sums(static_cast<std::size_t>(passes[0].at(site, layer).cols));
  double rows = 0;
  for (const ProbePass& pass : passes) {
    const model::arithmetic::View<const float> values = pass.at(site, layer);
    for (Index n = 0; n < values.rows; ++n) {
      for (std::size_t c = 0; c < sums.size(); ++c) sums[c] += double(values.row(n)[c]);
    }
    rows += double(values.rows);
  }
  std::vector<float> mean(sums.size());
  std::ranges::transform(sums, mean.begin(), [&](double sum) { return float(sum / rows); });
  return mean;
}

/// Puts something else where the part wrote. Rows that the other text lacks take its last.
void replace(const BlockPart& part, Instead instead, const std::vector<float>& mean,
             model::arithmetic::View<const float> other, model::arithmetic::View<float> rows) {
  for (Index n = 0; n < rows.rows; ++n) {
    float* out = rows.row(n) + part.begin;
    switch (instead) {
      case Instead::zero:
        std::fill_n(out, part.count, 0.0F);
        break;
      case Instead::mean:
        std::copy_n(mean.data() + part.begin, part.count, out);
        break;
      case Instead::resample:
        std::copy_n(other.row(std::min(n, other.rows - 1)) + part.begin, part.count, out);
        break;
    }
  }
}

}  // namespace

std::vector<BlockPart> head_parts(const model::layers::TransformerConfig& config) {
  const Index D = config.width / config.heads;
  std::vector<BlockPart> parts;
  for (Index l = 0; l < config.layers(); ++l) {
    for (Index h = 0; h < config.heads; ++h) {
      parts.push_back({Site::attention, l, h * D, D, fmt::format("head {}", h + 1)});
    }
  }
  return parts;
}

std::vector<BlockPart> block_parts(const model::layers::TransformerConfig& config) {
  const std::vector<BlockPart> heads = head_parts(config);
  std::vector<BlockPart> parts;
  for (const BlockPart& head : heads) {
    parts.push_back(head);
    if (head.begin + head.count < config.width) continue;
    parts.push_back({Site::attention, head.layer, 0, config.width, "attention"});
    parts.push_back({Site::mlp, head.layer, 0, config.hidden, "mlp"});
  }
  return parts;
}

Ablation::Ablation(const model::transformer::Transformer<float>& model,
                   std::span<const AskedText> texts, int threads)
    : model_(model), texts_(texts), threads_(threads) {
  clean_.reserve(texts.size());
  while (clean_.size() < texts.size()) clean_.emplace_back(model);
  base::parallel_for(std::ssize(texts), threads, [&](std::int64_t i) {
    const auto at = static_cast<std::size_t>(i);
    clean_[at].run(batch_of(std::span(&texts[at].tokens, 1)));
  });
  for (Index l = 0; l < model.config().layers(); ++l) {
    mean_attention_.push_back(mean_of(clean_, Site::attention, l));
    mean_mlp_.push_back(mean_of(clean_, Site::mlp, l));
  }
}

std::vector<double> Ablation::losses(std::span<const BlockPart> without, Instead instead) const {
  std::vector<double> losses(texts_.size());
  base::parallel_for(std::ssize(texts_), threads_, [&](std::int64_t i) {
    const auto text = static_cast<std::size_t>(i);
    losses[text] = loss(text, without, instead);
  });
  return losses;
}

double Ablation::loss(std::size_t text, std::span<const BlockPart> without, Instead instead) const {
  Index first = model_.config().layers();
  for (const BlockPart& part : without) first = std::min(first, part.layer);
  const ProbePass& next = clean_[(text + 1) % clean_.size()];
  ProbePass pass(model_);
  pass.resume(batch_of(std::span(&texts_[text].tokens, 1)), first, clean_[text].stream(first),
              [&](Site site, Index layer, model::arithmetic::View<float> rows) {
                for (const BlockPart& part : without) {
                  if (site != part.site || layer != part.layer) continue;
                  replace(part, instead, mean(part), next.at(site, layer), rows);
                }
              });
  return probability(clean_[text], text) - probability(pass, text);
}

const std::vector<float>& Ablation::mean(const BlockPart& part) const {
  return (part.site == Site::mlp ? mean_mlp_
                                 : mean_attention_)[static_cast<std::size_t>(part.layer)];
}

double Ablation::probability(const ProbePass& pass, std::size_t text) const {
  return outcome(pass.logits(), pass.logits().rows - 1, texts_[text].next).probability;
}

}  // namespace lab::probe
