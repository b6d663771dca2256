#include <catch2/catch.hpp>

#include "base/file.h"
#include "tests/lab/command/program.h"

namespace lab::command {
namespace {

using Catch::Contains;

const std::filesystem::path folder = std::filesystem::path(LAB_SOURCE_DIR) / "tests/golden/pddl";
const std::string sussman = folder / "sussman.pddl";

/// What `lab plan --check` says of a plan of this text for the Sussman problem.
tests::Ended checked(const std::string& plan, const std::vector<std::string>& more = {}) {
  const base::ScratchFolder scratch;
  const auto file = scratch.path() / "plan";
  base::write_file(file, plan);
  std::vector<std::string> words{"plan", sussman, "--check", file};
  words.insert(words.end(), more.begin(), more.end());
  return tests::lab(words);
}

TEST_CASE("an optimal plan is printed with its length, for programs too") {
  const tests::Ended ended = tests::lab({"plan", sussman});
  CHECK(ended.code == 0);
  CHECK(ended.err == "");
  CHECK(ended.out == base::read_file(folder / "sussman.plan"));
  CHECK_THAT(tests::lab({"plan", sussman, "--json"}).out,
             Contains("\"length\":6,\"optimal\":true,\"plan\":[\"(unstack c a)\","));
}

TEST_CASE("a plan is judged: valid, goal, optimal, first bad step") {
  const std::string best = base::read_file(folder / "sussman.plan");
  const tests::Ended good = checked(best);
  CHECK(good.code == 0);
  CHECK(good.out ==
        "valid    yes\ngoal     reached\nlength   6\n"
        "optimal  yes: the shortest plans have length 6\n");

  const tests::Ended longer = checked("(pick-up b)\n(put-down b)\n" + best);
  CHECK(longer.code == 0);
  CHECK_THAT(longer.out, Contains("goal     reached") && Contains("optimal  no"));

  const tests::Ended shorter = checked("(unstack c a)\n(put-down c)\n");
  CHECK(shorter.code == 1);
  CHECK_THAT(shorter.out, Contains("valid    yes") && Contains("not reached: (on a b) is missing"));

  const tests::Ended bad = checked("(unstack c a)\n(pick-up b)\n");
  CHECK(bad.code == 1);
  CHECK_THAT(bad.out, Contains("valid    no\nbad step 2 (pick-up b): (handempty) does not hold"));
  CHECK_THAT(checked("(unstack c a)\n(pick-up b)\n", {"--json"}).out,
             Contains("\"valid\":false,\"reaches_goal\":false,\"optimal\":false,\"length\":2,"
                      "\"optimal_length\":6,\"first_bad_step\":2,\"missing\":\"(handempty)\""));
}

TEST_CASE("what cannot be read ends with 4 and its line, a goal without a plan with 1") {
  CHECK(tests::lab({"plan"}).code == 2);
  CHECK(tests::lab({"plan", folder / "none.pddl"}).code == 4);
  const tests::Ended unknown = checked("(unstack c a)\n(lift b)\n");
  CHECK(unknown.code == 4);
  CHECK_THAT(unknown.err, Contains("plan:2: no action `lift`"));
  CHECK(unknown.out == "");

  const base::ScratchFolder scratch;
  const auto file = scratch.path() / "hopeless.pddl";
  std::string text = base::read_file(sussman);
  text.replace(text.find("(on b c)"), 8, "(on b a)");
  base::write_file(file, text);
  const tests::Ended hopeless = tests::lab({"plan", file});
  CHECK(hopeless.code == 1);
  CHECK_THAT(hopeless.err, Contains("hopeless.pddl:7: no plan: (on b a)"));
}

}  // namespace
}  // namespace lab::command
