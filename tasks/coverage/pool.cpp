#include "tasks/coverage/pool.h"

#include <algorithm>

#include "base/error.h"

namespace tasks::coverage {

std::map<int, std::int64_t> cutoff_histogram(std::span<const int> cutoffs) {
  std::map<int, std::int64_t> histogram;
  for (const int k : cutoffs) ++histogram[k];
  return histogram;
}

std::vector<std::size_t> chosen_by_cutoff(std::span<const int> cutoffs,
                                          const std::map<int, std::int64_t>& wanted,
                                          base::Random& random) {
  std::map<int, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i < cutoffs.size(); ++i) places[cutoffs[i]].push_back(i);
  std::vector<std::size_t> chosen;
  for (const auto& [k, count] : wanted) {
    std::vector<std::size_t>& candidates = places[k];
    base::require(count >= 0 && count <= std::ssize(candidates), "coverage: k-cutoff ", k,
                  ": must have ", count, " items, found ", candidates.size());
    random.shuffle(std::span(candidates));
    chosen.insert(chosen.end(), candidates.begin(), candidates.begin() + count);
  }
  std::ranges::sort(chosen);
  return chosen;
}

std::vector<std::size_t> at_each_cutoff(std::span<const int> cutoffs, std::int64_t most,
                                        base::Random& random) {
  std::map<int, std::int64_t> wanted = cutoff_histogram(cutoffs);
  for (auto& [k, count] : wanted) count = std::min(count, most);
  return chosen_by_cutoff(cutoffs, wanted, random);
}

}  // namespace tasks::coverage
