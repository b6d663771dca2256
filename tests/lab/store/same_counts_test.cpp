#include "lab/store/same_counts.h"

#include <catch2/catch.hpp>

namespace lab::store {
namespace {

Score saved_now() {
  Score score{40, "sorting", tasks::Pool::test, 7, 3, 10, 0.5, 80};
  score.different = 9;
  score.guess = {.chance = 0.1, .frequent = 1, .constant = 2, .facet_constant = 5};
  return score;
}

TEST_CASE("scores of other questions are told from those that solve other ones of the same") {
  const Score saved = saved_now();
  CHECK(same_counts(saved, saved));
  Score now = saved;
  now.solved = 4;
  CHECK(same_questions(saved, now));
  CHECK_FALSE(same_counts(saved, now));
  for (const auto change :
       {+[](Score& score) { score.asked = 11; }, +[](Score& score) { score.tokens = 81; },
        +[](Score& score) { score.different = 8; }, +[](Score& score) { score.guess.frequent = 0; },
        +[](Score& score) { score.guess.constant = 3; },
        +[](Score& score) { score.guess.facet_constant = 4; }}) {
    now = saved;
    change(now);
    CHECK_FALSE(same_questions(saved, now));
    CHECK_FALSE(same_counts(saved, now));
  }
}

TEST_CASE("what an older version did not save is not held against it") {
  Score saved = saved_now();
  const Score now = saved;
  saved.different = std::nullopt;
  saved.guess = {};
  CHECK(same_counts(saved, now));
  CHECK_FALSE(same_counts(now, saved));
}

}  // namespace
}  // namespace lab::store
