#pragma once
#include <memory>

#include "tasks/allowed.h"
#include "tasks/lists/list_fragments.h"

namespace tasks::lists {

/// The most values that tables are made for.
inline constexpr int most_walked_values = 1024;

/// The places of the kinds among those of the task.
struct SortedKinds {
  std::size_t neighbours, value, copies;
};
struct OrderedKinds {
  std::size_t bigram, value;
};

/// Lists whose sorted neighbours, values and copies are allowed, as often as lists of each item
/// alike (or of distinct items) have them. What remains of a sorted list hangs on its last value
/// and its length alone, so that the ways to go on can be counted, and each step is drawn in
/// proportion. Promise: config.inputs is uniform or distinct, there are at most most_walked_values.
std::unique_ptr<const FragmentSampler> sorted_sampler(const ListConfig& config,
                                                      const AllowedFragments& allowed,
                                                      const SortedKinds& kinds,
                                                      SortedListFragments::Question question);

/// The same of lists in their order, by bigrams and values; of distinct items nearly so.
std::unique_ptr<const FragmentSampler> ordered_sampler(const ListConfig& config,
                                                       const AllowedFragments& allowed,
                                                       const OrderedKinds& kinds,
                                                       OrderedListFragments::Items items,
                                                       OrderedListFragments::Question question);

}  // namespace tasks::lists
