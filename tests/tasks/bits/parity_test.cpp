#include "tasks/bits/parity.h"

#include <catch2/catch.hpp>

TEST_CASE("parity is odd for every sum of bits that is") {
  const tasks::bits::Parity task({.max_bits = 8});
  const tasks::Vocabulary& words = task.vocabulary();
  for (int number = 0; number < 256; ++number) {
    std::string prompt = "<parity>";
    int ones = 0;
    for (int bit = 0; bit < 8; ++bit) {
      prompt += (number >> bit) % 2 == 1 ? " 1" : " 0";
      ones += (number >> bit) % 2;
    }
    const auto asked = words.tokens(prompt + " =");
    CHECK(task.solves(asked, words.tokens("1 .")) == (ones % 2 == 1));
    CHECK(task.solves(asked, words.tokens("0 .")) == (ones % 2 == 0));
    CHECK(task.facets({asked, {}, 8}).at("ones") == ones);
  }
}

TEST_CASE("bits in another order are another question") {
  const tasks::bits::Parity task({});
  const tasks::Vocabulary& words = task.vocabulary();
  CHECK(task.question_key(words.tokens("<parity> 0 1 =")) !=
        task.question_key(words.tokens("<parity> 1 0 =")));
}

TEST_CASE("half of the answers are odd, as chance says") {
  const tasks::bits::Parity task({});
  base::Random random(1, "odd");
  int odd = 0;
  for (int i = 0; i < 4000; ++i) odd += task.sample(9, random).answer.front();
  CHECK(odd == Approx(4000 * task.chance(9)).margin(160));  // 5 standard deviations
}
