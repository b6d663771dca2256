#include <catch2/catch.hpp>
#include <cstdlib>
#include <iomanip>
#include <sstream>

#include "base/file.h"
#include "tasks/catalog.h"
#include "tasks/pool.h"

namespace {

/// Lists over few values, so that repetitions show; parity as it is.
tasks::TaskConfig with_few_values(tasks::TaskConfig config) {
  if (auto* sorting = std::get_if<tasks::SortingConfig>(&config)) sorting->values = 9;
  if (auto* hint = std::get_if<tasks::ListHintConfig>(&config)) hint->lists.values = 9;
  return config;
}

/// Ten questions, of difficulties 4 to 8 and all pools, a line each.
std::string questions(const tasks::TaskConfig& config, std::uint64_t seed) {
  const auto task = make_task(config);
  const tasks::Vocabulary& words = task->vocabulary();
  std::ostringstream text;
  for (std::uint64_t i = 0; i < 10; ++i) {
    const tasks::Pool pool = tasks::all_pools[i % 3];
    const int difficulty = 4 + static_cast<int>(i % 5);
    const tasks::Example example = example_at(*task, pool, difficulty, seed, i);
    text << difficulty << "  " << std::left << std::setw(10) << name(pool)
         << words.text(example.prompt) << "  ->  " << words.text(example.answer) << '\n';
  }
  return text.str();
}

std::string golden(const tasks::CatalogEntry& entry) {
  const std::string second = entry.name == "parity" ? "\nseed 2\n" : "\nseed 2, 9 values\n";
  return entry.name + ": " + entry.summary + '\n' + entry.format +
         "\ndifficulty, pool, prompt -> answer; seed 1\n" + questions(entry.config, 1) + second +
         questions(with_few_values(entry.config), 2);
}

}  // namespace

TEST_CASE("the questions of every task are those of tests/golden/tasks") {
  for (const tasks::CatalogEntry& entry : tasks::catalog()) {
    const std::string file = LAB_SOURCE_DIR "/tests/golden/tasks/" + entry.name + ".txt";
    if (std::getenv("LAB_UPDATE_GOLDEN") != nullptr) base::write_file(file, golden(entry));
    CHECK(golden(entry) == base::read_file(file));
  }
}
