#pragma once
#include <cstddef>
#include <utility>
#include <vector>

namespace tasks::sat {

/// A vector that is asked by int, as variables and literals are numbered.
template <typename Item>
class Table final {
 public:
  int size() const { return static_cast<int>(items_.size()); }
  Item& operator[](int i) { return items_[static_cast<std::size_t>(i)]; }
  const Item& operator[](int i) const { return items_[static_cast<std::size_t>(i)]; }
  void push(Item item) { items_.push_back(std::move(item)); }
  void cut(int size) { items_.resize(static_cast<std::size_t>(size)); }
  Item pop() {
    Item last = std::move(items_.back());
    items_.pop_back();
    return last;
  }

 private:
  std::vector<Item> items_;
};

}  // namespace tasks::sat
