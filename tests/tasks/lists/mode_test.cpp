#include "tasks/lists/mode.h"

#include <catch2/catch.hpp>
#include <map>

using tasks::lists::Mode;
using tasks::lists::ModeItems;

namespace {

std::map<std::string, int> facets_of(const tasks::lists::Mode& task, const std::string& prompt) {
  return task.facets({task.vocabulary().tokens(prompt), {}, 0});
}

}  // namespace

TEST_CASE("the mode is ahead of all others, by more over few values than over any") {
  const tasks::lists::Mode few({}), any({.items = tasks::lists::ModeItems::any});
  base::Random random(1, "margins");
  int few_margins = 0, any_margins = 0;
  for (int i = 0; i < 200; ++i) {
    const auto of_few = few.facets(few.sample(40, random));
    const auto of_any = any.facets(any.sample(40, random));
    CHECK(of_few.at("distinct") <= 5);
    CHECK(of_few.at("margin") >= 1);
    CHECK(of_any.at("margin") >= 1);
    few_margins += of_few.at("margin");
    any_margins += of_any.at("margin");
  }
  CHECK(2 * few_margins > 3 * any_margins);
}

TEST_CASE("every value is as often the mode, as chance says") {
  for (const tasks::lists::ModeItems items :
       {tasks::lists::ModeItems::few, tasks::lists::ModeItems::any}) {
    const tasks::lists::Mode task({.items = items, .values = 8});
    base::Random random(1, "modes");
    std::map<tasks::Token, int> times;
    for (int i = 0; i < 8000; ++i) ++times[task.sample(6, random).answer.front()];
    CHECK(times.size() == 8);
    for (const auto& [value, count] : times) {
      CHECK(count == Approx(8000 * task.chance(6)).margin(150));  // 5 standard deviations
    }
  }
}

TEST_CASE("a list without a mode has no right answer, the only value of a list is its mode") {
  const tasks::lists::Mode task({});
  const auto solves = [&](const std::string& prompt, const std::string& answer) {
    return task.solves(task.vocabulary().tokens(prompt), task.vocabulary().tokens(answer));
  };
  CHECK_FALSE(solves("<mode> 1 2 =", "1 ."));
  CHECK_FALSE(solves("<mode> 1 2 =", "2 ."));
  CHECK(solves("<mode> 4 4 =", "4 ."));
  CHECK_FALSE(solves("<mode> 4 4 =", "5 ."));
}

TEST_CASE("the margin of a mode is its lead over the second") {
  const tasks::lists::Mode task({});
  CHECK(facets_of(task, "<mode> 3 1 3 2 3 =").at("margin") == 2);
  CHECK(facets_of(task, "<mode> 3 3 =").at("margin") == 2);
  CHECK(facets_of(task, "<mode> 3 1 =").at("margin") == 0);
}

TEST_CASE("an impossible mode is an error that names the field") {
  CHECK_THROWS_WITH(tasks::lists::Mode({.values = 1}), "values: must be >= 2, got 1");
  CHECK_THROWS_WITH(tasks::lists::Mode({.values = 4}), "few: must be in 2..values (4), got 5");
  CHECK_THROWS_WITH(tasks::lists::Mode({.few = 1}), "few: must be in 2..values (52), got 1");
  CHECK_THROWS_WITH(tasks::lists::Mode({.max_length = 0}), "max_length: must be >= 1, got 0");
  CHECK_NOTHROW(tasks::lists::Mode({.items = tasks::lists::ModeItems::any, .values = 4}));
}
