#include "lab/sweep/read_sweep.h"

#include <catch2/catch.hpp>

#include "tests/lab/spec/testing.h"

using namespace lab_tests;

namespace {

const std::string sorting_base = "task { sorting {} }\ntrain { steps: 1000 }\n";

lab::spec::plan::SweepPlan plan_of(const std::string& sweep,
                                   const lab::spec::Overrides& overrides = {}) {
  return lab::sweep::parse_sweep(sorting_base + sweep, "exp.textproto", ".", overrides);
}

std::vector<std::string> names(const lab::spec::plan::SweepPlan& plan) {
  std::vector<std::string> all;
  for (const auto& run : plan.runs) all.push_back(run.spec.name);
  return all;
}

std::string plan_complaint(const std::string& sweep) {
  return first_line(complaint([&] { plan_of(sweep); }));
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a spec without a sweep is one run") {
  const auto plan = plan_of("");
  CHECK(plan.name == "exp");
  REQUIRE(plan.runs.size() == 1);
  CHECK(plan.runs[0].settings.empty());
  CHECK(plan.runs[0].spec.fingerprint == spec_of(sorting_base).fingerprint);
  CHECK(plan.runs[0].spec.text == spec_of(sorting_base).text);
}

TEST_CASE("a target of coverage is an axis like any other") {
  const auto plan = lab::sweep::parse_sweep(
      "name: 'built'\ntask { composition { entities: 10 items: 250 } }\ntrain { steps: 1000 }\n"
      "sweep { axis { path: 'task.composition.target.share' values: ['0.4', '0.6', '0.8'] } }",
      "exp.textproto", ".");
  CHECK(names(plan) == Names{"built share=0.4", "built share=0.6", "built share=0.8"});
  CHECK(plan.runs[0].spec.fingerprint != plan.runs[1].spec.fingerprint);
}

TEST_CASE("a sweep is the product of its axes, the last one changing fastest") {
  const auto plan = plan_of(
      "name: \"sort\"\n"
      "sweep { name: \"sizes\"\n"
      "  axis { path: \"model.width\" values: [\"32\", \"64\"] }\n"
      "  axis { name: \"depth\" path: \"model.blocks\" values: [\"1\", \"2\", \"3\"] } }");
  CHECK(plan.name == "sizes");
  CHECK(names(plan) == Names{"sort width=32 depth=1", "sort width=32 depth=2",
                             "sort width=32 depth=3", "sort width=64 depth=1",
                             "sort width=64 depth=2", "sort width=64 depth=3"});
  const auto& last = plan.runs[5];
  CHECK(last.spec.model.over(1).width == 64);
  CHECK(last.spec.model.over(1).blocks == 3);
  CHECK(last.settings == lab::spec::plan::Settings{{"width", "64"}, {"depth", "3"}});
}

TEST_CASE("a planned run is the spec with its settings written in") {
  const auto plan = plan_of("sweep { axis { path: \"model.width\" values: [\"32\", \"64\"] } }");
  CHECK(plan.runs[0].spec.fingerprint == spec_of(sorting_base, {"model.width=32"}).fingerprint);
  const auto again =
      checked(lab::spec::parse_spec(plan.runs[0].spec.text, "spec.textproto", "/nowhere"));
  CHECK(again.fingerprint == plan.runs[0].spec.fingerprint);
  CHECK(again.name == plan.runs[0].spec.name);
}

TEST_CASE("one value can set several fields, or none") {
  const auto plan = plan_of(
      "hint { list_hint { kind: COUNT } }\n"
      "sweep { axis { name: \"size\"\n"
      "  value { name: \"as it is\" }\n"
      "  value { name: \"big\" set: \"model.width=128\" set: \"train.learning_rate=3e-4\" }\n"
      "  value { name: \"bare\" set: \"hint=[]\" } } }");
  REQUIRE(plan.runs.size() == 3);
  CHECK(plan.runs[0].spec.hints.size() == 1);
  CHECK(plan.runs[1].spec.model.over(1).width == 128);
  CHECK(plan.runs[1].spec.train.learning_rate == 3e-4);
  CHECK(plan.runs[2].spec.hints.empty());
  CHECK(plan.runs[1].spec.name == "exp size=big");
}

TEST_CASE("ranges are evenly spaced and log ranges have a constant ratio") {
  const auto values = [](const std::string& axis) {
    std::string text;
    for (const auto& run : plan_of("sweep { axis { " + axis + " } }").runs) {
      text += run.settings[0].value + " ";
    }
    return text;
  };
  CHECK(values("path: \"train.final_rate\" range { low: 0 high: 0.3 points: 4 }") ==
        "0 0.1 0.2 0.3 ");
  CHECK(values("path: \"model.width\" log_range { low: 16 high: 256 points: 5 }") ==
        "16 32 64 128 256 ");
  CHECK(values("path: \"train.learning_rate\" log_range { low: 1e-4 high: 1e-3 points: 3 }") ==
        "1e-04 0.000316228 0.001 ");
  CHECK(values("path: \"train.steps\" range { low: 100000 high: 300000 points: 3 }") ==
        "100000 200000 300000 ");
  CHECK(values("path: \"train.steps\" log_range { low: 1e4 high: 1e6 points: 3 }") ==
        "10000 100000 1000000 ");
}

TEST_CASE("seeds set the weights' and the data's seed and not the score's") {
  const auto plan = plan_of("score_seed: 40\nsweep { seeds { first: 3 count: 2 } }");
  REQUIRE(plan.runs.size() == 2);
  CHECK(names(plan) == Names{"exp seed=3", "exp seed=4"});
  CHECK(plan.runs[1].spec.seed == 4);
  CHECK(plan.runs[1].spec.data_seed == 4);
  CHECK(plan.runs[1].spec.score_seed == 40);
  CHECK(plan.runs[1].settings.empty());
}

TEST_CASE("seeds may set other fields as well") {
  const auto plan = plan_of("sweep { seeds { first: 3 count: 2 path: 'score_seed' } }");
  REQUIRE(plan.runs.size() == 2);
  CHECK(plan.runs[0].spec.score_seed == 3);
  CHECK(plan.runs[1].spec.score_seed == 4);
  CHECK_THAT(plan_complaint("sweep { seeds { count: 2 path: 'score_sed' } }"),
             Catch::Contains("did you mean `score_seed`"));
}

TEST_CASE("a run is excluded when its value of every axis of an exclusion is named") {
  const std::string axes =
      "axis { path: \"model.width\" values: [\"32\", \"64\"] }\n"
      "axis { path: \"model.blocks\" values: [\"1\", \"2\"] }\n";
  const auto one = plan_of("sweep { " + axes + "exclude { where: [\"width=32\", \"blocks=2\"] } }");
  CHECK(names(one) ==
        Names{"exp width=32 blocks=1", "exp width=64 blocks=1", "exp width=64 blocks=2"});
  const auto two = plan_of("sweep { " + axes +
                           "exclude { where: \"width=32\" } exclude { where: \"blocks=1\" } }");
  CHECK(names(two) == Names{"exp width=64 blocks=2"});
  const auto any = plan_of("sweep { axis { path: \"model.heads\" values: [\"1\", \"2\", \"4\"] }" +
                           axes + "exclude { where: [\"heads=1\", \"width=32\", \"heads=4\"] } }");
  CHECK(any.runs.size() == 3 * 2 * 2 - 2 * 2);
  for (const auto& run : any.runs) {
    CHECK((run.spec.model.over(1).heads == 2 || run.spec.model.over(1).width == 64));
  }
}

TEST_CASE("overrides come before the axes and may change the sweep itself") {
  const std::string sweep =
      "sweep { axis { path: \"model.width\" values: [\"32\", \"64\"] } seeds { count: 5 } }";
  const auto plan = plan_of(sweep, {"sweep.seeds.count=1", "model.width=128", "train.batch=8"});
  CHECK(names(plan) == Names{"exp width=32 seed=1", "exp width=64 seed=1"});
  CHECK(plan.runs[0].spec.model.over(1).width == 32);
  CHECK(plan.runs[0].spec.train.batch == 8);
}

TEST_CASE("the golden sweep has the runs it had") {
  const auto plan = lab::sweep::read_sweep(golden_specs() / "hints_sweep.textproto");
  CHECK(plan.name == "hints_sweep");
  REQUIRE(plan.runs.size() == 35);  // (4 x 2 - 1) x 5
  CHECK(plan.runs[0].spec.name == "hints_sweep hint=none logit_scale=ONE seed=1");
  CHECK(plan.runs[34].spec.name == "hints_sweep hint=more data logit_scale=LEARNED_LOG_N seed=5");
}

TEST_CASE("a sweep that says nothing or too much is refused") {
  CHECK(plan_complaint("sweep { axis { name: \"a\" } }") ==
        "exp.textproto:3:9: error: sweep.axis[0]: has no value");
  CHECK(plan_complaint("sweep { axis { path: \"model.width\" } }") ==
        "exp.textproto:3:9: error: sweep.axis[0]: one of values, range and log_range must be "
        "given");
  CHECK(plan_complaint("sweep { axis { values: \"3\" name: \"a\" } }") ==
        "exp.textproto:3:9: error: sweep.axis[0].path must be given");
  CHECK(plan_complaint("sweep { axis { path: \"seed\" value { name: \"a\" } } }") ==
        "exp.textproto:3:9: error: sweep.axis[0]: has a path, so give values, not value");
  CHECK(plan_complaint("sweep { axis { path: \"seed\" range { low: 3 } } }") ==
        "exp.textproto:3:29: error: sweep.axis[0].range: low and high must be given");
  CHECK(plan_complaint("sweep { axis { path: \"seed\" range { low: 3 high: 3 } } }") ==
        "exp.textproto:3:29: error: sweep.axis[0].range: low must be below high");
  CHECK(plan_complaint("sweep { axis { path: \"seed\" log_range { low: 0 high: 3 } } }") ==
        "exp.textproto:3:29: error: sweep.axis[0].log_range: low must be above 0");
  CHECK(plan_complaint("sweep { axis { name: \"a\" value {} } }") ==
        "exp.textproto:3:26: error: sweep.axis[0].value[0].name must not be empty");
  CHECK(plan_complaint("sweep { seeds { count: 0 } }") ==
        "exp.textproto:3:17: error: sweep.seeds.count (0) must be between 1 and 10000");
  CHECK(plan_complaint("sweep { seeds { count: 10000 } axis { path: \"seed\" range { low: 1 high: "
                       "11 points: 11 } } }") ==
        "exp.textproto:3:1: error: sweep: more than 100000 runs");
}

TEST_CASE("names in a sweep must be distinct and must exist") {
  const std::string axis = "axis { path: \"seed\" values: [\"1\", \"2\"] }\n";
  CHECK(plan_complaint("sweep {\n" + axis + axis + "}") ==
        "exp.textproto:5:1: error: sweep.axis: `seed` is there twice");
  CHECK(plan_complaint("sweep { axis { path: \"seed\" values: [\"1\", \"1\"] } }") ==
        "exp.textproto:3:29: error: sweep.axis[0].values: `1` is there twice");
  CHECK(plan_complaint("sweep {\n" + axis + "exclude { where: \"sead=1\" } }") ==
        "exp.textproto:5:11: error: no axis `sead` (did you mean `seed`?)");
  CHECK(plan_complaint("sweep {\n" + axis + "exclude { where: \"seed=7\" } }") ==
        "exp.textproto:5:11: error: no value of seed `7`; there are 1, 2");
  CHECK(plan_complaint("sweep {\n" + axis + "exclude { where: \"seed\" } }") ==
        "exp.textproto:5:11: error: wanted axis=value, found `seed`");
  CHECK(plan_complaint("sweep {\n" + axis + "exclude {} }") ==
        "exp.textproto:5:1: error: sweep.exclude[0]: has no where");
  CHECK(plan_complaint("sweep {\n" + axis +
                       "exclude { where: \"seed=1\" } exclude { where: \"seed=2\" } }") ==
        "exp.textproto:3:1: error: sweep: every run is excluded");
}

TEST_CASE("a setting that is wrong is found where it is written") {
  CHECK(plan_complaint("sweep { axis {\n  path: \"model.widht\"\n  values: \"3\" } }") ==
        "exp.textproto:5:3: error: no field `widht` in `model` (did you mean `width`?)");
  CHECK(plan_complaint("sweep { axis { name: \"a\" value { name: \"b\"\n set: \"seed=x\" } } }") ==
        "exp.textproto:4:2: error: `seed`: Expected integer, got: x");
  CHECK(plan_complaint("sweep { axis { path: \"model.heads\"\n  values: [\"2\", \"3\"] } }") ==
        "exp.textproto:4:3: error: model.heads (3, from sweep model.heads=3) must divide "
        "model.width (64, default)");
  CHECK(plan_complaint("sweep { axis { path: \"name\" values: \"x\" } }") ==
        "exp.textproto:3:29: error: a sweep cannot set `name`");
}

TEST_CASE("runs that are the same are refused") {
  CHECK(
      plan_complaint("sweep { axis { path: \"model.width\" values: [\"64\", \"64 # again\"] } }") ==
      "exp.textproto:3:1: error: sweep: `exp width=64` and `exp width=64 # again` are the same "
      "run: what tells them apart decides none of its numbers");
}
