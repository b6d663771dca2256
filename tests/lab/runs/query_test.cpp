#include "lab/runs/query.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "lab/runs/notes.h"
#include "tests/lab/runs/stored.h"

namespace lab::runs {
namespace {

using Catch::Contains;

struct Store : tests::StoredRuns {
  Store() {
    add("smoke hint=none lists=sorted ones seed=1", 1, 10, 9);
    add("smoke hint=count lists=sorted ones seed=2", 2, 10, 4);
    add("other", 3, 5, 0);
    change_tags(folders[1], std::vector<std::string>{"+keep", "+v1.2"});
    set_note(folders[2], "a bad start");
  }

  std::size_t count(const std::vector<std::string>& conditions) const {
    return runs_where(folders, conditions).size();
  }
};

TEST_CASE("runs are found by what they have, by axes of their names and by fields") {
  const Store store;
  const std::pair<std::string, std::size_t> cases[] = {
      {"status=finished", 3},
      {"status!=finished", 0},
      {"status=fin*", 3},
      {"score>0.5", 1},
      {"score>=90%", 1},
      {"exact_match<0.5", 2},
      {"score=0", 1},
      {"fit>=99%", 2},
      {"tag=keep", 1},
      {"tag=v*", 1},
      {"tag!=keep", 2},
      {"name=*seed=1", 1},
      {"name=other", 1},
      {"name!=other", 2},
      {"seed>1", 2},
      {"seed!=2", 2},
      {"hint=none", 1},
      {"hint!=none", 2},
      {"hint=?o*", 2},
      {"lists=sorted ones", 2},
      {"note=*bad*", 1},
      {"started<2026-11-02", 1},
      {"wall_seconds>=2", 2},
      {"steps=60", 3},
      {"train.steps<=60", 3},
      {"train.steps>60", 0},
      {"hint.weight>0.5", 3},
      {"model.positions!=ROTARY", 3},
      {"model.width>1e9", 0},
      {"hint.name=succ*", 3},
      {"score.pools=*TEST*", 3},
  };
  for (const auto& [condition, count] : cases) {
    INFO(condition);
    CHECK(store.count({condition}) == count);
  }
  CHECK(store.count({"seed>1", "score>0.1"}) == 1);
}

TEST_CASE("what no run can have is refused, with the nearest name, and --where is named") {
  const Store store;
  const std::pair<std::string, std::string> cases[] = {
      {"statsu=finished",
       "--where statsu=finished: no column, axis or field `statsu` (did you mean "
       "`status`?)"},
      {"hnt=none", "did you mean `hint`?"},
      {"scoer>0.5", "did you mean `score`?"},
      {"model.widht=3", "--where model.widht=3: error: no field `widht` in `model`"},
      {"model.positions<3", "compare numbers, and model.positions is none"},
      {"model.width<wide", "compare numbers, and `wide` is none"},
      {"model.positions=ROTRAY", "--where model.positions=ROTRAY"},
      {"score>high", "--where: score>high: wanted a number, found `high`"},
      {"status=finishd", "did you mean `finished`?"},
      {"status<finished", "takes = and != only"},
      {"model=none",
       "no run here has an axis `model` in its name, and the field `model` is a block"},
  };
  for (const auto& [condition, message] : cases) {
    INFO(condition);
    CHECK_THROWS_WITH(store.count({condition}), Contains(message) && !Contains("--set"));
  }
}

TEST_CASE("an axis is found in a run's name, whichever of axis and value has spaces") {
  using Values = std::vector<std::string>;
  const std::string name = "my spec hint=none sorted lists=two of them seed=1";
  CHECK(values_on_axis(name, "hint") == Values{"none", "none sorted"});
  CHECK(values_on_axis(name, "sorted lists") == Values{"two", "two of", "two of them"});
  CHECK(values_on_axis(name, "seed") == Values{"1"});
  CHECK(values_on_axis(name, "ist").empty());
  CHECK(values_on_axis("x a=b c", "a") == Values{"b", "b c"});
  tests::StoredRuns store;
  store.add(name, 1, 10, 9);
  store.add("my spec hint=count sorted lists=one seed=2", 2, 10, 9);
  for (const char* condition : {"hint=none", "hint!=count", "sorted lists=two of them",
                                "sorted lists=two*", "sorted lists!=one"}) {
    INFO(condition);
    CHECK(runs_where(store.folders, {condition}) == std::vector{store.folders[0]});
  }
}

}  // namespace
}  // namespace lab::runs
