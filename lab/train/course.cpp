#include "lab/train/course.h"

#include <cmath>
#include <numeric>

#include "base/error.h"

namespace lab::train {

tasks::Range trained_range(const spec::MixturePart& part, std::int64_t step) {
  tasks::Range range = part.difficulty;
  if (!part.curriculum || step >= part.curriculum->steps) return range;
  const int first = part.curriculum->first.value_or(range.low);
  range.high = first + static_cast<int>((range.high - first) * step / part.curriculum->steps);
  return range;
}

double trained_weight(const spec::MixturePart& part, std::int64_t step, std::int64_t steps) {
  if (!part.last_weight || steps == 1) return part.weight;
  const double way = static_cast<double>(step) / static_cast<double>(steps - 1);
  return part.weight + (*part.last_weight - part.weight) * way;
}

std::vector<double> difficulty_shares(const spec::MixturePart& part, tasks::Range range) {
  const auto share = [&](int difficulty) -> double {
    switch (part.lengths) {
      case spec::Lengths::uniform:
        return 1;
      case spec::Lengths::proportional:
        return difficulty;
      case spec::Lengths::listed:
        break;
    }
    return part.shares[static_cast<std::size_t>(difficulty - part.difficulty.low)];
  };
  std::vector<double> shares;
  for (int difficulty = range.low; difficulty <= range.high; ++difficulty) {
    shares.push_back(share(difficulty));
  }
  return shares;
}

std::map<int, std::int64_t> items_by_difficulty(const spec::MixturePart& part) {
  const std::vector<double> shares = difficulty_shares(part, part.difficulty);
  std::map<int, std::int64_t> counts;
  double left = 0;  // shares that have not had theirs
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (shares[i] > 0) counts[part.difficulty.low + static_cast<int>(i)] = 1;
    left += shares[i];
  }
  std::int64_t items = part.train_items - std::ssize(counts);
  base::promise(items >= 0, "an item for each difficulty");
  for (auto& [difficulty, count] : counts) {
    const double share = shares[static_cast<std::size_t>(difficulty - part.difficulty.low)];
    const std::int64_t own =
        difficulty == counts.rbegin()->first
            ? items
            : std::llround(static_cast<double>(items) * std::min(1.0, share / left));
    count += own;
    items -= own;
    left -= share;
  }
  return counts;
}

}  // namespace lab::train
