#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace lab::store {

/// Numbers at one step, by tag: a point on each of some curves over training.
struct StepValues {
  std::int64_t step = 0;
  std::vector<std::pair<std::string, double>> values;
};

}  // namespace lab::store
