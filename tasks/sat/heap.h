#pragma once
#include <utility>

#include "tasks/sat/table.h"

namespace tasks::sat {

/// Variables by how often they were in conflicts of late: the busiest is on top.
class ActivityHeap final {
 public:
  void add_variable() {
    activity_.push(0);
    place_.push(out);
    insert(activity_.size() - 1);
  }

  bool empty() const { return heap_.size() == 0; }

  /// Puts a variable back that was taken off; does nothing if it is there.
  void insert(int variable) {
    if (place_[variable] != out) return;
    place_[variable] = heap_.size();
    heap_.push(variable);
    rise(place_[variable]);
  }

  int pop() {
    const int top = heap_[0], last = heap_.pop();
    place_[top] = out;
    if (last != top) {
      set(0, last);
      sink(0);
    }
    return top;
  }

  void bump(int variable) {
    if ((activity_[variable] += step_) > 1e100) scale();
    if (place_[variable] != out) rise(place_[variable]);
  }

  /// What was bumped before counts less from here on.
  void fade() { step_ /= 0.95; }

 private:
  static constexpr int out = -1;

  void set(int place, int variable) {
    heap_[place] = variable;
    place_[variable] = place;
  }

  void swap(int a, int b) {
    const int upper = heap_[a];
    set(a, heap_[b]);
    set(b, upper);
  }

  bool less(int a, int b) const { return activity_[heap_[a]] < activity_[heap_[b]]; }

  void rise(int place) {
    for (; place > 0 && less((place - 1) / 2, place); place = (place - 1) / 2) {
      swap((place - 1) / 2, place);
    }
  }

  void sink(int place) {
    while (2 * place + 1 < heap_.size()) {
      int child = 2 * place + 1;
      if (child + 1 < heap_.size() && less(child, child + 1)) ++child;
      if (!less(place, child)) return;
      swap(place, child);
      place = child;
    }
  }

  void scale() {
    for (int v = 0; v < activity_.size(); ++v) activity_[v] *= 1e-100;
    step_ *= 1e-100;
  }

  Table<double> activity_;
  Table<int> heap_, place_;
  double step_ = 1;
};

}  // namespace tasks::sat
