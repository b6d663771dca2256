#include "tests/tasks/coverage/two_hop_world.h"

#include <algorithm>

#include "base/error.h"
#include "base/random.h"

namespace tests {
namespace {

/// A uniform table over n * n pairs, and which of the pairs may be trained on.
struct Primitive {
  std::vector<int> table;
  std::vector<bool> allowed;
};

Primitive primitive(int n, base::Random& random) {
  const std::int64_t domain = std::int64_t{n} * n;
  Primitive result;
  for (std::int64_t i = 0; i < domain; ++i) {
    result.table.push_back(static_cast<int>(random.below(n)));
  }
  std::vector<char> allowed(static_cast<std::size_t>(domain));
  std::fill_n(allowed.begin(), domain * 7 / 10, 1);
  random.shuffle(std::span(allowed));
  result.allowed.assign(allowed.begin(), allowed.end());
  return result;
}

}  // namespace

tasks::FiniteFunction two_hop_world(int n, std::int64_t train, std::uint64_t seed) {
  base::Random random(seed, "two hops");
  const Primitive f1 = primitive(n, random);
  const Primitive f2 = primitive(n, random);
  const auto call = [n](int x, int y) { return static_cast<std::size_t>(x * n + y); };
  tasks::FiniteFunction data{.sizes = {n, n, n}};
  std::vector<tasks::LabelledInput> pool;
  for (int i = 0; i < n * n * n; ++i) {
    const std::vector<int> x{i / n / n, i / n % n, i % n};
    const int bridge = f1.table[call(x[0], x[1])];
    data.truth.push_back(f2.table[call(bridge, x[2])]);
    if (f1.allowed[call(x[0], x[1])] && f2.allowed[call(bridge, x[2])]) {
      pool.push_back({x, data.truth.back()});
    }
  }
  base::promise(train <= std::ssize(pool), "enough inputs to train on");
  random.shuffle(std::span(pool));
  data.train.assign(pool.begin(), pool.begin() + train);
  std::vector<bool> seen1(f1.table.size()), seen2(f2.table.size());
  for (const auto& [x, label] : data.train) {
    seen1[call(x[0], x[1])] = true;
    seen2[call(f1.table[call(x[0], x[1])], x[2])] = true;
  }
  for (auto item = pool.begin() + train; item != pool.end(); ++item) {
    const std::size_t pair = call(item->x[0], item->x[1]);
    if (seen1[pair] && seen2[call(f1.table[pair], item->x[2])]) {
      data.held_out.push_back(*item);
    }
  }
  return data;
}

}  // namespace tests
