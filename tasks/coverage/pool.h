#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "base/random.h"

namespace tasks::coverage {

/// How many items have each k-cutoff.
std::map<int, std::int64_t> cutoff_histogram(std::span<const int> cutoffs);

/// A held-out pool built to a coverage target: `wanted[k]` items of each cutoff k, drawn without
/// replacement. Returns places in `cutoffs`, ascending. Throws base::Error naming the first k of
/// which there are too few. (In the merged reading a cutoff is one among all items given: their
/// labels may carry a path.)
std::vector<std::size_t> chosen_by_cutoff(std::span<const int> cutoffs,
                                          const std::map<int, std::int64_t>& wanted,
                                          base::Random& random);

/// The same with `most` items of each cutoff there is, or all of those that are fewer: the highest
/// cutoffs have few items in any world.
std::vector<std::size_t> at_each_cutoff(std::span<const int> cutoffs, std::int64_t most,
                                        base::Random& random);

}  // namespace tasks::coverage
