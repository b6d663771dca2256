#include "lab/probe_ablate.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/parallel.h"
#include "lab/probe_outcome.h"
#include "lab/probe_pass.h"

namespace lab {
namespace {

using model::Index;
using model::View;

/// A part of one block: a head's columns of what attention has mixed, all of them, or the MLP's.
struct Part {
  Site site = Site::attention;
  Index layer = 0, begin = 0, count = 0;
  std::string name;  ///< "head 1"
};

enum class Instead { zero, mean, other_text };

constexpr std::array ways{std::pair{Instead::zero, "zero"}, std::pair{Instead::mean, "mean"},
                          std::pair{Instead::other_text, "resample"}};

std::vector<Part> parts_of(const model::TransformerConfig& config) {
  const Index D = config.width / config.heads;
  std::vector<Part> parts;
  for (Index l = 0; l < config.layers(); ++l) {
    for (Index h = 0; h < config.heads; ++h) {
      parts.push_back({Site::attention, l, h * D, D, fmt::format("head {}", h + 1)});
    }
    parts.push_back({Site::attention, l, 0, config.width, "attention"});
    parts.push_back({Site::mlp, l, 0, config.hidden, "mlp"});
  }
  return parts;
}

/// Every text run once: what there was at both sites of every layer.
class CleanRuns {
 public:
  CleanRuns(const model::Transformer<float>& model, std::span<const tasks::Counterfactual> pairs,
            int threads) {
    passes_.reserve(pairs.size());
    while (passes_.size() < pairs.size()) passes_.emplace_back(model);
    base::parallel_for(std::ssize(pairs), threads, [&](std::int64_t i) {
      const auto at = static_cast<std::size_t>(i);
      passes_[at].run(batch_of(std::span(&pairs[at].text, 1)));
    });
  }

  const ProbePass& of(std::size_t text) const { return passes_[text]; }
  const ProbePass& after(std::size_t text) const { return passes_[(text + 1) % passes_.size()]; }

  /// Over all rows of all texts, a number a column.
  std::vector<float> mean(Site site, Index layer) const {
    std::vector<double> sums(static_cast<std::size_t>(passes_[0].at(site, layer).cols));
    double rows = 0;
    for (const ProbePass& pass : passes_) {
      const View<const float> values = pass.at(site, layer);
      for (Index n = 0; n < values.rows; ++n) {
        for (std::size_t c = 0; c < sums.size(); ++c) sums[c] += double(values.row(n)[c]);
      }
      rows += double(values.rows);
    }
    std::vector<float> mean(sums.size());
    std::ranges::transform(sums, mean.begin(), [&](double sum) { return float(sum / rows); });
    return mean;
  }

 private:
  std::vector<ProbePass> passes_;
};

/// The mean of both sites of every layer.
struct Means {
  std::vector<std::vector<float>> attention, mlp;

  Means(const CleanRuns& clean, Index layers) {
    for (Index l = 0; l < layers; ++l) {
      attention.push_back(clean.mean(Site::attention, l));
      mlp.push_back(clean.mean(Site::mlp, l));
    }
  }
  const std::vector<float>& at(Site site, Index layer) const {
    return (site == Site::mlp ? mlp : attention)[static_cast<std::size_t>(layer)];
  }
};

/// Puts something else where the part wrote. Rows that the other text lacks take its last.
void replace(const Part& part, Instead instead, const std::vector<float>& mean,
             View<const float> other, View<float> rows) {
  for (Index n = 0; n < rows.rows; ++n) {
    float* out = rows.row(n) + part.begin;
    switch (instead) {
      case Instead::zero:
        std::fill_n(out, part.count, 0.0F);
        break;
      case Instead::mean:
        std::copy_n(mean.data() + part.begin, part.count, out);
        break;
      case Instead::other_text:
        std::copy_n(other.row(std::min(n, other.rows - 1)) + part.begin, part.count, out);
        break;
    }
  }
}

double probability(const ProbePass& pass, int token) {
  return outcome(pass.logits(), pass.logits().rows - 1, token).probability;
}

/// What one text loses, by part and way.
std::vector<std::array<double, ways.size()>> losses_of(const model::Transformer<float>& model,
                                                       const tasks::Counterfactual& pair,
                                                       std::size_t text, const CleanRuns& clean,
                                                       const Means& means,
                                                       const std::vector<Part>& parts) {
  const model::Batch batch = batch_of(std::span(&pair.text, 1));
  const double before = probability(clean.of(text), pair.expected);
  std::vector<std::array<double, ways.size()>> losses(parts.size());
  ProbePass pass(model);
  for (std::size_t p = 0; p < parts.size(); ++p) {
    const Part& part = parts[p];
    for (std::size_t way = 0; way < ways.size(); ++way) {
      pass.resume(batch, part.layer, clean.of(text).stream(part.layer),
                  [&](Site site, Index layer, View<float> rows) {
                    if (site != part.site || layer != part.layer) return;
                    replace(part, ways[way].first, means.at(site, layer),
                            clean.after(text).at(site, layer), rows);
                  });
      losses[p][way] = before - probability(pass, pair.expected);
    }
  }
  return losses;
}

}  // namespace

ProbeResult probe_ablate(const model::Transformer<float>& model,
                         std::span<const tasks::Counterfactual> pairs, int threads) {
  const std::vector<Part> parts = parts_of(model.config());
  const CleanRuns clean(model, pairs, threads);
  const Means means(clean, model.config().layers());
  std::vector<std::vector<std::array<double, ways.size()>>> losses(pairs.size());
  base::parallel_for(std::ssize(pairs), threads, [&](std::int64_t i) {
    const auto text = static_cast<std::size_t>(i);
    losses[text] = losses_of(model, pairs[text], text, clean, means, parts);
  });
  ProbeGrid::Names names;
  for (const auto& [instead, name] : ways) names.measures.emplace_back(name);
  for (Index l = 1; l <= model.config().layers(); ++l) {
    names.rows.push_back(fmt::format("block {}", l));
  }
  const auto columns = static_cast<std::size_t>(model.config().heads) + 2;
  for (std::size_t c = 0; c < columns; ++c) names.columns.push_back(parts[c].name);
  ProbeGrid grid(names);
  for (const auto& of_text : losses) {
    for (std::size_t p = 0; p < parts.size(); ++p) {
      for (std::size_t way = 0; way < ways.size(); ++way) {
        grid.add(way, p / columns, p % columns, of_text[p][way]);
      }
    }
    grid.end_question();
  }
  ProbeResult result = grid.result("ablate");
  result.drawn = names.measures;
  return result;
}

}  // namespace lab
