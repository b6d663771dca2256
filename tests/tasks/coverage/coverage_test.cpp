#include "tasks/coverage/coverage.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/random.h"
#include "tasks/coverage/equivalence.h"
#include "tests/tasks/coverage/oracle.h"

using Catch::Matchers::Contains;
using tasks::FiniteFunction;
using tasks::coverage::CoverageOptions;
using tasks::coverage::CoverageReading;
using tasks::coverage::Equivalences;
using tasks::coverage::index_set;

namespace {

constexpr tasks::coverage::CoverageReading readings[] = {tasks::coverage::CoverageReading::direct,
                                                         tasks::coverage::CoverageReading::merged};

/// Two hops over five values: f1(0,1) = f1(2,4) = 3, then f2(3,0) = 2, f2(3,1) = 4, f2(3,2) = 1.
/// The pairs (0,1) and (2,4) have been seen together with x3 = 0 and with x3 = 1.
tasks::FiniteFunction two_hops() {
  return {.sizes = {5, 5, 5},
          .train = {{{0, 1, 0}, 2}, {{0, 1, 1}, 4}, {{0, 1, 2}, 1}, {{2, 4, 0}, 2}, {{2, 4, 1}, 4}},
          .held_out = {{{2, 4, 2}, 1}}};
}

std::vector<int> cutoffs(const tasks::FiniteFunction& data,
                         tasks::coverage::CoverageReading reading) {
  return tasks::coverage::k_cutoffs(data, {.reading = reading});
}

/// A function with labels drawn uniformly, cut into training, held out and neither.
tasks::FiniteFunction tiny_world(std::uint64_t seed, const std::vector<int>& sizes, int labels) {
  base::Random random(seed, "tiny world");
  tasks::FiniteFunction data{.sizes = sizes};
  std::vector<int> x(sizes.size());
  const std::int64_t share = 3 + random.below(4);  // of ten inputs in training
  for (std::int64_t i = 0; i < tasks::coverage::InputCodes(sizes).inputs(); ++i) {
    const int label = static_cast<int>(random.below(labels));
    data.truth.push_back(label);
    const std::int64_t lot = random.below(10);
    if (lot < share) data.train.push_back({x, label});
    if (lot >= share && lot < 9) data.held_out.push_back({x, label});
    for (std::size_t p = x.size(); p-- > 0 && ++x[p] == sizes[p];) x[p] = 0;
  }
  return data;
}

}  // namespace

TEST_CASE("an input is covered as far as the evidence for a substitution goes") {
  // (2,4,2) differs from the training input (0,1,2) in a fragment with two shared contexts.
  for (const auto reading : readings) CHECK(cutoffs(two_hops(), reading) == std::vector{2});
}

TEST_CASE("one contradiction ends an equivalence") {
  // In NON-TREE the second hop sees x2, so equal bridges need not give equal answers: (0,1) and
  // (2,4) now differ at x3 = 3, whatever they share elsewhere.
  tasks::FiniteFunction data = two_hops();
  data.train.push_back({{0, 1, 3}, 2});
  data.train.push_back({{2, 4, 3}, 0});
  for (const auto reading : readings) CHECK(cutoffs(data, reading) == std::vector{0});
}

TEST_CASE(
    "fragments that contradict each other are joined by a third: labels matter to merged only") {
  // a ~ b over context 0 and b ~ c over context 1, but a and c differ in context 2.
  tasks::FiniteFunction data{.sizes = {3, 4},
                             .train = {{{0, 0}, 1},
                                       {{1, 0}, 1},
                                       {{1, 1}, 1},
                                       {{2, 1}, 1},
                                       {{0, 2}, 1},
                                       {{2, 2}, 0},
                                       {{0, 3}, 1}},
                             .held_out = {{{2, 3}, 1}}};
  const std::vector only_first{tasks::coverage::index_set({1})};
  CHECK(tasks::coverage::k_cutoffs(data, {.reading = tasks::coverage::CoverageReading::merged,
                                          .index_sets = only_first}) == std::vector{1});
  // Every input is a vertex of the direct graph, so a path goes through (1,3), which nobody asked.
  CHECK(tasks::coverage::k_cutoffs(data, {.reading = tasks::coverage::CoverageReading::direct,
                                          .index_sets = only_first}) == std::vector{1});
  // A label that is not the one the path predicts is covered by direct pairs alone.
  data.held_out[0].label = 0;
  CHECK(tasks::coverage::k_cutoffs(data, {.reading = tasks::coverage::CoverageReading::merged,
                                          .index_sets = only_first}) == std::vector{0});
  CHECK(tasks::coverage::k_cutoffs(data, {.reading = tasks::coverage::CoverageReading::direct,
                                          .index_sets = only_first}) == std::vector{1});
}

