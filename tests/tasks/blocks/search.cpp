#include "tests/tasks/blocks/search.h"

#include <algorithm>
#include <deque>

namespace tests {
namespace {

bool clear(const Supports& state, tasks::blocks::Block block) {
  return std::ranges::count(state, block) == 0;
}

std::vector<Supports> neighbours(const Supports& state) {
  std::vector<Supports> all;
  const int n = static_cast<int>(state.size());
  for (int block = 0; block < n; ++block) {
    if (!clear(state, block)) continue;
    for (int place = tasks::blocks::on_table; place < n; ++place) {
      if (place == block || (place >= 0 && !clear(state, place))) continue;
      all.push_back(state);
      all.back()[static_cast<std::size_t>(block)] = place;
    }
  }
  return all;
}

void add_shapes(int blocks, int highest, Supports& so_far, std::vector<Supports>& all) {
  if (blocks == 0) all.push_back(so_far);
  for (int height = 1; height <= std::min(blocks, highest); ++height) {
    Supports longer = so_far;
    for (int i = 0; i < height; ++i) {
      longer.push_back(i == 0 ? tasks::blocks::on_table : static_cast<int>(longer.size()) - 1);
    }
    add_shapes(blocks - height, height, longer, all);
  }
}

}  // namespace

std::map<Supports, int> brute_force(const Supports& start) {
  std::map<Supports, int> actions{{start, 0}};
  for (std::deque<Supports> open{start}; !open.empty(); open.pop_front()) {
    const int next_actions = actions[open.front()] + 2;
    for (const Supports& next : neighbours(open.front())) {
      if (actions.emplace(next, next_actions).second) open.push_back(next);
    }
  }
  return actions;
}

std::vector<Supports> shapes(int blocks) {
  std::vector<Supports> all;
  Supports none;
  add_shapes(blocks, blocks, none, all);
  return all;
}

}  // namespace tests
