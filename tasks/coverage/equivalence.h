#pragma once
#include <cstdint>
#include <vector>

#include "tasks/coverage/input_codes.h"

namespace tasks::coverage {

/// Two fragments at I that the training set never tells apart: they share `evidence` contexts, and
/// in every one of them the labels are equal. They are functionally k-equivalent for every
/// k <= evidence. (Chang et al. 2025, arXiv 2505.20278, section 3.)
struct FragmentPair {
  IndexSet set = 0;         ///< I
  std::int64_t first = 0;   ///< code of the fragment, see InputCodes
  std::int64_t second = 0;  ///< greater than first
  int evidence = 0;         ///< shared contexts, at least 1
};

/// All pairs at I with at least one shared context and no contradiction, by first, then second.
/// Time: the sum over contexts of the square of its fragments; nothing is kept but the pairs.
std::vector<FragmentPair> equivalent_fragments(const std::vector<LabelledInput>& train,
                                               const InputCodes& codes, IndexSet set);

/// Whether the function gives the two fragments the same label in every context, seen or not.
/// `truth` as in FiniteFunction; `contexts`: the codes of all contexts of the pair's I.
bool truly_equivalent(const std::vector<int>& truth, const std::vector<std::int64_t>& contexts,
                      const FragmentPair& pair);

/// How many pairs of fragments count as k-equivalent, and how many of them wrongly.
struct EquivalenceCount {
  std::int64_t pairs = 0;     ///< functionally k-equivalent
  std::int64_t spurious = 0;  ///< of these, pairs that are not truly equivalent
};

/// Entry k - 1 counts the functionally k-equivalent pairs of all `sets` together, k = 1 .. the most
/// evidence of any pair. Throws base::Error if function.truth is empty.
std::vector<EquivalenceCount> equivalence_counts(const FiniteFunction& function,
                                                 const std::vector<IndexSet>& sets);

}  // namespace tasks::coverage
