#include "lab/runs/condition.h"

#include <catch2/catch.hpp>

#include "base/error.h"

namespace lab::runs {
namespace {

using Catch::Contains;

TEST_CASE("a condition is a name, a sign and a value, spaces around them or not") {
  const std::pair<std::string, Relation> cases[] = {
      {"a.b=3", Relation::equal},   {"a.b != 3", Relation::not_equal},
      {"a.b<3", Relation::below},   {"a.b<= 3", Relation::at_most},
      {" a.b >3", Relation::above}, {"a.b>=3", Relation::at_least},
  };
  for (const auto& [text, relation] : cases) {
    const Condition condition = condition_in(text);
    INFO(text);
    CHECK(condition.what == "a.b");
    CHECK(condition.value == "3");
    CHECK(condition.relation == relation);
  }
  CHECK(condition_in("task={composition {entities: 8}}").value == "{composition {entities: 8}}");
  CHECK(condition_in("name=a=b").value == "a=b");
  for (const char* text : {"seed", "", "=3", "seed!3", "seed!"}) {
    INFO(text);
    CHECK_THROWS_WITH(condition_in(text), Contains("--where: wanted path=value"));
  }
}

bool holds_of(const std::string& text, const std::optional<std::string>& found) {
  return holds(condition_in(text), found);
}

TEST_CASE("numbers compare as numbers, texts as texts, and what is not known is unlike all") {
  CHECK(holds_of("x=1e-3", "0.001"));
  CHECK(holds_of("x<10", "9"));
  CHECK(!holds_of("x<10", "10"));
  CHECK(holds_of("x<=10", "10"));
  CHECK(holds_of("x>9", "10"));
  CHECK(holds_of("x>=2026-11", "2026-12-01T10:00:00Z"));
  CHECK(!holds_of("x<5", "many"));
  CHECK(holds_of("x!=5", std::nullopt));
  CHECK(!holds_of("x=5", std::nullopt));
  CHECK(!holds_of("x<5", std::nullopt));
}

TEST_CASE("a share may be given in percent, and must be a number") {
  Condition condition = condition_in("score>=90 %");
  require_number(&condition);
  CHECK(condition.value == "0.9");
  Condition wrong = condition_in("score>good");
  CHECK_THROWS_WITH(require_number(&wrong), Contains("--where: score>good: wanted a number"));
}

}  // namespace
}  // namespace lab::runs
