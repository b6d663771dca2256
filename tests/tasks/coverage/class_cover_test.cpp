#include "tasks/coverage/class_cover.h"

#include <catch2/catch.hpp>

#include "tasks/coverage/coverage.h"
#include "tests/tasks/coverage/called_world.h"

using tasks::coverage::CalledFunction;
using tasks::coverage::ClassCover;
using tasks::coverage::Exchange;
using tasks::coverage::TrainingItems;

namespace {

constexpr int n = 9, levels = 4;

ClassCover cover_of(const CalledFunction& function, const TrainingItems& items) {
  auto classes = tasks::coverage::true_classes(tasks::coverage::InputCodes(function.sizes),
                                               function.truth, items.askable());
  return ClassCover(function, std::move(classes.at(0)), items, 1, levels);
}

/// Of k = 1, 2, ...: the held-out inputs that substitution of true equivalences at {1, 2} covers.
std::vector<std::int64_t> counted(const CalledFunction& function, const TrainingItems& items) {
  tasks::FiniteFunction all{.sizes = function.sizes, .truth = function.truth};
  for (int code = 0; code < n * n * n; ++code) {
    const auto place = static_cast<std::size_t>(code);
    std::vector<int> x{code / n / n, code / n % n, code % n};
    if (items.trained()[place] != 0) {
      all.train.push_back({x, function.shown[place]});
    } else if (items.askable()[place] != 0) {
      all.held_out.push_back({x, function.truth[place]});
    }
  }
  std::vector<std::int64_t> counts(levels);
  for (const int k :
       tasks::coverage::k_cutoffs(all, {.equivalences = tasks::coverage::Equivalences::true_only,
                                       .index_sets = {tasks::coverage::index_set({1, 2})}})) {
    for (int level = 1; level <= std::min(k, levels); ++level) {
      ++counts[static_cast<std::size_t>(level - 1)];
    }
  }
  return counts;
}

std::vector<std::int64_t> covered(const ClassCover& cover) {
  std::vector<std::int64_t> counts;
  for (const auto& at_k : cover.counts()) counts.push_back(at_k.covered);
  return counts;
}

}  // namespace

TEST_CASE("substitution within classes covers what true equivalences of their index set do") {
  for (const int noise : {0, 7}) {
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
      const auto function = tests::two_hop_function(n, seed, noise);
      const TrainingItems items(function, tests::drawn_inputs(function, 3, seed));
      CHECK(covered(cover_of(function, items)) == counted(function, items));
    }
  }
}

TEST_CASE("counts are kept under exchange, and are what they were after undoing one") {
  const auto function = tests::two_hop_function(n, 3, 7);
  TrainingItems items(function, tests::drawn_inputs(function, 3, 3));
  ClassCover cover = cover_of(function, items);
  base::Random random(1, "exchanges");
  int crossings = 0;
  for (int i = 0; i < 400; ++i) {
    Exchange exchange{1, {items.any_item(random)}, {items.any_askable(random)}};
    if (i % 2 == 0) {
      const auto crossing = cover.crossing(items, random);
      if (!crossing) continue;
      ++crossings;
      exchange = *crossing;
      CHECK(items.keeps_uses(exchange));
    }
    if (items.has(exchange.come[0])) continue;
    const auto before = covered(cover);
    cover.apply(exchange);
    if (i % 3 == 0) {
      cover.undo();
      CHECK(covered(cover) == before);
    } else {
      items.apply(exchange);
    }
  }
  CHECK(crossings > 50);
  CHECK(covered(cover) == counted(function, items));
}
