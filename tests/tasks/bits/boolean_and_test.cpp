#include "tasks/bits/boolean_and.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "tasks/pool.h"

using tasks::bits::BooleanAnd;

TEST_CASE("zeros stand at free places only, and at each of them as often") {
  const tasks::bits::BooleanAnd task({});
  std::map<int, int> places;
  base::Random random(1, "zeros");
  for (int i = 0; i < 8000; ++i) {
    const auto facets = task.facets(task.sample(15, random));
    CHECK(facets.at("zeros") <= 1);
    CHECK(facets.at("length") == 15);
    ++places[facets.at("zero_place")];
  }
  CHECK(places.size() == 16);  // none, and 1 .. 15
  CHECK(places.rbegin()->first == 15);
  for (int place = 1; place <= 15; ++place) CHECK(places[place] == Approx(8000.0 / 30).margin(80));
  CHECK(places[0] == Approx(8000 * (1 - task.chance(15))).margin(225));  // 5 standard deviations
}

TEST_CASE("every pool has questions of both answers") {
  const tasks::bits::BooleanAnd task({});
  for (const int free : {15, 20}) {
    for (const tasks::Pool pool : tasks::pools_of(task)) {
      int ones = 0;
      for (std::uint64_t i = 0; i < 1000; ++i) {
        ones += tasks::example_at(task, pool, free, 1, i).answer.front();
      }
      CHECK(ones == Approx(500).margin(80));
    }
  }
}

TEST_CASE("a zero anywhere makes the AND zero, blanks do not") {
  const tasks::bits::BooleanAnd task({.places = 4});
  const auto solves = [&](const std::string& prompt, const std::string& answer) {
    return task.solves(task.vocabulary().tokens(prompt), task.vocabulary().tokens(answer));
  };
  CHECK(solves("<boolean_and> 1 1 1 0 =", "0 ."));
  CHECK(solves("<boolean_and> _ 1 1 1 =", "1 ."));
  CHECK(solves("<boolean_and> 0 _ 0 1 =", "0 ."));
  CHECK_THROWS_WITH(solves("<boolean_and> 1 1 =", "1 ."),
                    Catch::Matchers::Contains("with 4 places before `=`"));
  CHECK_THROWS_WITH(tasks::bits::BooleanAnd({.places = 0}), "places: must be >= 1, got 0");
}
