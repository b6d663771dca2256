#include "tasks/coverage/coverage.h"

#include <algorithm>

#include "base/error.h"
#include "tasks/coverage/equivalence.h"
#include "tasks/coverage/graph.h"

namespace tasks::coverage {
namespace {

/// All pairs that may be substituted, strongest evidence first.
std::vector<FragmentPair> substitutions(const FiniteFunction& function,
                                        const CoverageOptions& options, const InputCodes& codes,
                                        const std::vector<IndexSet>& sets) {
  std::vector<FragmentPair> all;
  for (const IndexSet set : sets) {
    std::vector<FragmentPair> pairs = equivalent_fragments(function.train, codes, set);
    if (options.equivalences == Equivalences::true_only) {
      const std::vector<std::int64_t> contexts = codes.fragments(codes.complement(set));
      std::erase_if(pairs, [&](const FragmentPair& pair) {
        return !truly_equivalent(function.truth, contexts, pair);
      });
    }
    all.insert(all.end(), pairs.begin(), pairs.end());
  }
  std::ranges::stable_sort(all, std::ranges::greater(), &FragmentPair::evidence);
  return all;
}

/// Joins the graph pair by pair and notes for each held-out input the evidence at which it is first
/// in one component with a training input.
template <typename Graph>
std::vector<int> swept(const std::vector<FragmentPair>& pairs, std::size_t held_out, Graph graph) {
  std::vector<int> cutoffs(held_out);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    graph.substitute(pairs[i]);
    const int k = pairs[i].evidence;
    if (i + 1 < pairs.size() && pairs[i + 1].evidence == k) continue;
    const std::vector<char> covered = graph.covered();
    for (std::size_t item = 0; item < held_out; ++item) {
      if (cutoffs[item] == 0 && covered[item] != 0) cutoffs[item] = k;
    }
  }
  return cutoffs;
}

}  // namespace

std::vector<int> k_cutoffs(const FiniteFunction& function, const CoverageOptions& options) {
  require_valid(function);
  base::require(options.equivalences == Equivalences::observed || !function.truth.empty(),
                "coverage: true equivalences need the true labels");
  const InputCodes codes(function.sizes);
  const std::vector<IndexSet> proper = proper_index_sets(codes.positions());
  const std::vector<IndexSet>& sets = options.index_sets.empty() ? proper : options.index_sets;
  for (const IndexSet set : sets) {
    base::require(std::ranges::count(proper, set) == 1, "coverage: index set ", set,
                  " must be a non-empty proper set of the ", codes.positions(), " positions");
  }
  const std::vector<FragmentPair> pairs = substitutions(function, options, codes, sets);
  return options.reading == CoverageReading::direct
             ? swept(pairs, function.held_out.size(), DirectGraph(function, codes, sets))
             : swept(pairs, function.held_out.size(), MergedGraph(function, codes, sets));
}

}  // namespace tasks::coverage
