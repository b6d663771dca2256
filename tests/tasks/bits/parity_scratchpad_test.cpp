#include "tasks/bits/parity_scratchpad.h"

#include <catch2/catch.hpp>
#include <set>

#include "base/error.h"
#include "tasks/bits/parity.h"
#include "tests/tasks/catalog/contract.h"

using tasks::IndexMarks;
using tasks::bits::ParityScratchpad;

TEST_CASE("parity with a scratchpad keeps the contract without hints too") {
  tests::check_contract({"parity_scratchpad", "running parity", "<parity_scratchpad> 0 1 1 0 1 =",
                         "<parity_scratchpad> 0 1 1 0 1 =", "+ - + - .",
                         tasks::bits::ParityScratchpadConfig{.hints = tasks::IndexMarks::off}});
}

TEST_CASE("the last sign of the scratchpad is the answer of plain parity") {
  const tasks::bits::ParityScratchpad task({});
  base::Random random(1, "signs");
  for (int i = 0; i < 200; ++i) {
    const auto example = task.sample(1 + i % 30, random);
    const std::string& sign = task.vocabulary().name(example.answer[example.answer.size() - 2]);
    CHECK((sign == "-") == (task.facets(example).at("ones") % 2 == 1));
  }
}

TEST_CASE("where the hints start is not part of the question, which plain parity shares") {
  const tasks::bits::ParityScratchpad task({});
  const tasks::bits::Parity plain({});
  const auto key = [&](const std::string& prompt) {
    return task.question_key(task.vocabulary().tokens(prompt));
  };
  const auto expected = plain.question_key(plain.vocabulary().tokens("<parity> 0 1 1 ="));
  CHECK(key("<parity_scratchpad> h7 0 h8 1 h9 1 =") == expected);
  CHECK(key("<parity_scratchpad> h99 0 h0 1 h1 1 =") == expected);
  CHECK(key("<parity_scratchpad> h7 1 h8 0 h9 1 =") != expected);
}

TEST_CASE("hints start anywhere and go round") {
  const tasks::bits::ParityScratchpad task({.max_bits = 10});
  std::set<tasks::Token> starts;
  base::Random random(1, "starts");
  for (int i = 0; i < 300; ++i) starts.insert(task.sample(10, random).prompt.at(1));
  CHECK(starts.size() == 10);
  const auto& words = task.vocabulary();
  CHECK(
      task.solves(words.tokens("<parity_scratchpad> h9 1 h0 1 ="), words.tokens("+ h9 - h0 + .")));
  for (const char* broken : {"<parity_scratchpad> h1 0 h3 1 =", "<parity_scratchpad> h2 0 h1 1 =",
                             "<parity_scratchpad> h1 0 1 =", "<parity_scratchpad> 0 1 ="}) {
    CHECK_THROWS_AS(task.solves(words.tokens(broken), {}), base::Error);
  }
}

TEST_CASE("parity with a scratchpad of no bits is an error that names the field") {
  CHECK_THROWS_WITH(tasks::bits::ParityScratchpad({.max_bits = 0}),
                    "max_bits: must be >= 1, got 0");
}

TEST_CASE("chance of the scratchpad is that of the likeliest answer") {
  const tasks::bits::ParityScratchpad hinted({}), plain({.hints = tasks::IndexMarks::off});
  CHECK(hinted.chance(5) == Approx(1.0 / 32));
  CHECK(plain.chance(1) == Approx(0.5));
  CHECK(plain.chance(4) == Approx(6.0 / 16));
  CHECK(plain.chance(5) == Approx(10.0 / 32));
}
