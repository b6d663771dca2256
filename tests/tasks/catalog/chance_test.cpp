#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "tasks/catalog/catalog.h"
#include "tests/tasks/catalog/guesser.h"

namespace tasks::catalog {
namespace {

// A task as in the catalog, but so small that a guesser is right often enough to be counted. Tasks
// that are small enough as they are need none of these.
void shrink(lists::ListConfig& config) { config.values = 6; }
void shrink(lists::ListHintConfig& config) { shrink(config.lists); }
void shrink(bits::ParityScratchpadConfig& config) { config.max_bits = 4; }
void shrink(lists::CopyConfig& config) { config.values = std::min(config.values, 6); }
void shrink(lists::CountUpConfig& config) { config = {.numbers = 12, .max_length = 8}; }
void shrink(lists::ModeConfig& config) { config.values = 9; }
void shrink(knowledge::KnowledgeConfig& config) {
  config = {.entities = 20, .relations = 6, .out_degree = 6, .phi = 2};
}
void shrink(blocksworld::BlocksworldConfig& config) { config.names = config.max_blocks = 4; }
void shrink(blocksworld::PlanCheckConfig& config) { shrink(config.blocks); }
template <typename Config>
void shrink(Config& /*small enough*/) {}

TaskConfig shrunk(TaskConfig config) {
  std::visit([](auto& c) { shrink(c); }, config);
  return config;
}

/// Of 20,910 commands few say to do the same: its chance is one in a thousand.
std::int64_t questions_for(const Task& task) { return task.name() == "scan" ? 300'000 : 20'000; }

/// A rate counted in `questions` is hardly ever further from `share` than this: four standard
/// deviations, and where hardly any question is solved, four questions.
double sampling_error(double share, std::int64_t questions) {
  const double n = static_cast<double>(questions), p = std::clamp(share, 0.0, 1.0);
  return 4 * std::sqrt(p * (1 - p) / n) + 4 / n;
}

/// A guesser who learned from examples may take an answer for the most frequent that is nearly so.
constexpr double of_nearly_the_best = 0.85;

/// Holds chance against a guesser that plays, at the four lowest difficulties: no guesser is right
/// more often, and this one hardly less often than a `most_too_high`-th of it; 1: chance is exact.
void check_chance(const TaskConfig& config, double most_too_high = 1) {
  const auto task = make_task(config);
  const std::int64_t questions = questions_for(*task);
  const auto [low, high] = task->difficulties();
  double most_counted = 0;
  for (int difficulty = low; difficulty <= std::min(high, low + 3); ++difficulty) {
    const double chance = task->chance(difficulty);
    const tests::Guesses guesses = tests::guesses(*task, difficulty, questions);
    INFO(task->name() << ", difficulty " << difficulty << ": chance " << chance << ", a guesser is "
                      << "right in " << guesses.share() << " of " << questions);
    CHECK(guesses.share() <= chance + sampling_error(chance, questions));
    const double least = chance / most_too_high * of_nearly_the_best;
    CHECK(guesses.share() >= least - sampling_error(least, questions));
    most_counted = std::max(most_counted, chance * static_cast<double>(questions));
  }
  INFO(task->name() << ": its chance is too small to be counted: shrink its config above");
  CHECK(most_counted >= 200);
}

TEST_CASE("chance is what the best guesser gets") {
  for (const CatalogEntry& entry : catalog()) check_chance(shrunk(entry.config));
}

TEST_CASE("chance is what the best guesser gets, of whatever lists, marks and problems") {
  for (const lists::ListHint kind : lists::all_list_hints) {
    check_chance(lists::ListHintConfig{kind, {.values = 6, .inputs = lists::ListInputs::distinct}});
  }
  check_chance(lists::SortingConfig{.values = 6, .inputs = lists::ListInputs::distinct});
  check_chance(lists::SortingConfig{
      .values = 6, .inputs = lists::ListInputs::fixed_density, .density = 0.7});
  check_chance(bits::ParityScratchpadConfig{.hints = IndexMarks::off});
  check_chance(lists::CopyConfig{.values = 6, .max_length = 4, .hints = IndexMarks::on});
  check_chance(addition::AdditionConfig{.hints = IndexMarks::on, .max_digits = 2});
  check_chance(blocksworld::BlocksworldConfig{
      .problems = blocksworld::BlocksClass::lexicographic, .names = 5, .max_blocks = 3});
}

TEST_CASE("a chance that is a bound is no smaller than what the best guesser gets") {
  // Lists from windows: as if the guesser knew the window's width and where q is in it.
  const auto lists = [](lists::ListInputs inputs) {
    return lists::ListConfig{.values = 6, .inputs = inputs, .density = 0.7};
  };
  for (const lists::ListHint kind : lists::all_list_hints) {
    check_chance(lists::ListHintConfig{kind, lists(lists::ListInputs::fixed_density)}, 1.2);
    check_chance(lists::ListHintConfig{kind, lists(lists::ListInputs::duplicate_rich)}, 1.8);
  }
  check_chance(lists(lists::ListInputs::duplicate_rich), 1.8);
  // As if it knew where the carries are.
  check_chance(addition::AdditionConfig{.digits = addition::AdditionDigits::balanced_carries}, 1.1);
  // As if a plan that names the right blocks met as many goals as it can: far too high.
  for (const auto problems :
       {blocksworld::BlocksClass::single_goal_stack, blocksworld::BlocksClass::k_towers,
        blocksworld::BlocksClass::general}) {
    check_chance(blocksworld::BlocksworldConfig{.problems = problems, .names = 5, .max_blocks = 5},
                 std::numeric_limits<double>::infinity());
  }
}

}  // namespace
}  // namespace tasks::catalog
