#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <iomanip>
#include <sstream>

#include "base/file.h"
#include "tasks/catalog/catalog.h"
#include "tasks/pool.h"

namespace {

struct Variant {
  std::string label;  ///< what sets it apart from the default
  tasks::catalog::TaskConfig config;
};

/// Lists over few values, so that repetitions show; tasks without a variant worth showing as they
/// are.
Variant second_variant(tasks::catalog::TaskConfig config) {
  if (auto* sorting = std::get_if<tasks::lists::SortingConfig>(&config)) {
    sorting->values = 9;
    return {", 9 values", config};
  }
  if (auto* hint = std::get_if<tasks::lists::ListHintConfig>(&config)) {
    hint->lists.values = 9;
    return {", 9 values", config};
  }
  if (auto* parity = std::get_if<tasks::bits::ParityScratchpadConfig>(&config)) {
    parity->hints = tasks::IndexMarks::off;
    return {", without hints", config};
  }
  if (auto* copy = std::get_if<tasks::lists::CopyConfig>(&config)) {
    copy->hints = tasks::IndexMarks::on;
    return {", with hints", config};
  }
  if (auto* mode = std::get_if<tasks::lists::ModeConfig>(&config)) {
    mode->values = 9;
    return {", 9 values", config};
  }
  if (auto* boolean_and = std::get_if<tasks::bits::BooleanAndConfig>(&config)) {
    boolean_and->places = 10;
    return {", 10 places", config};
  }
  if (auto* addition = std::get_if<tasks::addition::AdditionConfig>(&config)) {
    addition->hints = tasks::IndexMarks::on;
    addition->digits = tasks::addition::AdditionDigits::balanced_carries;
    return {", with hints and balanced carries", config};
  }
  if (auto* composition = std::get_if<tasks::composition::CompositionConfig>(&config)) {
    composition->scratchpad = tasks::composition::Scratchpad::bridges;
    return {", with bridges", config};
  }
  if (auto* knowledge = std::get_if<tasks::knowledge::KnowledgeConfig>(&config)) {
    knowledge->out_degree = 12;
    knowledge->identity = tasks::knowledge::IdentityRows::on;
    return {", out-degree 12 and identity rows", config};
  }
  if (auto* scan = std::get_if<tasks::scan::ScanConfig>(&config)) {
    scan->world = {.rule = {.split = tasks::scan::ScanSplit::add_jump},
                   .extra_primitives = 3,
                   .max_sentences = 4,
                   .train_items = 1000};
    return {", jump added, three more primitives, longer commands", config};
  }
  if (auto* blocks = std::get_if<tasks::blocksworld::BlocksworldConfig>(&config)) {
    blocks->problems = tasks::blocksworld::BlocksClass::general;
    blocks->planner = tasks::blocksworld::BlocksPlanner::optimal;
    return {", any state to any other, optimal plans", config};
  }
  if (auto* check = std::get_if<tasks::blocksworld::PlanCheckConfig>(&config)) {
    check->blocks.problems = tasks::blocksworld::BlocksClass::general;
    return {", any state to any other", config};
  }
  return {"", config};
}

/// The pools of a task, without those that are empty at its hardest questions.
std::vector<tasks::Pool> filled_pools(const tasks::Task& task) {
  std::vector<tasks::Pool> filled;
  for (const tasks::Pool pool : tasks::pools_of(task)) {
    if (tasks::pool_size(task, pool, task.difficulties().high).value_or(1) > 0) {
      filled.push_back(pool);
    }
  }
  return filled;
}

/// Ten questions, of difficulties 4 to 8 (as far as there are) and all filled pools, a line each.
std::string questions(const tasks::catalog::TaskConfig& config, std::uint64_t seed) {
  const auto task = tasks::catalog::make_task(config);
  const tasks::Vocabulary& words = task->vocabulary();
  const std::vector<tasks::Pool> pools = filled_pools(*task);
  std::ostringstream text;
  for (std::uint64_t i = 0; i < 10; ++i) {
    const tasks::Pool pool = pools[i % pools.size()];
    const tasks::Range range = task->difficulties();
    const int difficulty = std::clamp(4 + static_cast<int>(i % 5), range.low, range.high);
    const tasks::Example example = tasks::example_at(*task, pool, difficulty, seed, i);
    text << difficulty << "  " << std::left << std::setw(10) << tasks::name(pool)
         << words.text(example.prompt) << "  ->  " << words.text(example.answer) << '\n';
  }
  return text.str();
}

std::string golden(const tasks::catalog::CatalogEntry& entry) {
  const Variant second = second_variant(entry.config);
  return entry.name + ": " + entry.summary + '\n' + entry.format +
         "\ndifficulty, pool, prompt -> answer; seed 1\n" + questions(entry.config, 1) +
         "\nseed 2" + second.label + '\n' + questions(second.config, 2);
}

}  // namespace

TEST_CASE("the questions of every task are those of tests/golden/tasks") {
  for (const tasks::catalog::CatalogEntry& entry : tasks::catalog::catalog()) {
    const std::string file = LAB_SOURCE_DIR "/tests/golden/tasks/" + entry.name + ".txt";
    if (std::getenv("LAB_UPDATE_GOLDEN") != nullptr) base::write_file(file, golden(entry));
    INFO("LAB_UPDATE_GOLDEN=1 writes it anew; read what git diff then says");
    CHECK(golden(entry) == base::read_file(file));
  }
}
