#include "lab/probe/pairs.h"

#include <algorithm>

#include "base/parallel.h"

namespace lab::probe {
namespace {

using tasks::Counterfactual;

model::layers::Batch batch_of_pairs(std::span<const tasks::Counterfactual> pairs,
                                    std::vector<int> Counterfactual::*text) {
  std::vector<std::vector<int>> texts;
  for (const tasks::Counterfactual& pair : pairs) texts.push_back(pair.*text);
  return batch_of(texts);
}

}  // namespace

PairRun::PairRun(const model::transformer::Transformer<float>& model,
                 std::span<const tasks::Counterfactual> pairs, std::size_t first)
    : pairs_(pairs),
      first_(first),
      batch_(batch_of_pairs(pairs, &tasks::Counterfactual::text)),
      clean_(model),
      changed_(model) {
  clean_.run(batch_);
  changed_.run(batch_of_pairs(pairs, &tasks::Counterfactual::changed));
}

TokenOutcome PairRun::said(const ProbePass& pass, std::size_t pair) const {
  return outcome(pass.logits(), batch_.starts[pair + 1] - 1, pairs_[pair].expected_changed);
}

std::vector<PairOutcomes> pair_outcomes(const model::transformer::Transformer<float>& model,
                                        std::span<const tasks::Counterfactual> pairs, int threads,
                                        const PatchPairs& patch) {
  std::vector<PairOutcomes> all(pairs.size());
  const auto chunks = std::int64_t((pairs.size() + chunk_pairs - 1) / chunk_pairs);
  base::parallel_for(chunks, threads, [&](std::int64_t c) {
    const auto first = static_cast<std::size_t>(c) * chunk_pairs;
    const std::size_t count = std::min(chunk_pairs, pairs.size() - first);
    const PairRun run(model, pairs.subspan(first, count), first);
    const auto outcomes = std::span(all).subspan(first, count);
    for (std::size_t b = 0; b < count; ++b) {
      outcomes[b] = {run.said(run.clean(), b), run.said(run.changed(), b), {}};
    }
    patch(run, outcomes);
  });
  return all;
}

}  // namespace lab::probe
