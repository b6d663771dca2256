#include "tasks/easy.h"

#include <algorithm>

namespace tasks {

int easy_difficulty(const Task& task) {
  constexpr int readable = 5;
  const Range range = task.difficulties();
  return std::min(std::max(readable, range.low), range.high);
}

}  // namespace tasks
