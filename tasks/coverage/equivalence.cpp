#include "tasks/coverage/equivalence.h"

#include <algorithm>

#include "base/error.h"

namespace tasks::coverage {
namespace {

/// A fragment met in a context.
struct Sighting {
  std::int64_t fragment = 0;  ///< its number
  std::int64_t context = 0;   ///< its number
  int label = 0;
};

/// The training set cut at I. Fragments are numbered from 0 in the order of their codes, contexts
/// likewise.
struct Sightings {
  std::vector<std::int64_t> fragments;            ///< the code of each
  std::vector<Sighting> by_fragment;              ///< all, fragments ascending
  std::vector<std::vector<Sighting>> in_context;  ///< of each context, fragments ascending
};

std::vector<std::int64_t> distinct(std::vector<std::int64_t> values) {
  std::ranges::sort(values);
  const auto repeated = std::ranges::unique(values);
  values.erase(repeated.begin(), repeated.end());
  return values;
}

std::int64_t position_in(const std::vector<std::int64_t>& sorted, std::int64_t value) {
  return std::ranges::lower_bound(sorted, value) - sorted.begin();
}

Sightings cut(const std::vector<LabelledInput>& train, const InputCodes& codes, IndexSet set) {
  Sightings result;
  std::vector<std::int64_t> contexts;
  for (const LabelledInput& item : train) {
    result.fragments.push_back(codes.fragment(item.x, set));
    contexts.push_back(codes.fragment(item.x, codes.complement(set)));
    result.by_fragment.push_back({result.fragments.back(), contexts.back(), item.label});
  }
  result.fragments = distinct(std::move(result.fragments));
  contexts = distinct(std::move(contexts));
  for (Sighting& sighting : result.by_fragment) {
    sighting.fragment = position_in(result.fragments, sighting.fragment);
    sighting.context = position_in(contexts, sighting.context);
  }
  std::ranges::sort(result.by_fragment, {}, &Sighting::fragment);
  result.in_context.resize(contexts.size());
  for (const Sighting& sighting : result.by_fragment) {
    result.in_context[static_cast<std::size_t>(sighting.context)].push_back(sighting);
  }
  return result;
}

/// One row of the symmetric matrix "shared contexts of two fragments", filled and emptied again.
class SharedContexts {
 public:
  explicit SharedContexts(std::size_t fragments) : evidence_(fragments) {}

  void add(std::int64_t fragment, bool same_label) {
    int& evidence = evidence_[static_cast<std::size_t>(fragment)];
    if (evidence == 0) met_.push_back(fragment);
    evidence = same_label && evidence != contradiction ? evidence + 1 : contradiction;
  }

  /// Calls take(fragment, evidence) for each fragment without contradiction, ascending.
  template <typename Take>
  void empty(const Take& take) {
    std::ranges::sort(met_);
    for (const std::int64_t fragment : met_) {
      int& evidence = evidence_[static_cast<std::size_t>(fragment)];
      if (evidence != contradiction) take(fragment, evidence);
      evidence = 0;
    }
    met_.clear();
  }

 private:
  static constexpr int contradiction = -1;
  std::vector<int> evidence_;
  std::vector<std::int64_t> met_;
};

}  // namespace

std::vector<FragmentPair> equivalent_fragments(const std::vector<LabelledInput>& train,
                                               const InputCodes& codes, IndexSet set) {
  const Sightings sightings = cut(train, codes, set);
  std::vector<std::size_t> passed(sightings.in_context.size());  // fragments up to the current one
  SharedContexts row(sightings.fragments.size());
  std::vector<FragmentPair> pairs;
  auto sighting = sightings.by_fragment.begin();
  for (std::int64_t first = 0; first < std::ssize(sightings.fragments); ++first) {
    for (; sighting != sightings.by_fragment.end() && sighting->fragment == first; ++sighting) {
      const auto context = static_cast<std::size_t>(sighting->context);
      const std::vector<Sighting>& others = sightings.in_context[context];
      for (std::size_t i = ++passed[context]; i < others.size(); ++i) {
        row.add(others[i].fragment, others[i].label == sighting->label);
      }
    }
    row.empty([&](std::int64_t second, int evidence) {
      pairs.push_back({set, sightings.fragments[static_cast<std::size_t>(first)],
                       sightings.fragments[static_cast<std::size_t>(second)], evidence});
    });
  }
  return pairs;
}

bool truly_equivalent(const std::vector<int>& truth, const std::vector<std::int64_t>& contexts,
                      const FragmentPair& pair) {
  return std::ranges::all_of(contexts, [&](std::int64_t context) {
    return truth[static_cast<std::size_t>(pair.first + context)] ==
           truth[static_cast<std::size_t>(pair.second + context)];
  });
}

std::vector<EquivalenceCount> equivalence_counts(const FiniteFunction& function,
                                                 const std::vector<IndexSet>& sets) {
  base::require(!function.truth.empty(), "coverage: spurious equivalences need the true labels");
  const InputCodes codes(function.sizes);
  std::vector<EquivalenceCount> counts;
  for (const IndexSet set : sets) {
    const std::vector<std::int64_t> contexts = codes.fragments(codes.complement(set));
    for (const FragmentPair& pair : equivalent_fragments(function.train, codes, set)) {
      if (std::ssize(counts) < pair.evidence)
        counts.resize(static_cast<std::size_t>(pair.evidence));
      const bool is_true = truly_equivalent(function.truth, contexts, pair);
      for (int k = 0; k < pair.evidence; ++k) {
        ++counts[static_cast<std::size_t>(k)].pairs;
        counts[static_cast<std::size_t>(k)].spurious += is_true ? 0 : 1;
      }
    }
  }
  return counts;
}

}  // namespace tasks::coverage
