#include "tasks/bits/majority.h"

#include <catch2/catch.hpp>

namespace {

/// How many of the 2^n rows of n bits the judge answers with 1.
int rows_answered_one(int n) {
  const tasks::bits::Majority task({.max_bits = n});
  const tasks::Vocabulary& words = task.vocabulary();
  int answered = 0;
  for (int number = 0; number < 1 << n; ++number) {
    std::string prompt = "<majority>";
    for (int bit = 0; bit < n; ++bit) prompt += (number >> bit) % 2 == 1 ? " 1" : " 0";
    const auto asked = words.tokens(prompt + " =");
    const bool one = task.solves(asked, words.tokens("1 ."));
    CHECK(one != task.solves(asked, words.tokens("0 .")));
    answered += one ? 1 : 0;
  }
  return answered;
}

}  // namespace

TEST_CASE("chance of majority is the share of the likelier answer") {
  CHECK(rows_answered_one(7) == 64);
  CHECK(tasks::bits::Majority({}).chance(7) == 0.5);
  CHECK(rows_answered_one(8) == 256 * (1 - tasks::bits::Majority({}).chance(8)));
  CHECK(rows_answered_one(1) == 1);
  CHECK(rows_answered_one(2) == 1);
}

TEST_CASE("majority tells by how much one side wins") {
  const tasks::bits::Majority task({});
  const auto facets = [&](const std::string& prompt) {
    return task.facets({task.vocabulary().tokens(prompt), {}, 0});
  };
  CHECK(facets("<majority> 1 0 1 1 1 =").at("margin") == 3);
  CHECK(facets("<majority> 0 0 1 =").at("margin") == 1);
  CHECK(facets("<majority> 0 1 =").at("margin") == 0);
  CHECK_THROWS_WITH(tasks::bits::Majority({.max_bits = 0}), "max_bits: must be >= 1, got 0");
}
