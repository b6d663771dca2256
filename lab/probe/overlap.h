#pragma once
#include "lab/probe/probe.h"
#include "lab/probe/texts.h"
#include "model/transformer/transformer.h"

namespace lab::probe {

/// What a model is asked, for two that are held against each other.
struct AskedModel {
  const model::transformer::Transformer<float>& model;
  std::span<const AskedText> texts;
};

/// Do two tasks, in one model or in two of the same shape, need the same heads? (Merullo et al.
/// 2023, 2310.08744, section 3, with the null that it lacks.) A head's score is what the
/// probability of the next token loses when the head writes its mean; a task's circuit is the
/// quarter of the heads with the highest scores. Measures:
///   "first loss", "second loss"  the scores, by block and head
///   "heads"                      "shared": how many both circuits have, beside what two random
///                                choices share; "p": the probability that they share as many or
///                                more (hypergeometric); "rank correlation" of all scores
///                                (Spearman)
///   "loss without"               cross ablation: each task (columns "first", "second") without the
///                                circuit of each (rows), beside as many random heads
/// Throws base::Error (exit code 2) if the models differ in blocks or heads.
ProbeResult probe_overlap(const AskedModel& first, const AskedModel& second, int threads);

/// The probability that two random choices of `chosen` out of `all` share at least `shared`.
double chance_of_sharing(int shared, int chosen, int all);

/// Spearman's rank correlation; equal values take the mean of their ranks. 0 if all are equal.
/// Promise: of equal lengths, at least 2.
double rank_correlation(std::span<const double> x, std::span<const double> y);

}  // namespace lab::probe
