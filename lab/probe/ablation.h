#pragma once
#include <span>
#include <string>
#include <vector>

#include "lab/probe/pass.h"
#include "lab/probe/texts.h"

namespace lab::probe {

/// A part of one block: a head's columns of what attention has mixed, all of them, or the MLP's.
struct BlockPart {
  Site site = Site::attention;
  model::arithmetic::Index layer = 0, begin = 0, count = 0;
  std::string name;  ///< "head 1", "attention", "mlp"
};

/// Block by block: its heads, its whole attention, its MLP.
std::vector<BlockPart> block_parts(const model::layers::TransformerConfig& config);

/// Block by block, the heads alone.
std::vector<BlockPart> head_parts(const model::layers::TransformerConfig& config);

/// What a part writes instead, at all rows: zeros, its mean over all rows of all texts, or what it
/// writes in the next text, row by row.
enum class Instead { zero, mean, resample };

/// A model that is asked for the next token of texts with some of its parts replaced.
class Ablation {
 public:
  /// Runs every text once. The model and the texts are borrowed.
  Ablation(const model::transformer::Transformer<float>& model, std::span<const AskedText> texts,
           int threads);

  /// What the probability of each text's next token loses without these parts, in the order of the
  /// texts. Threads change nothing but time.
  std::vector<double> losses(std::span<const BlockPart> without, Instead instead) const;

 private:
  double loss(std::size_t text, std::span<const BlockPart> without, Instead instead) const;
  const std::vector<float>& mean(const BlockPart& part) const;
  double probability(const ProbePass& pass, std::size_t text) const;

  const model::transformer::Transformer<float>& model_;
  std::span<const AskedText> texts_;
  int threads_;
  std::vector<ProbePass> clean_;                               ///< a text each
  std::vector<std::vector<float>> mean_attention_, mean_mlp_;  ///< by layer
};

}  // namespace lab::probe
