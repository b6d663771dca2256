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

using Pools = std::map<tasks::Pool, std::vector<int>>;

/// A lesson over these pools in place of those of its spec.
lab::train::Lesson lesson_over(const std::vector<Pools>& parts) {
  std::string text = "task { parity { max_bits: 3 } difficulty { low: 3 high: 3 } }\n";
  for (std::size_t i = 1; i < parts.size(); ++i) {
    text += "hint { parity { max_bits: 3 } difficulty { low: 3 high: 3 } name: 'hint' }\n";
  }
  lab::train::Lesson lesson = lab_tests::lesson_from(
      text + "train { steps: 10 warmup: 1 batch: 2 }\nscore { difficulties: 3 examples: 10 }\n");
  lab::train::Mixture::Tasks tasks;
  for (const Pools& pools : parts) tasks.push_back(std::make_unique<const ThreeBits>(pools));
  std::vector<lab::spec::MixturePart> named;
  for (std::size_t i = 0; i < parts.size(); ++i) named.push_back(lesson.mixture.part(i));
  return {lesson.spec, lab::train::Mixture(std::move(named), std::move(tasks)), lesson.model};
}

lab::coverage::PoolCoverage row_of(const lab::coverage::PartCoverage& part, tasks::Pool pool) {
  for (const auto& row : part.pools) {
    if (row.pool == pool) return row;
  }
  return {};
}

lab::coverage::Report report_of(const std::vector<Pools>& parts) {
  return lab::coverage::coverage_of(lesson_over(parts), 10, {});
}

lab::coverage::Report report_of(const std::string& spec) {
  return lab::coverage::coverage_of(lab_tests::lesson_from(spec), 50, {});
}

/// Copies whose pools look at the order of the items, as if no other task did not.
class OrderedCopies final : public tasks::Task {
 public:
  std::string_view name() const override { return copy_.name(); }
  const tasks::Vocabulary& vocabulary() const override { return copy_.vocabulary(); }
  tasks::Range difficulties() const override { return copy_.difficulties(); }
  tasks::Example sample(int d, base::Random& random) const override {
    return copy_.sample(d, random);
  }
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override {
    return copy_.solves(prompt, answer);
  }
  std::uint64_t question_key(std::span<const Token> prompt) const override {
    return copy_.question_key(prompt);
  }
  tasks::Content content(std::span<const Token> prompt) const override {
    return copy_.content(prompt);
  }
  int answer_limit(std::span<const Token> prompt) const override {
    return copy_.answer_limit(prompt);
  }
  double chance(int difficulty) const override { return copy_.chance(difficulty); }
  std::map<std::string, int> facets(const tasks::Example& e) const override {
    return copy_.facets(e);
  }

 private:
  tasks::lists::Copy copy_{
      {.items = tasks::lists::CopyItems::unique, .values = 12, .max_length = 4}};
};

const std::string sorting_with_copies =
    "task { sorting { values: 12 inputs: DISTINCT } difficulty { low: 4 high: 4 } }\n"
    "hint { copy { values: 12 max_length: 4 } difficulty { low: 4 high: 4 } }\n"
    "train { steps: 300 }\nscore { difficulties: 4 }\n";

}  // namespace

TEST_CASE("pools that share no question are disjoint") {
  const auto report =
      report_of({{{Pool::train, {0, 1, 2}}, {Pool::validate, {3, 4}}, {Pool::test, {5, 7}}}});
  CHECK(lab::coverage::disjoint(report));
  CHECK(report.parts[0].finite);
  CHECK(row_of(report.parts[0], Pool::train).questions == 3);
  CHECK(row_of(report.parts[0], Pool::test).compared == 2);
  CHECK(row_of(report.parts[0], Pool::test).chance == 0.5);
  CHECK(report.examples == 3);
}

TEST_CASE("a held-out question that is trained on or in two pools is counted") {
  const auto leak =
      report_of({{{Pool::train, {0, 1, 2}}, {Pool::validate, {3}}, {Pool::test, {1, 2, 7}}}});
  CHECK_FALSE(lab::coverage::disjoint(leak));
  CHECK(row_of(leak.parts[0], Pool::test).trained == 2);
  CHECK(row_of(leak.parts[0], Pool::validate).trained == 0);
  CHECK_THAT(lab::coverage::coverage_text(leak),
             Contains("NOT disjoint") && Contains("leak: pool test of parity at 3: `<parity> 0 ") &&
                 Contains(", and parity at 3 trains on `<parity> 0 "));
  const auto twice =
      report_of({{{Pool::train, {0}}, {Pool::validate, {3, 4}}, {Pool::test, {4, 7}}}});
  CHECK_FALSE(lab::coverage::disjoint(twice));
  CHECK(row_of(twice.parts[0], Pool::test).elsewhere == 1);
  CHECK(row_of(twice.parts[0], Pool::test).trained == 0);
  CHECK(row_of(twice.parts[0], Pool::test).leak->shown ==
        "pool validate of parity at 3: `<parity> 1 0 0 =`");
}

