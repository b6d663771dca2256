#include "tasks/control/controlled.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "base/error.h"
#include "tasks/catalog/catalog.h"
#include "tasks/emptiness.h"
#include "tasks/pool.h"
#include "tests/pieces.h"

namespace tasks::control {
namespace {

using Catch::Matchers::Contains;

std::multiset<std::string> pieces_of(const Task& task, const std::string& kind,
                                     const Example& question) {
  return tests::pieces_of(kind, task.vocabulary().text(question.prompt));
}

/// What training shows in so many examples of some difficulties, read off the prompts.
std::set<std::string> shown(const Task& task, const std::string& kind, int low, int high,
                            std::uint64_t examples) {
  std::set<std::string> pieces;
  for (std::uint64_t i = 0; i < examples; ++i) {
    const int difficulty = low + static_cast<int>(i % static_cast<std::uint64_t>(high - low + 1));
    const auto example = example_at(task, Pool::train, difficulty, 5, i);
    for (const std::string& one : pieces_of(task, kind, example)) pieces.insert(one);
  }
  return pieces;
}

struct Case {
  std::string task, kind;
  double share;
  int low, high;  ///< difficulties
  bool full;      ///< whether so many examples show all that is allowed at these difficulties
};

const std::vector<Case> cases{{"sorting", "neighbours", 0.4, 2, 12, true},
                              {"sorting", "value", 0.5, 2, 12, true},
                              {"successor", "neighbours", 0.4, 2, 12, true},
                              {"fill", "neighbours", 0.4, 2, 9, true},
                              {"unique_copy", "bigram", 0.6, 2, 9, true},
                              {"repeat_copy", "bigram", 0.75, 2, 9, true},
                              {"parity", "ones", 0.6, 5, 12, false},
                              {"parity", "place", 0.6, 3, 12, false},
                              {"majority", "ones", 0.6, 5, 12, false},
                              {"parity_scratchpad", "ones", 0.6, 5, 9, false},
                              {"parity_scratchpad", "place", 0.6, 3, 9, false},
                              {"mode", "contest", 0.6, 4, 12, true},
                              {"count_up", "step", 0.95, 2, 6, true},
                              {"count_up", "start", 0.6, 2, 6, true},
                              {"boolean_and", "zero_place", 0.6, 10, 20, true},
                              {"addition", "digits", 0.7, 1, 6, true},
                              {"addition", "digits_at", 0.8, 1, 4, false},
                              {"blocksworld", "goal_fact", 0.6, 2, 6, true},
                              {"blocksworld", "height", 0.8, 2, 5, false},
                              {"plan_check", "goal_fact", 0.6, 2, 5, true}};

std::unique_ptr<const Task> made(const std::string& name, std::vector<CoverageRule> rules) {
  for (const catalog::CatalogEntry& entry : catalog::catalog()) {
    if (entry.name == name) return catalog::make_task(entry.config, rules);
  }
  FAIL("no task " << name);
  return nullptr;
}

/// Total variation between the answers' first tokens of two pools.
double mean_of(const Task& task, Pool pool, int difficulty, const std::string& facet) {
  double sum = 0;
  constexpr int questions = 400;
  for (std::uint64_t i = 0; i < questions; ++i) {
    sum += task.facets(example_at(task, pool, difficulty, 6, i)).at(facet);
  }
  return sum / questions;
}

}  // namespace

TEST_CASE("training shows the allowed share of the pieces and nothing else, by its prompts") {
  for (const auto& [name, kind, share, low, high, full] : cases) {
    DYNAMIC_SECTION(name << ' ' << kind) {
      const auto free = made(name, {});
      const auto task = made(name, {{kind, share, 3}});
      const std::uint64_t examples = full && low < high ? 100'000 : 20'000;
      const std::set<std::string> seen = shown(*task, kind, low, high, examples);
      const Fragments& fragments = *task->fragments();
      const auto place =
          static_cast<std::size_t>(std::ranges::find(fragments.kinds(), kind, &FragmentKind::name) -
                                   fragments.kinds().begin());
      const auto all = static_cast<double>(fragments.possible(place, task->difficulties())->size());
      CHECK(static_cast<double>(seen.size()) <= std::ceil(share * all));
      if (full) CHECK(static_cast<double>(seen.size()) >= 0.98 * share * all);
      for (int difficulty = low; difficulty <= high; ++difficulty) {
        if (!has_question(*task, Pool::uncovered, difficulty)) continue;
        for (std::uint64_t i = 0; i < 200; ++i) {
          const auto uncovered = example_at(*task, Pool::uncovered, difficulty, 5, i);
          const auto pieces = pieces_of(*task, kind, uncovered);
          INFO(task->vocabulary().text(uncovered.prompt));
          CHECK(std::ranges::any_of(pieces, [&](const auto& one) { return !seen.contains(one); }));
        }
      }
    }
  }
}

TEST_CASE("covered questions have allowed pieces only, and no question is in two pools") {
  for (const auto& [name, kind, share, low, high, full] : cases) {
    if (!full) continue;
    DYNAMIC_SECTION(name << ' ' << kind) {
      const auto task = made(name, {{kind, share, 3}});
      const std::set<std::string> seen = shown(*task, kind, low, high, 60'000);
      std::map<std::uint64_t, Pool> pools;
      for (const Pool pool : pools_of(*task)) {
        for (std::uint64_t i = 0; i < 400; ++i) {
          if (!has_question(*task, pool, high)) continue;
          const auto example = example_at(*task, pool, high, 8, i);
          CHECK(pools.emplace(task->question_key(example.prompt), pool).first->second == pool);
          if (pool == Pool::uncovered) continue;
          for (const auto& one : pieces_of(*task, kind, example)) CHECK(seen.contains(one));
        }
      }
    }
  }
}

TEST_CASE("what is covered and what is not are as long, and lists have as many copies") {
  const auto task = made("sorting", {{"neighbours", 0.3, 1}});
  for (const std::string facet : {"distinct", "largest_multiplicity"}) {
    const double covered = mean_of(*task, Pool::covered, 20, facet);
    CHECK(mean_of(*task, Pool::uncovered, 20, facet) == Approx(covered).epsilon(0.03));
  }
  const std::vector<CoverageRule> rules{{"neighbours", 0.6, 1}};
  const auto windowed = catalog::make_task(
      lists::SortingConfig{.values = 30, .inputs = lists::ListInputs::duplicate_rich}, rules);
  CHECK(mean_of(*windowed, Pool::uncovered, 8, "largest_multiplicity") ==
        Approx(mean_of(*windowed, Pool::covered, 8, "largest_multiplicity")).epsilon(0.06));
  CHECK(std::abs(mean_of(*made("sorting", {}), Pool::test, 20, "distinct") -
                 mean_of(*task, Pool::uncovered, 20, "distinct")) > 0.3);  // it is not for nothing
}

TEST_CASE("leaving out questions leaves out questions, and no pieces") {
  const auto task = made("sorting", {{"question", 0.4, 2}});
  const auto free = made("sorting", {});
  int allowed = 0, asked = 0;
  for (std::uint64_t i = 0; i < 3000; ++i) {
    const auto example = example_at(*free, Pool::test, 8, 1, i);
    const bool covered = task->drawn_pools()->holds(Pool::covered, example.prompt);
    CHECK(covered != task->drawn_pools()->holds(Pool::uncovered, example.prompt));
    ++asked;
    allowed += covered ? 1 : 0;
  }
  CHECK(static_cast<double>(allowed) / asked == Approx(0.4).margin(0.03));
}

TEST_CASE("rules of several kinds hold together") {
  const auto task =
      made("sorting", {{"neighbours", 0.6, 1}, {"value", 0.7, 1}, {"copies", 0.9, 1}});
  std::set<std::string> values = shown(*task, "value", 2, 10, 20'000);
  CHECK(values.size() <= 70);
  CHECK(shown(*task, "neighbours", 2, 10, 20'000).size() <= 2970);
}

TEST_CASE("how often training must show a piece is no rule of endless questions") {
  CHECK_THROWS_WITH(made("sorting", {{"neighbours", 0.5, 0, 2}}),
                    Contains("coverage: at_least: ") && Contains("endless"));
}

}  // namespace tasks::control
