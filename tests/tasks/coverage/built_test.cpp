#include "tasks/coverage/built.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "base/error.h"
#include "tests/tasks/coverage/called_world.h"
#include "tests/tasks/coverage/plain_cover.h"

using Catch::Matchers::Contains;
using tasks::coverage::BuiltTraining;
using tasks::coverage::CalledFunction;
using tasks::coverage::CutoffTarget;
using tasks::coverage::TrainingItems;

namespace {

constexpr int n = 12;

std::vector<int> input_of(std::size_t code) {
  const int c = static_cast<int>(code);
  return {c / n / n, c / n % n, c % n};
}

/// Of the inputs that may be asked and are not trained on, those that are covered at k.
std::int64_t plainly_counted(const CalledFunction& function, const std::vector<char>& askable,
                             const std::vector<char>& trained, int k) {
  std::map<std::vector<int>, int> train;
  for (std::size_t code = 0; code < trained.size(); ++code) {
    if (trained[code] != 0) train[input_of(code)] = function.shown[code];
  }
  const auto covered = tests::plainly_covered(train, k);
  std::int64_t count = 0;
  for (std::size_t code = 0; code < trained.size(); ++code) {
    count += askable[code] != 0 && trained[code] == 0 && covered.contains(input_of(code)) ? 1 : 0;
  }
  return count;
}

BuiltTraining built(const CalledFunction& function, const std::vector<char>& drawn,
                    const CutoffTarget& target, std::uint64_t seed = 0) {
  return tasks::coverage::built_to_target(function, drawn, target, base::Random(seed, "target"));
}

}  // namespace

TEST_CASE("a target is met by a count that shares nothing with the search") {
  for (const int noise : {0, 20}) {
    const auto function = tests::two_hop_function(n, 4, noise);
    const auto drawn = tests::drawn_inputs(function, 3, 4);
    const TrainingItems before(function, drawn);
    for (const CutoffTarget& target : {CutoffTarget{2, {0.9}}, CutoffTarget{3, {0.5}},
                                       CutoffTarget{3, {0.8}}, CutoffTarget{2, {0.9, 0.5, 0.2}}}) {
      const BuiltTraining result = built(function, drawn, target);
      const TrainingItems after(function, result.trained);
      CHECK(after.size() == before.size());
      CHECK(after.askable() == before.askable());
      CHECK(result.how.asked == before.asked());
      REQUIRE(result.how.shares.size() == target.share.size());
      int k = target.k;
      for (const auto& share : result.how.shares) {
        CHECK(share.k == k);
        CHECK(share.reached == plainly_counted(function, before.askable(), result.trained, k));
        CHECK(share.drawn == plainly_counted(function, before.askable(), drawn, k));
        const auto asked = static_cast<double>(result.how.asked);
        CHECK(std::abs(static_cast<double>(share.reached) - share.wanted * asked) <=
              std::max(0.5, 0.005 * asked));
        ++k;
      }
    }
  }
}

TEST_CASE("what a target needs is exchanged, and no call is used more or less if that will do") {
  const auto function = tests::two_hop_function(n, 4);
  const auto drawn = tests::drawn_inputs(function, 3, 4);
  const auto none = built(function, drawn, {3, {0.5}});
  const double drawn_share =
      static_cast<double>(none.how.shares[0].drawn) / static_cast<double>(none.how.asked);
  const auto same = built(function, drawn, {3, {drawn_share}});
  CHECK(same.trained == drawn);
  CHECK(same.how.exchanged == 0);
  const auto near = built(function, drawn, {3, {drawn_share + 0.03}}),
             far = built(function, drawn, {3, {drawn_share - 0.2}});
  CHECK(near.how.exchanged > 0);
  CHECK(near.how.exchanged < far.how.exchanged);
  CHECK(near.how.uses_moved == 0);
  CHECK(far.how.uses_moved == 0);
  std::int64_t others = 0;
  for (std::size_t code = 0; code < drawn.size(); ++code) {
    others += far.trained[code] != 0 && drawn[code] == 0;
  }
  CHECK(far.how.exchanged == others);
}

TEST_CASE("the same stream builds the same training set, another one another") {
  const auto function = tests::two_hop_function(n, 4);
  const auto drawn = tests::drawn_inputs(function, 3, 4);
  const CutoffTarget target{3, {0.8}};
  CHECK(built(function, drawn, target, 1).trained == built(function, drawn, target, 1).trained);
  CHECK(built(function, drawn, target, 1).trained != built(function, drawn, target, 2).trained);
}

TEST_CASE("a target out of reach is an error with what was reached, and that can be reached") {
  const auto function = tests::two_hop_function(n, 4);
  const auto drawn = tests::drawn_inputs(function, 4, 4);
  std::string said;
  try {
    built(function, drawn, {3, {1}});
  } catch (const base::Error& error) {
    said = error.what();
  }
  CHECK_THAT(said, Contains("target.share: the search does not get there, of ") &&
                       Contains("; k 3: wanted 100 %, came to ") && Contains(" %, drawn first ") &&
                       Contains(" %, reached "));
  const auto range = said.find("reached ") + 8;
  const double low = std::stod(said.substr(range)),
               high = std::stod(said.substr(said.find(" to ", range) + 4));
  CHECK(low < high);
  CHECK(high < 100);
  CHECK_NOTHROW(built(function, drawn, {3, {(low + high) / 200}}));
}

TEST_CASE("a function without fragments to substitute has nothing to exchange, and says so") {
  CalledFunction function;  // each input has a label and a call of its own
  function.sizes = {4, 4};
  for (int code = 0; code < 16; ++code) {
    function.truth.push_back(code);
    function.made.push_back(code % 4);
  }
  function.shown = function.truth;
  const auto drawn = tests::drawn_inputs(function, 2, 1);
  CHECK_THROWS_WITH(built(function, drawn, {1, {0.5}}),
                    Contains("drawn first 0 %, reached 0 to 0 %"));
  CHECK_THROWS_WITH(built(function, std::vector<char>(16, 1), {1, {0.5}}),
                    Contains("nothing is left to be asked"));
}
