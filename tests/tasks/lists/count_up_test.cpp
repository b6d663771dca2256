#include "tasks/lists/count_up.h"

#include <catch2/catch.hpp>
#include <set>

#include "base/error.h"

using tasks::lists::CountUp;

TEST_CASE("counting starts at every number that leaves room, and chance is one over them") {
  const tasks::lists::CountUp task({.numbers = 12, .max_length = 12});
  base::Random random(1, "starts");
  for (int length = 1; length <= 12; ++length) {
    std::set<int> starts;
    for (int i = 0; i < 300; ++i) starts.insert(task.facets(task.sample(length, random))["start"]);
    CHECK(starts.size() == static_cast<std::size_t>(13 - length));
    CHECK(*starts.rbegin() == 12 - length);
    CHECK(task.chance(length) == Approx(1.0 / static_cast<double>(starts.size())));
  }
}

TEST_CASE("counting is judged by its ends and its steps") {
  const tasks::lists::CountUp task({.numbers = 20, .max_length = 10});
  const auto solves = [&](const std::string& prompt, const std::string& answer) {
    return task.solves(task.vocabulary().tokens(prompt), task.vocabulary().tokens(answer));
  };
  CHECK(solves("<count_up> 0 0 =", "0 ."));
  CHECK(solves("<count_up> 3 6 =", "3 4 5 6 ."));
  CHECK_FALSE(solves("<count_up> 3 6 =", "3 6 ."));
  CHECK_FALSE(solves("<count_up> 3 6 =", "3 4 5 4 5 6 ."));
  CHECK_FALSE(solves("<count_up> 3 6 =", "3 4 5 6"));
  CHECK_THROWS_AS(solves("<count_up> 6 3 =", "."), base::Error);
}

TEST_CASE("too few numbers to count that far is an error that names the field") {
  CHECK_THROWS_WITH(tasks::lists::CountUp({.numbers = 9, .max_length = 10}),
                    "numbers: must be at least max_length (10), got 9");
  CHECK_THROWS_WITH(tasks::lists::CountUp({.max_length = 0}), "max_length: must be >= 1, got 0");
}
