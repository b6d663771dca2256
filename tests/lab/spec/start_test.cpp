#include "lab/spec/start.h"

#include <catch2/catch.hpp>

#include "base/file.h"
#include "lab/sweep/read_sweep.h"
#include "tests/lab/spec/testing.h"

namespace lab::spec {
namespace {

using Catch::Contains;

const std::string body = "task { sorting { values: 8 } difficulty { high: 4 } }\n";

/// Two files in folders beside each other.
struct Files {
  lab_tests::TemporaryFolder folder;
  std::filesystem::path parent = folder.write(
      "before/parent.textproto", body +
                                     "train { steps: 20 checkpoint_every: 5 keep: ALL }\nseed: 4\n"
                                     "sweep { seeds { count: 3 } }\n");
  std::filesystem::path child =
      folder.write("after/child.textproto", body +
                                                "train { steps: 7 }\n"
                                                "start { spec: \"../before/parent.textproto\" }\n");

  std::string complaint(const Overrides& sets) const {
    return lab_tests::complaint([&] { read_spec(child, sets); });
  }
};

}  // namespace

TEST_CASE("a run's text says of its start which run's weights, and no file") {
  const Files files;
  const RunSpec parent = read_spec(files.parent).run, child = read_spec(files.child).run;
  REQUIRE(child.start);
  CHECK(child.start->run == parent.fingerprint);
  CHECK(child.start->step == 20);
  CHECK(child.start->optimizer == StartOptimizer::fresh);
  CHECK(child.seed == 0);
  CHECK_THAT(child.text, Contains("start {\n  run: \"" + parent.fingerprint + "\"\n  step: 20\n}"));
  CHECK(child.text.find("textproto") == child.text.npos);
  REQUIRE(child.parent);
  CHECK(child.parent->text == parent.text);
  const RunSpec again = parse_spec(child.text, "child", "nowhere").run;
  CHECK(again.fingerprint == child.fingerprint);
  CHECK(again.parent == nullptr);
}

TEST_CASE("whatever decides the numbers of the run that is started from makes another run") {
  const Files files;
  const std::string usual = read_spec(files.child).run.fingerprint;
  const auto with = [&](const std::string& set) {
    return read_spec(files.child, {set}).run.fingerprint;
  };
  for (const std::string set :
       {"start.set=[\"seed=5\"]", "start.step=10", "start.optimizer=KEPT"}) {
    INFO(set);
    CHECK(with(set) != usual);
  }
  for (const std::string set : {"start.set=[\"seed=4\"]", "start.step=20", "start.optimizer=FRESH",
                                "start.set=[\"train.log_every=3\"]"}) {
    INFO(set);
    CHECK(with(set) == usual);
  }
  CHECK_FALSE(read_spec(files.child, {"start={}"}).run.start);
  CHECK(with("start={}") != usual);
}

TEST_CASE("the seeds of a sweep are those of the runs that start, all from one") {
  const Files files;
  const plan::SweepPlan plan = sweep::read_sweep(files.child, {"sweep={seeds {count: 3}}"});
  REQUIRE(plan.runs.size() == 3);
  for (const plan::PlannedRun& run : plan.runs) {
    CHECK(run.spec.start->run == read_spec(files.parent).run.fingerprint);
  }
}

TEST_CASE("a start that cannot be is refused with its place and what to do") {
  const Files files;
  CHECK_THAT(files.complaint({"start.spec=no.textproto"}),
             Contains("start.spec: there is no file `no.textproto`"));
  CHECK_THAT(files.complaint({"start.step=21"}),
             Contains("start.step (21, from --set start.step=21) must be at most 20, the "
                      "train.steps of `parent`"));
  CHECK_THAT(files.complaint({"start.step=7"}),
             Contains("`parent` would keep no checkpoint of it") &&
                 Contains("train.checkpoint_every (5) to a divisor of 7"));
  CHECK(files.complaint({"start.step=15"}) == "no error");
  CHECK(files.complaint({"start.step=7", "start.set=[\"train.checkpoint_every=7\"]"}) ==
        "no error");
  CHECK_THAT(files.complaint({"start.set=[\"train.stepz=3\"]"}),
             Contains("no field `stepz` in `train` (did you mean `steps`?)"));
  CHECK_THAT(files.complaint({"start={step: 3}"}), Contains("start: whose weights?"));
  CHECK_THAT(files.complaint({"start={set: \"seed=3\"}"}), Contains("start.set changes the spec"));
  CHECK_THAT(files.complaint({"start={run: \"12\" step: 3}"}), Contains("16 hex digits"));
  CHECK_THAT(files.complaint({"start={run: \"0123456789abcdef\"}"}),
             Contains("start.step must be given with start.run"));
  CHECK_THAT(files.complaint({"start.run=0123456789abcdef"}),  // in place of the file's start.spec
             Contains("start.step must be given with start.run"));
  CHECK_THAT(
      files.complaint(
          {"start={spec: \"" + files.parent.string() + "\" run: \"0123456789abcdef\"}"}),
      Contains("must be " + read_spec(files.parent).run.fingerprint + ", the run of start.spec"));
}

TEST_CASE("what is wrong is told at the line of the file that says it") {
  const Files files;
  base::write_file(files.child, body + "train { steps: 7 }\nstart { spec: \"no.textproto\" }\n");
  CHECK_THAT(files.complaint({}), Contains("child.textproto:3:9: error: start.spec"));
  base::write_file(files.parent, body + "train { stepz: 7 }\n");
  base::write_file(files.child,
                   body + "train { steps: 7 }\nstart { spec: \"../before/parent.textproto\" }\n");
  CHECK_THAT(files.complaint({}), Contains("parent.textproto:2:9: error: no field `stepz`"));
}

TEST_CASE("starts that go round in a circle are refused with the circle") {
  const lab_tests::TemporaryFolder folder;
  const std::string train = body + "train { steps: 7 }\n";
  folder.write("a.textproto", train + "start { spec: \"b.textproto\" }\n");
  folder.write("b.textproto", train + "start { spec: \"c.textproto\" }\n");
  folder.write("c.textproto", train + "start { spec: \"a.textproto\" }\n");
  CHECK_THAT(lab_tests::complaint([&] { read_spec(folder.path() / "a.textproto"); }),
             Contains("starts go round in a circle: b.textproto -> c.textproto -> a.textproto -> "
                      "b.textproto"));
  // The same file with its start taken back is no circle: a run that is gone on with.
  folder.write("c.textproto",
               train + "start { spec: \"c.textproto\" set: [\"start={}\", \"train.steps=3\"] }\n");
  const RunSpec on = read_spec(folder.path() / "c.textproto").run;
  REQUIRE(on.parent);
  CHECK(on.parent->train.steps == 3);
  CHECK_FALSE(on.parent->start);
}

}  // namespace lab::spec
