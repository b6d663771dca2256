#pragma once
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "lab/probe/outcome.h"
#include "lab/probe/pass.h"
#include "tasks/annotation.h"

namespace lab::probe {

/// Texts of a batch: enough rows to keep products busy.
inline constexpr std::size_t chunk_pairs = 8;

/// Some pairs of texts, run together: as they are and changed, a batch each of the same shape.
class PairRun {
 public:
  /// `first` is the number of the first pair among all. Model and pairs are borrowed.
  PairRun(const model::transformer::Transformer<float>& model,
          std::span<const tasks::Counterfactual> pairs, std::size_t first);

  std::span<const tasks::Counterfactual> pairs() const { return pairs_; }
  std::size_t first() const { return first_; }
  const model::layers::Batch& batch() const { return batch_; }  ///< of the texts as they are
  const ProbePass& clean() const { return clean_; }
  const ProbePass& changed() const { return changed_; }

  /// What a pass over the batch says, at the asked row, of the token that should follow the
  /// changed text.
  TokenOutcome said(const ProbePass& pass, std::size_t pair) const;

 private:
  std::span<const tasks::Counterfactual> pairs_;
  std::size_t first_;
  model::layers::Batch batch_;
  ProbePass clean_, changed_;
};

/// What was said of a pair's token: by the run on the text, by that on the changed text, and under
/// each patch that concerns the pair.
struct PairOutcomes {
  TokenOutcome clean, changed;
  std::vector<std::optional<TokenOutcome>> patched;

  /// What the probability gains under a patch, and what there is to gain.
  double gain(const TokenOutcome& under) const { return under.probability - clean.probability; }
  double total() const { return gain(changed); }
};

/// Runs the pairs of a PairRun again with changes, adding to `patched` of each. Called for several
/// runs at a time.
using PatchPairs = std::function<void(const PairRun& run, std::span<PairOutcomes> outcomes)>;

/// Of every pair, in their order. Threads change nothing but time.
std::vector<PairOutcomes> pair_outcomes(const model::transformer::Transformer<float>& model,
                                        std::span<const tasks::Counterfactual> pairs, int threads,
                                        const PatchPairs& patch);

}  // namespace lab::probe
