#pragma once
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace tasks::lists {

/// Rows 0, 1, ... of a table, each made of those before it when it is first asked for. Threads may
/// ask at once.
template <typename Row>
class GrowingRows {
 public:
  /// Row `row` of those before it, which can be asked for.
  using Make = std::function<Row(int row)>;

  GrowingRows(int most, Make make)
      : make_(std::move(make)), rows_(static_cast<std::size_t>(most) + 1) {}

  /// Promise: 0 <= row <= most.
  const Row& at(int row) const {
    if (made_.load(std::memory_order_acquire) <= row) grow_to(row);
    return rows_[static_cast<std::size_t>(row)];
  }

 private:
  void grow_to(int row) const {
    const std::lock_guard lock(growing_);
    for (int next = made_.load(std::memory_order_relaxed); next <= row; ++next) {
      rows_[static_cast<std::size_t>(next)] = make_(next);
      made_.store(next + 1, std::memory_order_release);
    }
  }

  Make make_;
  mutable std::vector<Row> rows_;
  mutable std::atomic<int> made_ = 0;
  mutable std::mutex growing_;
};

}  // namespace tasks::lists
