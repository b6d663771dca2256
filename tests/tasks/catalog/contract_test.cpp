#include "tests/tasks/catalog/contract.h"

#include <array>
#include <catch2/catch.hpp>

namespace {

tasks::CatalogEntry with_inputs(tasks::CatalogEntry entry, tasks::ListInputs inputs) {
  if (auto* sorting = std::get_if<tasks::SortingConfig>(&entry.config)) sorting->inputs = inputs;
  if (auto* hint = std::get_if<tasks::ListHintConfig>(&entry.config)) hint->lists.inputs = inputs;
  return entry;
}

bool is_of_lists(const tasks::TaskConfig& config) {
  return std::holds_alternative<tasks::SortingConfig>(config) ||
         std::holds_alternative<tasks::ListHintConfig>(config);
}

}  // namespace

TEST_CASE("every task of the catalog keeps the contract") {
  for (const tasks::CatalogEntry& entry : tasks::catalog()) {
    DYNAMIC_SECTION(entry.name) { tests::check_contract(entry); }
  }
}

TEST_CASE("every list task keeps the contract however its lists are drawn") {
  for (const tasks::CatalogEntry& entry : tasks::catalog()) {
    if (!is_of_lists(entry.config)) continue;
    for (const auto inputs : {tasks::ListInputs::distinct, tasks::ListInputs::fixed_density,
                              tasks::ListInputs::duplicate_rich}) {
      DYNAMIC_SECTION(entry.name << ' ' << tasks::name(inputs)) {
        tests::check_contract(with_inputs(entry, inputs));
      }
    }
  }
}

TEST_CASE("blocksworld keeps the contract whatever its problems and traces") {
  for (const tasks::CatalogEntry& entry : tasks::catalog()) {
    if (entry.name != "blocksworld") continue;
    tasks::CatalogEntry variant = entry;
    auto& config = std::get<tasks::BlocksworldConfig>(variant.config);
    using enum tasks::BlocksTrace;
    constexpr std::array traces{none, stacking, none, universal, progression};
    for (const auto problems :
         {tasks::BlocksClass::single_goal_stack, tasks::BlocksClass::lexicographic,
          tasks::BlocksClass::k_towers, tasks::BlocksClass::general}) {
      config.problems = problems;
      config.trace = traces[static_cast<std::size_t>(problems)];
      DYNAMIC_SECTION(static_cast<int>(problems)) {
        tests::check_contract(variant, std::max(3, fewest_blocks(config)));
      }
    }
  }
}
