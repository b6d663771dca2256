#pragma once
#include <functional>
#include <memory>

#include "tasks/allowed.h"
#include "tasks/lists/lists.h"

namespace tasks::lists {

/// Makes a question of these items; what else it has is drawn.
using ListQuestion = std::function<Example(std::vector<Token> items, base::Random& random)>;

/// The items of a prompt, in their order.
using ListItems = std::function<std::vector<Token>(std::span<const Token> prompt)>;

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
/// proportion. Of lists from a window, or over more than most_walked_values, there are only
/// questions of the same shape: allowed ones are drawn and looked at.
std::unique_ptr<const FragmentSampler> sorted_sampler(const ListConfig& config,
                                                      const AllowedFragments& allowed,
                                                      const SortedKinds& kinds,
                                                      ListQuestion question);

/// The same of lists in their order, by bigrams and values; of distinct items nearly so.
std::unique_ptr<const FragmentSampler> ordered_sampler(const ListConfig& config,
                                                       const AllowedFragments& allowed,
                                                       const OrderedKinds& kinds, ListItems items,
                                                       ListQuestion question);

}  // namespace tasks::lists
