#include "tests/tasks/catalog/contract.h"

#include <array>
#include <catch2/catch.hpp>

namespace {

tasks::catalog::CatalogEntry with_inputs(tasks::catalog::CatalogEntry entry,
                                         tasks::lists::ListInputs inputs) {
  if (auto* sorting = std::get_if<tasks::lists::SortingConfig>(&entry.config))
    sorting->inputs = inputs;
  if (auto* hint = std::get_if<tasks::lists::ListHintConfig>(&entry.config))
    hint->lists.inputs = inputs;
  return entry;
}

bool is_of_lists(const tasks::catalog::TaskConfig& config) {
  return std::holds_alternative<tasks::lists::SortingConfig>(config) ||
         std::holds_alternative<tasks::lists::ListHintConfig>(config);
}

}  // namespace

TEST_CASE("every task of the catalog keeps the contract") {
  for (const tasks::catalog::CatalogEntry& entry : tasks::catalog::catalog()) {
    DYNAMIC_SECTION(entry.name) { tests::check_contract(entry); }
  }
}

TEST_CASE("every list task keeps the contract however its lists are drawn") {
  for (const tasks::catalog::CatalogEntry& entry : tasks::catalog::catalog()) {
    if (!is_of_lists(entry.config)) continue;
    for (const auto inputs :
         {tasks::lists::ListInputs::distinct, tasks::lists::ListInputs::fixed_density,
          tasks::lists::ListInputs::duplicate_rich}) {
      DYNAMIC_SECTION(entry.name << ' ' << tasks::lists::name(inputs)) {
        tests::check_contract(with_inputs(entry, inputs));
      }
    }
  }
}

TEST_CASE("blocksworld keeps the contract whatever its problems and traces") {
  for (const tasks::catalog::CatalogEntry& entry : tasks::catalog::catalog()) {
    if (entry.name != "blocksworld") continue;
    tasks::catalog::CatalogEntry variant = entry;
    auto& config = std::get<tasks::blocksworld::BlocksworldConfig>(variant.config);
    using enum tasks::blocksworld::BlocksTrace;
    constexpr std::array traces{none, stacking, none, universal, progression};
    for (const auto problems :
         {tasks::blocksworld::BlocksClass::single_goal_stack,
          tasks::blocksworld::BlocksClass::lexicographic, tasks::blocksworld::BlocksClass::k_towers,
          tasks::blocksworld::BlocksClass::general}) {
      config.problems = problems;
      config.trace = traces[static_cast<std::size_t>(problems)];
      DYNAMIC_SECTION(static_cast<int>(problems)) {
        tests::check_contract(variant, std::max(3, tasks::blocksworld::fewest_blocks(config)));
      }
    }
  }
}
