#include "tasks/catalog/catalog.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "base/error.h"

using Catch::Matchers::Contains;
using tasks::catalog::make_task;

TEST_CASE("the catalog has every task once, each list hint under its own name") {
  std::set<std::string> names;
  for (const tasks::catalog::CatalogEntry& entry : tasks::catalog::catalog())
    names.insert(entry.name);
  CHECK(names.size() == tasks::catalog::catalog().size());
  CHECK(names.contains("parity"));
  CHECK(names.contains("sorting"));
  for (const auto kind : tasks::lists::all_list_hints)
    CHECK(names.contains(std::string(tasks::lists::name(kind))));
}

TEST_CASE("an impossible config is an error that names the field") {
  const auto list = [](const tasks::lists::ListConfig& config) {
    return tasks::catalog::make_task(config);
  };
  CHECK_THROWS_WITH(list({.values = 1}), "values: must be >= 2, got 1");
  CHECK_THROWS_WITH(list({.max_length = 0}), "max_length: must be >= 1, got 0");
  CHECK_THROWS_WITH(list({.density = 0}), Contains("density: must be in (0, 100], got 0"));
  CHECK_THROWS_WITH(list({.density = 101}), Contains("density: "));
  CHECK_THROWS_AS(list({.density = std::nan("")}), base::Error);
  CHECK_THROWS_WITH(tasks::catalog::make_task(tasks::bits::ParityConfig{.max_bits = 0}),
                    "max_bits: must be >= 1, got 0");
  CHECK_THROWS_WITH(tasks::catalog::make_task(
                        tasks::lists::ListHintConfig{tasks::lists::ListHint::fill, {.values = -5}}),
                    "values: must be >= 2, got -5");
}

TEST_CASE("list hints and inputs have names and are found by them") {
  for (const auto kind : tasks::lists::all_list_hints)
    CHECK(tasks::lists::list_hint_named(tasks::lists::name(kind)) == kind);
  CHECK(tasks::lists::list_inputs_named("duplicate_rich") ==
        tasks::lists::ListInputs::duplicate_rich);
  CHECK(tasks::lists::name(tasks::lists::ListInputs::fixed_density) == "fixed_density");
  CHECK_THROWS_WITH(tasks::lists::list_hint_named("succesor"),
                    Contains("did you mean `successor`?"));
  CHECK_THROWS_WITH(tasks::lists::list_inputs_named("normal"),
                    Contains("inputs: none is named `normal`"));
}
