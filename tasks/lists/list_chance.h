#pragma once
#include "tasks/lists/list_hint_kinds.h"
#include "tasks/lists/lists.h"

namespace tasks::lists {

/// Probability that the best fixed answer sorts a random list of n items: that of the likeliest
/// multiset. Uniform: n! / (m1! .. mV!) / V^n, the multiplicities m as equal as they can be.
/// Distinct: 1 / C(V, n). Fixed_density: the largest sum over the windows, also exact.
/// Duplicate_rich: an upper bound, the mean of the best for each window width.
double chance_of_sorting(const ListConfig& config, int n);

/// The same for a hint. The guesser sees n and q, but not the items.
///   exact for uniform and distinct; for windows an upper bound (count, minimum, maximum,
///   identity_copy: exact at fixed_density), since the guesser is told their width and, where q is
///   asked of, the rank of q among the window's values
///   fill: the guesser sees how many entries are missing, not those around them
///   parity_of_length: 1, as n is known
/// E.g. the successor of q is likeliest q + 1: 1 - (1 - 1/V)^(n-1) for all but the largest values.
double chance_of_hint(ListHint kind, const ListConfig& config, int n);

}  // namespace tasks::lists
