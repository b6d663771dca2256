#pragma once
#include <vector>

#include "tasks/coverage/input_codes.h"

namespace tasks::coverage {

/// Two published readings of "covered" (Chang et al. 2025, arXiv 2505.20278), whose two programs
/// disagree at small k.
enum class CoverageReading {
  /// The definition to the letter. Vertices are all inputs; an edge joins two that differ only in
  /// fragments which are k-equivalent themselves, whatever their labels.
  direct,
  /// k-equivalence is first closed transitively. Vertices are the training and held-out inputs; an
  /// edge joins two that differ only in fragments of one class and have equal labels, as given.
  /// Never covers more than `direct`.
  merged,
};

/// Which fragments may be substituted for each other.
enum class Equivalences {
  observed,   ///< those that the training set makes k-equivalent
  true_only,  ///< of these, the ones that the function makes equivalent everywhere
};

struct CoverageOptions {
  CoverageReading reading = CoverageReading::direct;
  Equivalences equivalences = Equivalences::observed;
  std::vector<IndexSet> index_sets =
      {};  ///< where substitution is looked at; empty: all proper sets
};

/// The k-cutoff of every held-out input: the largest k for which a path in the substitution graph
/// G(D, k) joins it to a training input (it is in Cover_k(D)), 0 if there is none. All k in one
/// sweep from the strongest evidence down, as in Kruskal's algorithm.
/// Throws base::Error if the function is not valid (require_valid), an index set is not proper, or
/// true equivalences are wanted and function.truth is empty.
std::vector<int> k_cutoffs(const FiniteFunction& function, const CoverageOptions& options = {});

}  // namespace tasks::coverage