TEST_CASE("both readings are what their definitions say, on worlds small enough to look through") {
  REQUIRE(rc::check([](std::uint64_t seed) {
    const auto sizes = *rc::gen::element(std::vector<int>{3, 4}, std::vector<int>{2, 3, 2},
                                         std::vector<int>{3, 3, 2}, std::vector<int>{2, 2, 2, 2});
    const tasks::FiniteFunction data = tiny_world(seed, sizes, *rc::gen::inRange(1, 4));
    tasks::coverage::CoverageOptions options;
    if (*rc::gen::arbitrary<bool>())
      options.equivalences = tasks::coverage::Equivalences::true_only;
    if (*rc::gen::arbitrary<bool>())
      options.index_sets = {tasks::coverage::index_set({1}), tasks::coverage::index_set({2})};
    for (const tasks::coverage::CoverageReading reading : readings) {
      options.reading = reading;
      RC_ASSERT(tasks::coverage::k_cutoffs(data, options) ==
                tests::cutoffs_by_definition(data, options));
    }
  }));
}

TEST_CASE("merged never covers what direct does not") {
  REQUIRE(rc::check([](std::uint64_t seed) {
    const tasks::FiniteFunction data = tiny_world(seed, {4, 4, 4}, *rc::gen::inRange(1, 4));
    const auto merged = cutoffs(data, tasks::coverage::CoverageReading::merged);
    RC_ASSERT(std::ranges::equal(merged, cutoffs(data, tasks::coverage::CoverageReading::direct),
                                 std::ranges::less_equal()));
  }));
}

TEST_CASE("more training inputs may contradict, but true equivalences only gain evidence") {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    tasks::FiniteFunction data = tiny_world(seed, {3, 3, 3}, 2);
    if (data.held_out.empty()) continue;
    const tasks::coverage::CoverageOptions options{.equivalences =
                                                       tasks::coverage::Equivalences::true_only};
    auto before = tasks::coverage::k_cutoffs(data, options);
    data.train.push_back(data.held_out.back());
    data.held_out.pop_back();
    before.pop_back();
    const auto after = tasks::coverage::k_cutoffs(data, options);
    CHECK(std::ranges::equal(before, after, std::ranges::less_equal()));
  }
}

TEST_CASE("equivalences that the function does not share are counted as spurious") {
  tasks::FiniteFunction data{
      .sizes = {3, 3},
      .train = {{{0, 0}, 1}, {{1, 0}, 1}, {{2, 0}, 1}, {{0, 1}, 5}, {{1, 1}, 5}},
      .truth = {1, 5, 2,    // fragment 0 and
                1, 5, 2,    // fragment 1 are the same,
                1, 5, 0}};  // fragment 2 is not, which the training set does not show
  const auto counts = tasks::coverage::equivalence_counts(data, {tasks::coverage::index_set({1})});
  REQUIRE(counts.size() == 2);
  CHECK(counts[0].pairs == 3);
  CHECK(counts[0].spurious == 2);
  CHECK(counts[1].pairs == 1);
  CHECK(counts[1].spurious == 0);
  data.truth.clear();
  CHECK_THROWS_WITH(tasks::coverage::equivalence_counts(data, {tasks::coverage::index_set({1})}),
                    Contains("true labels"));
}

TEST_CASE("impossible coverage data are errors that name the input") {
  const auto complaint = [](tasks::FiniteFunction data,
                            const tasks::coverage::CoverageOptions& options = {}) {
    try {
      tasks::coverage::k_cutoffs(data, options);
    } catch (const base::Error& error) {
      return std::string(error.what());
    }
    return std::string("no error");
  };
  tasks::FiniteFunction data = two_hops();
  CHECK(complaint(data, {.equivalences = tasks::coverage::Equivalences::true_only}) ==
        "coverage: true equivalences need the true labels");
  CHECK_THAT(complaint(data, {.index_sets = {tasks::coverage::index_set({1, 2, 3})}}),
             Contains("proper set"));
  data.truth.assign(125, 1);
  CHECK(complaint(data) == "no error");  // labels of the training inputs may be noisy
  data.held_out[0].label = 3;
  CHECK(complaint(data) == "coverage: held-out input 0: must have its true label 1, got 3");
  data.truth.clear();
  data.held_out[0].x[2] = 5;
  CHECK(complaint(data) == "coverage: held-out input 0: position 3 must be in 0..4, got 5");
  data.held_out[0].x[2] = 1;
  CHECK_THAT(complaint(data), Contains("held-out input 0: must occur once"));
  data.held_out.clear();
  data.train[1].x.pop_back();
  CHECK_THAT(complaint(data), Contains("training input 1: must have 3 positions, got 2"));
  CHECK_THAT(complaint({.sizes = {1000, 1000, 1000}}), Contains("at most 134217728 inputs"));
}
