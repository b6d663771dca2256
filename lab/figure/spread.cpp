#include "lab/figure/spread.h"

#include <algorithm>
#include <numeric>

namespace lab::figure {
namespace {

/// Neighbours that have been pushed together; their middle is the mean of their wishes.
struct Block {
  double sum = 0;  ///< of wishes, less each one's place in the block
  std::size_t size = 0;
};

double start_of(const Block& block, double gap, double low, double high) {
  const double length = gap * static_cast<double>(block.size - 1);
  const double start = block.sum / static_cast<double>(block.size);
  return std::clamp(start, low, std::max(low, high - length));
}

}  // namespace

std::vector<double> spread(const std::vector<double>& wanted, double gap, double low, double high) {
  const std::size_t n = wanted.size();
  if (n > 1) gap = std::min(gap, (high - low) / static_cast<double>(n - 1));
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return wanted[i]; });
  std::vector<Block> blocks;
  for (const std::size_t i : order) {
    blocks.push_back({wanted[i], 1});
    while (blocks.size() > 1) {
      const Block last = blocks.back();
      Block& before = blocks[blocks.size() - 2];
      const double end = start_of(before, gap, low, high) + gap * static_cast<double>(before.size);
      if (start_of(last, gap, low, high) >= end) break;
      before.sum += last.sum - gap * static_cast<double>(before.size * last.size);
      before.size += last.size;
      blocks.pop_back();
    }
  }
  std::vector<double> placed(n);
  auto next = order.begin();
  for (const Block& block : blocks) {
    const double start = start_of(block, gap, low, high);
    for (std::size_t k = 0; k < block.size; ++k) {
      placed[*next++] = start + gap * static_cast<double>(k);
    }
  }
  return placed;
}

}  // namespace lab::figure
