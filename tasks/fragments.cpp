#include "tasks/fragments.h"

namespace tasks {

std::optional<std::vector<Fragment>> rising_pairs(std::int64_t count) {
  if (count * (count - 1) / 2 > Fragments::most_listed) return std::nullopt;
  std::vector<Fragment> pairs;
  for (std::int64_t first = 0; first < count; ++first) {
    for (std::int64_t second = first + 1; second < count; ++second) {
      pairs.push_back(fragment_of(first, second));
    }
  }
  return pairs;
}

std::vector<Fragment> single_fragments(std::int64_t first, std::int64_t last) {
  std::vector<Fragment> fragments;
  for (std::int64_t number = first; number <= last; ++number) {
    fragments.push_back(fragment_of(number));
  }
  return fragments;
}

}  // namespace tasks
