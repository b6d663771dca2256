#include "lab/coverage/report.h"

#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "lab/coverage/text.h"
#include "tasks/bits/parity.h"
#include "tests/lab/spec/testing.h"

using Catch::Matchers::Contains;
using lab::coverage::CoveredTask;
using tasks::Pool;
using tasks::Token;

namespace {

/// Parity of three bits with finite pools: the numbers given, of which some may be in two.
class ThreeBits final : public tasks::Task, public tasks::FinitePools {
 public:
  explicit ThreeBits(std::map<tasks::Pool, std::vector<int>> pools) : pools_(std::move(pools)) {}
  std::string_view name() const override { return "three_bits"; }
  const tasks::Vocabulary& vocabulary() const override { return parity_.vocabulary(); }
  tasks::Range difficulties() const override { return {3, 3}; }
  tasks::Example sample(int d, base::Random& random) const override {
    return parity_.sample(d, random);
  }
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override {
    return parity_.solves(prompt, answer);
  }
  std::uint64_t question_key(std::span<const Token> prompt) const override {
    return parity_.question_key(prompt);
  }
  int answer_limit(std::span<const Token> prompt) const override {
    return parity_.answer_limit(prompt);
  }
  double chance(int difficulty) const override { return parity_.chance(difficulty); }
  std::map<std::string, int> facets(const tasks::Example& e) const override {
    return parity_.facets(e);
  }
  const tasks::FinitePools* finite_pools() const override { return this; }
  std::span<const tasks::Pool> pools() const override {
    static constexpr std::array all{tasks::Pool::train, tasks::Pool::validate, tasks::Pool::test};
    return all;
  }
  std::int64_t pool_size(tasks::Pool pool, int /*difficulty*/) const override {
    return std::ssize(pools_.at(pool));
  }
  tasks::Example pool_item(tasks::Pool pool, int difficulty, std::int64_t place) const override {
    const int number = pools_.at(pool).at(static_cast<std::size_t>(place));
    std::string prompt = "<parity>";
    for (const int bit : {4, 2, 1}) prompt += (number & bit) != 0 ? " 1" : " 0";
    return {vocabulary().tokens(prompt + " ="), {}, difficulty};
  }

 private:
  std::map<tasks::Pool, std::vector<int>> pools_;
  tasks::bits::Parity parity_{{}};
};

lab::coverage::PoolCoverage row_of(const lab::coverage::PartCoverage& part, tasks::Pool pool) {
  for (const auto& row : part.pools) {
    if (row.pool == pool) return row;
  }
  return {};
}

std::vector<lab::coverage::PartCoverage> compared(const tasks::Task& task) {
  return lab::coverage::compare_pools({{"bits", &task, {3, 3}, {3}}}, 10);
}

}  // namespace

TEST_CASE("pools that share no question are disjoint") {
  const ThreeBits task({{tasks::Pool::train, {0, 1, 2}},
                        {tasks::Pool::validate, {3, 4}},
                        {tasks::Pool::test, {5, 7}}});
  const auto parts = compared(task);
  CHECK(lab::coverage::disjoint(parts));
  CHECK(parts[0].finite);
  CHECK(row_of(parts[0], tasks::Pool::train).questions == 3);
  CHECK(row_of(parts[0], tasks::Pool::test).compared == 2);
  CHECK(row_of(parts[0], tasks::Pool::test).chance == 0.5);
}

TEST_CASE("a held-out question that is trained on or in two pools is counted") {
  const ThreeBits leak({{tasks::Pool::train, {0, 1, 2}},
                        {tasks::Pool::validate, {3}},
                        {tasks::Pool::test, {1, 2, 7}}});
  CHECK_FALSE(lab::coverage::disjoint(compared(leak)));
  CHECK(row_of(compared(leak)[0], tasks::Pool::test).trained == 2);
  CHECK(row_of(compared(leak)[0], tasks::Pool::validate).trained == 0);
  CHECK_THAT(lab::coverage::coverage_text(compared(leak)), Contains("NOT disjoint"));
  const ThreeBits twice(
      {{tasks::Pool::train, {0}}, {tasks::Pool::validate, {3, 4}}, {tasks::Pool::test, {4, 7}}});
  CHECK_FALSE(lab::coverage::disjoint(compared(twice)));
  CHECK(row_of(compared(twice)[0], tasks::Pool::test).elsewhere == 1);
  CHECK(row_of(compared(twice)[0], tasks::Pool::test).trained == 0);
}

TEST_CASE("what a hint trains on counts as trained on") {
  const ThreeBits main(
      {{tasks::Pool::train, {0}}, {tasks::Pool::validate, {}}, {tasks::Pool::test, {6, 7}}});
  const ThreeBits hint(
      {{tasks::Pool::train, {6}}, {tasks::Pool::validate, {}}, {tasks::Pool::test, {}}});
  const auto parts = lab::coverage::compare_pools(
      {{"main", &main, {3, 3}, {3}}, {"hint", &hint, {3, 3}, {3}}}, 10);
  CHECK_FALSE(lab::coverage::disjoint(parts));
  CHECK(row_of(parts[0], tasks::Pool::test).trained == 1);
}

