#include <catch2/catch.hpp>

#include "base/file.h"
#include "base/random.h"
#include "tasks/blocks/random.h"
#include "tasks/blocks/words.h"
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
             Contains("\"length\":6,\"optimal\":true,\"lower_bound\":6,") &&
                 Contains("\"plan\":[\"(unstack c a)\","));
}

TEST_CASE("a plan is judged: valid, executable, goal, optimal, first bad step") {
  const std::string best = base::read_file(folder / "sussman.plan");
  const tests::Ended good = checked(best);
  CHECK(good.code == 0);
  CHECK(good.out ==
        "valid      yes\nexecutable yes\ngoal       reached\nlength     6\n"
        "optimal    yes: the shortest plans have length 6\n");
  CHECK_THAT(checked(best, {"--json"}).out,
             Contains("\"valid\":true,\"executable\":true,\"reaches_goal\":true,\"length\":6,") &&
                 Contains("\"optimal\":true,\"optimal_length\":6,\"lower_bound\":6"));

  const tests::Ended longer = checked("(pick-up b)\n(put-down b)\n" + best);
  CHECK(longer.code == 0);
  CHECK_THAT(longer.out, Contains("goal       reached") && Contains("optimal    no"));

  const tests::Ended shorter = checked("(unstack c a)\n(put-down c)\n");
  CHECK(shorter.code == 1);
  CHECK(
      shorter.out ==
      "valid      no\nexecutable yes\ngoal       not reached: (on a b) is missing\nlength     2\n");
  CHECK_THAT(checked("(unstack c a)\n(put-down c)\n", {"--json"}).out,
             Contains("\"valid\":false,\"executable\":true,\"reaches_goal\":false"));

  const tests::Ended bad = checked("(unstack c a)\n(pick-up b)\n");
  CHECK(bad.code == 1);
  CHECK_THAT(bad.out, Contains("valid      no\nexecutable no\n"
                               "bad step   2 (pick-up b): (handempty) does not hold"));
  CHECK_THAT(checked("(unstack c a)\n(pick-up b)\n", {"--json"}).out,
             Contains("\"valid\":false,\"executable\":false,\"reaches_goal\":false,\"length\":2,"
                      "\"first_bad_step\":2,\"missing\":\"(handempty)\",\"reason\":null,"
                      "\"optimal\":false"));
}

TEST_CASE("a step that is no action makes a plan wrong, and is said as JSON too") {
  for (const auto& [step, reason] :
       std::vector<std::pair<std::string, std::string>>{{"(lift b)", "no action `lift`"},
                                                        {"(put-down x)", "no block `x`"},
                                                        {"(put-down c a)", "takes 1 blocks"}}) {
    const tests::Ended ended = checked("(unstack c a)\n" + step + "\n");
    CHECK(ended.code == 1);
    CHECK(ended.err == "");
    CHECK_THAT(ended.out, Contains("executable no") && Contains("bad step   2: ") &&
                              Contains("plan:2: ") && Contains(reason));
    CHECK_THAT(checked("(unstack c a)\n" + step + "\n", {"--json"}).out,
               Contains("\"first_bad_step\":2,\"missing\":null") && Contains(reason));
  }
  // One that cannot be done before it comes first.
  CHECK_THAT(checked("(unstack b a)\n(lift b)\n").out, Contains("bad step   1 (unstack b a)"));
}

/// The Sussman problem with `from` replaced.
tests::Ended changed(const std::string& from, const std::string& to,
                     std::vector<std::string> more = {}) {
  const base::ScratchFolder scratch;
  const auto file = scratch.path() / "changed.pddl";
  std::string text = base::read_file(sussman);
  text.replace(text.find(from), from.size(), to);
  base::write_file(file, text);
  std::vector<std::string> words{"plan"};
  words.insert(words.end(), more.begin(), more.end());
  words.push_back(file);
  return tests::lab(words);
}

