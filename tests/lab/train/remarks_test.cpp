#include "lab/train/remarks.h"

#include <catch2/catch.hpp>

#include "tests/lab/spec/testing.h"

namespace lab::train {
namespace {

using Remarks = std::vector<std::string>;

Remarks remarks(const std::string& task, const std::string& train, const std::string& score = "") {
  return remarks_on(lab_tests::lesson_from("task { " + task + " }\ntrain { steps: 100 " + train +
                                           " }\nscore { " + score + " }\n"));
}

const std::string sorting = "sorting {}", two_hop = "composition { entities: 8 items: 120 }";

TEST_CASE("a rate of 0 is remarked upon, over all of training or at its last step") {
  CHECK(remarks(sorting, "").empty());
  const Remarks never = remarks(sorting, "learning_rate: 0");
  REQUIRE(never.size() == 1);
  CHECK_THAT(never.front(), Catch::Contains("train.learning_rate: with 0 nothing is learned"));
  for (const std::string schedule : {"COSINE", "LINEAR"}) {
    CHECK(remarks(sorting, "final_rate: 0 schedule: " + schedule) ==
          Remarks{"train.final_rate: with 0 the last of the 100 steps changes no weight"});
  }
  CHECK(remarks(sorting, "schedule: CONSTANT").empty());
}

TEST_CASE("more questions than any pool that is asked has are remarked upon, if they are many") {
  const auto asked = [](const std::string& task, const std::string& score) {
    return remarks(task, "", "pools: [TRAIN] " + score);
  };
  const std::string all = "examples: 1000";
  CHECK(
      asked(two_hop, all) ==
      Remarks{"score.examples: 1000 are more than any pool that is asked has (120 at most): every "
              "question is asked, as with any number from 120 on"});
  CHECK(asked(two_hop, "examples: 120").empty());
  CHECK(asked(two_hop, "").empty());  // nobody asked for more than usual
  CHECK(asked(sorting, all).empty());
  CHECK(asked(two_hop + " } hint { copy {}", all).empty());  // asked as well, and endless
}

}  // namespace
}  // namespace lab::train