TEST_CASE("of endless pools a sample is compared, also where a pool has nothing") {
  const tasks::bits::Parity parity({});
  const auto parts = lab::coverage::compare_pools({{"parity", &parity, {1, 20}, {1, 40}}}, 50);
  CHECK(lab::coverage::disjoint(parts));
  CHECK_FALSE(parts[0].finite);
  REQUIRE(parts[0].pools.size() == 6);
  CHECK(parts[0].pools[3].difficulty == 40);
  CHECK(parts[0].pools[3].compared == 50);
  CHECK_FALSE(parts[0].pools[3].questions);
  int empty = 0;  // two questions of one bit leave a pool of the three without any
  for (int i = 0; i < 3; ++i) empty += parts[0].pools[static_cast<std::size_t>(i)].compared == 0;
  CHECK(empty >= 1);
}

TEST_CASE("the report shows every number, for people and for programs") {
  lab::coverage::PartCoverage part{"hops", true, {}, lab::coverage::CutoffCoverage{}};
  part.pools = {{tasks::Pool::train, 2, 1300, 1300, 1300, 0, 0.25},
                {tasks::Pool::type_0, 2, 90, 80, 7, 3, 0.25}};
  part.cutoffs->items[tasks::Pool::type_0] = {{0, 11}, {3, 69}};
  part.cutoffs->equivalences = {{500, 41}, {60, 2}};
  CHECK(lab::coverage::coverage_text({part}) ==
        "hops: finite pools, every question compared\n"
        "difficulty  pool       questions  compared  trained on  in another pool    chance\n"
        "         2  train           1300      1300           -                -      0.25\n"
        "         2  type_0            90        80           7                3      0.25\n"
        "            k-cutoff         0       3\n"
        "            type_0          11      69\n"
        "            k           equivalent    spurious\n"
        "            1                  500          41\n"
        "            2                   60           2\n"
        "NOT disjoint: see the columns `trained on` and `in another pool`\n");
  const auto json = nlohmann::json::parse(lab::coverage::coverage_json({part}));
  CHECK(json["disjoint"] == false);
  const auto& task = json["tasks"][0];
  CHECK(task["pools"][1]["trained_on"] == 7);
  CHECK(task["pools"][1]["in_another_pool"] == 3);
  CHECK_FALSE(task["pools"][0].contains("trained_on"));
  CHECK(task["coverage"]["k_cutoff"]["type_0"][1] == nlohmann::json{{"k", 3}, {"questions", 69}});
  CHECK(task["coverage"]["equivalent_fragments"][0]["spurious"] == 41);
}

TEST_CASE("coverage of a composition is that of its world") {
  const auto lesson = lab_tests::lesson_from(
      "task { composition { entities: 12 items: 300 } }\ntrain { steps: 1000 }\n");
  const auto parts = lab::coverage::coverage_of(
      lesson, 10, {.equivalences = tasks::coverage::Equivalences::true_only});
  REQUIRE(parts[0].cutoffs);
  std::int64_t held_out = 0, covered = 0, ood = 0;
  for (const auto& [pool, items] : parts[0].cutoffs->items) {
    for (const auto& [k, count] : items) {
      held_out += count;
      const bool in_distribution = pool == tasks::Pool::type_0 || pool == tasks::Pool::validate;
      (in_distribution ? covered : ood) += k >= 2 ? count : 0;
    }
  }
  std::int64_t questions = 0;
  for (const auto& row : parts[0].pools) questions += *row.questions;
  CHECK(held_out == questions - 300);
  CHECK(covered > 0);
  CHECK(ood == 0);  // no true substitution leads from a call never trained on to one that is
  CHECK(parts[0].cutoffs->equivalences.at(0).spurious > 0);
}

TEST_CASE("what training may combine and does not is shown apart") {
  std::string text;
  for (const std::string task :
       {"knowledge { entities: 12 relations: 4 out_degree: 4 phi: 1 atomic: NONE }",
        "comparison { entities: 12 attributes: 3 phi: 1 }"}) {
    const auto lesson = lab_tests::lesson_from("task { " + task + " }\ntrain { steps: 1000 }\n");
    text += lab::coverage::coverage_text(lab::coverage::coverage_of(lesson, 1, {}));
  }
  const std::string file = LAB_SOURCE_DIR "/tests/golden/coverage/unused.txt";
  if (std::getenv("LAB_UPDATE_GOLDEN") != nullptr) base::write_file(file, text);
  INFO("LAB_UPDATE_GOLDEN=1 writes it anew; read what git diff then says");
  CHECK(text == base::read_file(file));
}