TEST_CASE("what a hint trains on counts as trained on") {
  const auto report = report_of({{{Pool::train, {0}}, {Pool::validate, {}}, {Pool::test, {6, 7}}},
                                 {{Pool::train, {6}}, {Pool::validate, {}}, {Pool::test, {}}}});
  CHECK_FALSE(lab::coverage::disjoint(report));
  CHECK(row_of(report.parts[0], Pool::test).trained == 1);
  CHECK(row_of(report.parts[0], Pool::test).leak->shown ==
        "hint at 3 trains on `<parity> 1 1 0 =`");
}

TEST_CASE("copies and lists to be sorted are compared by their items, in whatever order") {
  const auto repeated = report_of(
      "task { copy { items: REPEATED values: 4 } difficulty { low: 4 high: 4 } }\n"
      "hint { list_hint { kind: IDENTITY_COPY values: 4 } difficulty { low: 4 high: 4 } }\n"
      "train { steps: 300 }\nscore { difficulties: 4 }\n");
  CHECK(lab::coverage::disjoint(repeated));
  CHECK(repeated.examples == 300 * 64);
  CHECK(repeated.drawn == 300 * 64);
  CHECK(lab::coverage::disjoint(report_of(sorting_with_copies)));
}

TEST_CASE("a key that does not know what another task asks is found out, with an example") {
  lab::train::Lesson lesson = lab_tests::lesson_from(sorting_with_copies);
  lab::train::Mixture::Tasks tasks;
  tasks.push_back(tasks::catalog::make_task(lesson.mixture.part(0).task));
  tasks.push_back(std::make_unique<const OrderedCopies>());
  const lab::train::Lesson broken{
      lesson.spec,
      lab::train::Mixture({lesson.mixture.part(0), lesson.mixture.part(1)}, std::move(tasks)),
      lesson.model};
  const auto report = lab::coverage::coverage_of(broken, 50, {});
  CHECK_FALSE(lab::coverage::disjoint(report));
  const auto test = row_of(report.parts[0], Pool::test);
  CHECK(test.trained == test.compared);  // in one of its 24 orders at least
  REQUIRE(test.leak);
  CHECK_THAT(test.leak->asked, Contains("pool test of sorting at 4: `<sort> "));
  CHECK_THAT(test.leak->shown, Contains("unique_copy at 4 trains on `<copy> "));
  const auto json = nlohmann::json::parse(lab::coverage::coverage_json(report));
  CHECK(json["disjoint"] == false);
  CHECK(json["tasks"][0]["pools"][2]["leak"]["shown"] == test.leak->shown);
}

TEST_CASE("an endless pool that has nothing is not called endless") {
  const auto report = report_of(
      "task { parity { max_bits: 40 } difficulty { low: 2 high: 20 } }\ntrain { steps: 1000 }\n"
      "score { difficulties: [ 1, 40 ] }\n");
  CHECK(lab::coverage::disjoint(report));
  CHECK_FALSE(report.parts[0].finite);
  REQUIRE(report.parts[0].pools.size() == 12);
  CHECK(report.parts[0].pools[9].difficulty == 40);
  CHECK(report.parts[0].pools[9].compared == 200);  // as many as are asked
  CHECK_FALSE(report.parts[0].pools[9].questions);
  CHECK_THAT(lab::coverage::coverage_text(report), Contains(" none "));
}

TEST_CASE("the report shows every number, for people and for programs") {
  lab::coverage::PartCoverage part{"hops", true, {}, lab::coverage::CutoffCoverage{}};
  part.pools = {{tasks::Pool::train, 2, 1300, 1300, 1300, 0, 0.25},
                {tasks::Pool::type_0, 2, 90, 80, 7, 3, 0.25}};
  part.cutoffs->items[tasks::Pool::type_0] = {{0, 11}, {3, 69}};
  part.cutoffs->equivalences = {{500, 41}, {60, 2}};
  part.pools[1].leak = lab::coverage::Leak{"pool type_0 of hops at 2: `t1 =`", "it is shown"};
  const lab::coverage::Report report{{part}, 1300, 1300};
  CHECK(lab::coverage::coverage_text(report) ==
        "hops: finite pools, every question compared\n"
        "difficulty  pool       questions  compared  trained on  in another pool    chance\n"
        "         2  train           1300      1300           -                -      0.25\n"
        "         2  type_0            90        80           7                3      0.25\n"
        "            k-cutoff         0       3\n"
        "            type_0          11      69\n"
        "            k           equivalent    spurious\n"
        "            1                  500          41\n"
        "            2                   60           2\n"
        "leak: pool type_0 of hops at 2: `t1 =`, and it is shown\n"
        "NOT disjoint, by content, in 1300 of the 1300 examples that training shows: see the "
        "columns `trained on` and `in another pool`\n");
  const auto json = nlohmann::json::parse(lab::coverage::coverage_json(report));
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
                         lesson, 10, {.equivalences = tasks::coverage::Equivalences::true_only})
                         .parts;
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
