#include "tasks/lists/copy.h"

#include <catch2/catch.hpp>
#include <set>

#include "tests/tasks/catalog/contract.h"

using tasks::IndexMarks;
using tasks::lists::Copy;
using tasks::lists::CopyConfig;
using tasks::lists::CopyItems;

TEST_CASE("copies keep the contract with hints too") {
  tests::check_contract({"unique_copy", "with hints", "<copy> h5 7 h6 2 =", "<copy> h5 7 h6 2 =",
                         "h5 7 h6 2 .", tasks::lists::CopyConfig{.hints = tasks::IndexMarks::on}});
  tests::check_contract(
      {"repeat_copy", "with hints", "<copy> h9 2 h10 2 =", "<copy> h9 2 h10 2 =", "h9 2 h10 2 .",
       tasks::lists::CopyConfig{tasks::lists::CopyItems::repeated, 2, 100, tasks::IndexMarks::on}});
}

TEST_CASE("a unique copy has no item twice, a repeated one over two values has") {
  const tasks::lists::Copy unique({}), repeated({tasks::lists::CopyItems::repeated, 2});
  base::Random random(1, "copies");
  for (int i = 0; i < 100; ++i) {
    CHECK(unique.facets(unique.sample(30, random)).at("distinct") == 30);
    CHECK(repeated.facets(repeated.sample(30, random)).at("distinct") <= 2);
  }
}

TEST_CASE("a unique list is no longer than there are values, nor than there are hints") {
  CHECK(tasks::lists::Copy({.values = 30}).difficulties().high == 30);
  CHECK(
      tasks::lists::Copy({.max_length = 12, .hints = tasks::IndexMarks::on}).difficulties().high ==
      12);
  CHECK(tasks::lists::Copy({tasks::lists::CopyItems::repeated, 2, 500}).difficulties().high == 500);
  CHECK(tasks::lists::Copy({.max_length = 12, .hints = tasks::IndexMarks::on})
            .vocabulary()
            .contains("h11"));
  CHECK_FALSE(tasks::lists::Copy({.max_length = 12, .hints = tasks::IndexMarks::on})
                  .vocabulary()
                  .contains("h12"));
  CHECK_THROWS_WITH(tasks::lists::Copy({.values = 1}), "values: must be >= 2, got 1");
  CHECK_THROWS_WITH(tasks::lists::Copy({.max_length = 0}), "max_length: must be >= 1, got 0");
}

TEST_CASE("order makes another question to copy, the start of the hints does not") {
  const tasks::lists::Copy task({.hints = tasks::IndexMarks::on});
  const auto key = [&](const std::string& prompt) {
    return task.question_key(task.vocabulary().tokens(prompt));
  };
  CHECK(key("<copy> h1 4 h2 7 =") == key("<copy> h99 4 h0 7 ="));
  CHECK(key("<copy> h1 4 h2 7 =") != key("<copy> h1 7 h2 4 ="));
}

TEST_CASE("chance of a copy is one over the lists there are") {
  CHECK(tasks::lists::Copy({.values = 5}).chance(3) == Approx(1.0 / 60));
  CHECK(tasks::lists::Copy({tasks::lists::CopyItems::repeated, 2}).chance(6) == Approx(1.0 / 64));
  const tasks::lists::Copy task({tasks::lists::CopyItems::repeated, 2});
  std::set<std::uint64_t> keys;
  base::Random random(1, "lists");
  for (int i = 0; i < 1000; ++i) keys.insert(task.question_key(task.sample(6, random).prompt));
  CHECK(keys.size() == 64);
}
