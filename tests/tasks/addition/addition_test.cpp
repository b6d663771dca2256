#include "tasks/addition/addition.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "tests/tasks/catalog/contract.h"

using tasks::IndexMarks;
using tasks::addition::Addition;
using tasks::addition::AdditionConfig;
using tasks::addition::AdditionDigits;
using tasks::addition::DigitOrder;

TEST_CASE("additions keep the contract with hints and balanced carries too") {
  const std::string sum = "h5 0 h6 4 h7 2 + h5 0 h6 3 h7 9 =";
  const std::string forward = "<addition> " + sum, reversed = "<reversed_addition> " + sum;
  tests::check_contract({"addition", "with hints", forward, forward, "h5 0 h6 8 h7 1 .",
                         tasks::addition::AdditionConfig{
                             .hints = tasks::IndexMarks::on,
                             .digits = tasks::addition::AdditionDigits::balanced_carries}});
  tests::check_contract(
      {"reversed_addition", "with hints", reversed, reversed, "h7 1 h6 8 h5 0 .",
       tasks::addition::AdditionConfig{.order = tasks::addition::DigitOrder::reversed,
                                       .hints = tasks::IndexMarks::on}});
}

TEST_CASE("carries and their longest chain are told of a sum") {
  const tasks::addition::Addition task({});
  const auto facets = [&](const std::string& prompt) {
    return task.facets({task.vocabulary().tokens(prompt), {}, 0});
  };
  CHECK(facets("<addition> 0 4 2 + 0 3 9 =").at("carries") == 1);
  CHECK(facets("<addition> 0 9 9 9 + 0 0 0 1 =").at("longest_carry_chain") == 3);
  const auto split = facets("<addition> 0 7 1 6 + 0 5 2 8 =");
  CHECK(split.at("length") == 3);
  CHECK(split.at("carries") == 2);
  CHECK(split.at("longest_carry_chain") == 1);
}

TEST_CASE("which operand comes first is not part of the question, nor is the order of the answer") {
  const auto key = [](const tasks::addition::AdditionConfig& config, const std::string& prompt) {
    const tasks::addition::Addition task(config);
    return task.question_key(task.vocabulary().tokens(prompt));
  };
  const auto expected = key({}, "<addition> 0 4 2 + 0 3 9 =");
  CHECK(key({}, "<addition> 0 3 9 + 0 4 2 =") == expected);
  CHECK(key({}, "<addition> 0 4 9 + 0 3 2 =") != expected);
  CHECK(key({.order = tasks::addition::DigitOrder::reversed},
            "<reversed_addition> 0 4 2 + 0 3 9 =") == expected);
  CHECK(key({.hints = tasks::IndexMarks::on},
            "<addition> h99 0 h100 4 h0 2 + h99 0 h100 3 h0 9 =") == expected);
}

TEST_CASE(
    "a sum to ask for has equal widths, one zero more than needed and hints in their places") {
  const tasks::addition::Addition plain({}), hinted({.hints = tasks::IndexMarks::on});
  for (const char* broken :
       {"<addition> 4 2 + 3 9 =", "<addition> 0 0 2 + 0 0 9 =", "<addition> 0 4 2 + 0 9 =",
        "<addition> 0 4 2 + 0 3 9 + 0 1 1 =", "<addition> 0 4 2 =", "<addition> + ="}) {
    CHECK_THROWS_AS(plain.solves(plain.vocabulary().tokens(broken), {}), base::Error);
  }
  for (const char* broken :
       {"<addition> h5 0 h6 4 + h6 0 h7 3 =", "<addition> h5 0 h7 4 + h5 0 h7 3 =",
        "<addition> 0 4 + 0 3 =", "<addition> h5 0 h6 4 + h5 0 h6 ="}) {
    CHECK_THROWS_AS(hinted.solves(hinted.vocabulary().tokens(broken), {}), base::Error);
  }
}

TEST_CASE("there are hints for the longest sum, and no sum of no digits") {
  const tasks::addition::Addition task({.hints = tasks::IndexMarks::on, .max_digits = 7});
  CHECK(task.vocabulary().contains("h7"));
  CHECK_FALSE(task.vocabulary().contains("h8"));
  CHECK_THROWS_WITH(tasks::addition::Addition({.max_digits = 0}),
                    "max_digits: must be >= 1, got 0");
}
