#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tasks::coverage {

/// Vertices 0 .. n - 1 joined into components (disjoint sets: union by size, paths halved).
class Components {
 public:
  explicit Components(std::int64_t vertices) : up_(static_cast<std::size_t>(vertices), -1) {}

  /// The vertex that stands for v's component.
  std::int64_t root(std::int64_t v) {
    while (at(v) >= 0) {
      if (at(at(v)) >= 0) at(v) = at(at(v));
      v = at(v);
    }
    return v;
  }

  /// The root of the joined component.
  std::int64_t join(std::int64_t a, std::int64_t b) {
    a = root(a);
    b = root(b);
    if (a == b) return a;
    if (at(a) > at(b)) std::swap(a, b);  // sizes are kept negated: a is the larger now
    at(a) += at(b);
    at(b) = static_cast<std::int32_t>(a);
    return a;
  }

 private:
  std::int32_t& at(std::int64_t v) { return up_[static_cast<std::size_t>(v)]; }
  std::vector<std::int32_t> up_;  // the vertex above, or, at a root, minus the component's size
};

}  // namespace tasks::coverage
