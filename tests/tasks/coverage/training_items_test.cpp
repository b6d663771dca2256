#include "tasks/coverage/training_items.h"

#include <catch2/catch.hpp>
#include <numeric>
#include <set>

#include "tests/tasks/coverage/called_world.h"

using tasks::coverage::Exchange;
using tasks::coverage::TrainingItems;

namespace {

std::set<std::int32_t> calls_seen(const tasks::coverage::CalledFunction& function,
                                  const std::vector<char>& trained) {
  std::set<std::int32_t> calls;
  for (std::int64_t code = 0; code < std::ssize(trained); ++code) {
    if (trained[static_cast<std::size_t>(code)] == 0) continue;
    const auto made = function.made_for(code);
    calls.insert(made.begin(), made.end());
  }
  return calls;
}

}  // namespace

TEST_CASE("what may be asked is what has all its calls in training") {
  const auto function = tests::two_hop_function(7, 2);
  const auto drawn = tests::drawn_inputs(function, 8, 2);
  const TrainingItems items(function, drawn);
  const auto seen = calls_seen(function, drawn);
  std::int64_t asked = 0;
  for (std::int64_t code = 0; code < std::ssize(drawn); ++code) {
    const auto made = function.made_for(code);
    const bool all = seen.contains(made[0]) && seen.contains(made[1]);
    CHECK((items.askable()[static_cast<std::size_t>(code)] != 0) == all);
    asked += all && !items.has(code);
  }
  CHECK(items.asked() == asked);
  CHECK(items.size() == std::accumulate(drawn.begin(), drawn.end(), 0));
}

TEST_CASE("exchanges that keep what is seen never lose a call or wrong labels") {
  const auto function = tests::two_hop_function(7, 2, 5);
  const auto drawn = tests::drawn_inputs(function, 8, 2);
  TrainingItems items(function, drawn);
  base::Random random(0, "exchanges");
  const auto wrong = [&] {
    int sum = 0;
    for (std::int64_t code = 0; code < std::ssize(drawn); ++code) {
      sum += items.has(code) && function.is_noisy(code) ? 1 : 0;
    }
    return sum;
  };
  const int before = wrong();
  int taken = 0, refused = 0;
  for (int i = 0; i < 2000; ++i) {
    const Exchange exchange{1, {items.any_item(random)}, {items.any_askable(random)}};
    if (items.has(exchange.come[0])) continue;
    const bool fits = items.keeps_seen(exchange) && items.keeps_noise(exchange);
    ++(fits ? taken : refused);
    if (fits) items.apply(exchange);
  }
  CHECK(taken > 100);
  CHECK(refused > 100);
  CHECK(calls_seen(function, items.trained()) == calls_seen(function, drawn));
  CHECK(wrong() == before);
}

TEST_CASE("what was moved is counted against what was drawn") {
  const auto function = tests::two_hop_function(5, 1);
  std::vector<char> drawn(125);
  drawn[0] = drawn[1] = drawn[5] = 1;  // (0,0,0), (0,0,1), (0,1,0)
  TrainingItems items(function, drawn);
  CHECK(items.uses_moved() == 0);
  items.apply({1, {0}, {2}});  // (0,0,2): the same first call, another second one
  CHECK(items.exchanged() == 1);
  CHECK(items.uses_moved() == 1);
  items.apply({1, {2}, {0}});
  CHECK(items.exchanged() == 0);
  CHECK(items.uses_moved() == 0);
  CHECK(items.keeps_uses({2, {0, 1}, {1, 0}}));
  CHECK_FALSE(items.keeps_uses({1, {0}, {2}}));
}