TEST_CASE("what cannot be read ends with 4 and its line, a goal without a plan with 1") {
  CHECK(tests::lab({"plan"}).code == 2);
  CHECK(tests::lab({"plan", sussman, "--time-limit", "soon"}).code == 2);
  CHECK(tests::lab({"plan", folder / "none.pddl"}).code == 4);
  CHECK_THAT(tests::lab({"plan", folder / "none.pddl", "--json"}).out,
             Contains("{\"error\":") && Contains("none.pddl"));
  const tests::Ended open = checked("(unstack c a)\n(put-down", {"--json"});
  CHECK(open.code == 4);
  CHECK_THAT(open.out, Contains("{\"error\":") && Contains("plan:2: `(` is never closed"));

  const tests::Ended hopeless = changed("(on b c)", "(on b a)");
  CHECK(hopeless.code == 1);
  CHECK_THAT(hopeless.err, Contains("changed.pddl:7: no plan: (on b a)"));
  CHECK_THAT(changed("(on b c)", "(on b a)", {"--json"}).out,
             Contains("\"solvable\":false,\"length\":null,\"plan\":null,\"reason\":"));
}

TEST_CASE("bytes that are no UTF-8 and control characters are refused with their line") {
  const tests::Ended latin = changed("problem sussman", "problem caf\xE9", {"--json"});
  CHECK(latin.code == 4);
  CHECK_THAT(latin.out, Contains("changed.pddl:3: a word that is not UTF-8"));
  const tests::Ended escape = changed("(on b c)", "(on b \x1B[31m)");
  CHECK(escape.code == 4);
  CHECK_THAT(escape.err, Contains("changed.pddl:7: a control character"));
  CHECK(escape.err.find('\x1B') == std::string::npos);
  CHECK(changed("; The smallest", "\xEF\xBB\xBF; The smallest").code == 0);
  CHECK(changed("; The smallest", "; caf\xE9").code == 0);
}

TEST_CASE("a domain is read and its problem must be of it") {
  const std::string domain = folder / "domain.pddl";
  const tests::Ended ended = tests::lab({"plan", domain, sussman, "--json"});
  CHECK(ended.code == 0);
  CHECK_THAT(ended.out, Contains("\"domain_read\":true") && Contains("\"length\":6"));
  CHECK_THAT(tests::lab({"plan", sussman, "--json"}).out, Contains("\"domain_read\":false"));
  CHECK_THAT(tests::lab({"plan", domain, folder / "generator.pddl"}).err,
             Contains("wanted a problem of domain `blocks`, found `blocksworld-4ops`"));
  CHECK_THAT(tests::lab({"plan", sussman, sussman}).err, Contains("found a problem"));
  CHECK_THAT(changed("- block", "- ball", {domain}).err, Contains("is of type `ball`"));
}

/// A problem of 200 blocks in 35 towers, whose optimum takes a search.
std::string hard_problem() {
  base::Random random(1, "hard", 0);
  tasks::blocks::BlocksProblem problem;
  for (int b = 0; b < 200; ++b) problem.blocks.push_back("b" + std::to_string(b));
  problem.initial = tasks::blocks::random_towers(200, 35, random);
  std::string text = "(define (problem hard) (:domain blocks) (:objects";
  for (const std::string& block : problem.blocks) text += " " + block;
  text += ") (:init";
  for (const auto& fact : facts_of(problem.initial)) text += fact_text(fact, problem);
  text += ") (:goal (and";
  for (const auto& fact : facts_of(tasks::blocks::random_towers(200, 35, random))) {
    text += fact_text(fact, problem);
  }
  return text + ")))";
}

TEST_CASE("a search without time has a plan that works, a bound, and ends with 75") {
  const base::ScratchFolder scratch;
  const auto file = scratch.path() / "hard.pddl", plan = scratch.path() / "plan";
  base::write_file(file, hard_problem());
  const tests::Ended whole = tests::lab({"plan", file});
  CHECK(whole.code == 0);
  CHECK_THAT(whole.out, Contains(", optimal\n"));

  const tests::Ended hasty = tests::lab({"plan", file, "--time-limit", "0"});
  CHECK(hasty.code == 75);
  CHECK_THAT(hasty.out, Contains("not proved optimal: at most "));
  base::write_file(plan, hasty.out);
  const tests::Ended verdict = tests::lab({"plan", file, "--check", plan, "--time-limit", "0"});
  CHECK(verdict.code == 0);
  CHECK_THAT(verdict.out, Contains("valid      yes") && Contains("optimal    not known"));
  CHECK_THAT(tests::lab({"plan", file, "--time-limit", "0", "--json"}).out,
             Contains("\"optimal\":false,\"lower_bound\":"));
}

}  // namespace
}  // namespace lab::command
