#pragma once
#include <map>
#include <set>
#include <vector>

namespace tests {

/// What a training set of labelled inputs covers at k, in the direct reading with all index sets:
/// written from the words of the definition (Chang et al. 2025, arXiv 2505.20278, section 3), by
/// filling in from the training inputs. Shares nothing with tasks/. For worlds of a few thousand
/// inputs.
std::set<std::vector<int>> plainly_covered(const std::map<std::vector<int>, int>& train, int k);

}  // namespace tests
