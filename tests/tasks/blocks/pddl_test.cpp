#include "tasks/blocks/pddl.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/file.h"
#include "tasks/blocks/hand.h"
#include "tasks/blocks/random.h"
#include "tasks/blocks/words.h"

namespace tasks::blocks {
namespace {

/// The problem as PDDL that read_problem should read back as the same.
std::string pddl_text(const BlocksProblem& problem) {
  std::string text =
      "(define (problem " + problem.name + ")\n  (:domain " + problem.domain + ")\n  (:objects";
  for (const std::string& block : problem.blocks) text += " " + block;
  text += ")\n  (:init";
  for (const BlocksFact& fact : facts_of(problem.initial)) {
    text += "\n    " + fact_text(fact, problem);
  }
  text += ")\n  (:goal (and";
  for (const BlocksFact& fact : problem.goal) text += "\n    " + fact_text(fact, problem);
  return text + ")))\n";
}

const std::filesystem::path folder = std::filesystem::path(LAB_SOURCE_DIR) / "tests/golden/pddl";

std::string plan_text(const BlocksProblem& problem) {
  const BlocksPlan plan = shortest_plan(problem.initial, problem.goal);
  std::string text;
  for (const BlocksAction& action : plan) text += action_text(action, problem) + "\n";
  return text + "; length " + std::to_string(plan.size()) + ", optimal\n";
}

TEST_CASE("the problems of the golden folder have the plans that lie beside them") {
  for (const char* name : {"sussman", "generator", "shouting"}) {
    const auto file = folder / (std::string(name) + ".pddl");
    const BlocksProblem problem = read_problem(base::read_file(file), name);
    const std::string plan = base::read_file(folder / (std::string(name) + ".plan"));
    CHECK(plan_text(problem) == plan);
    CHECK(read_plan(plan, problem, name).plan == shortest_plan(problem.initial, problem.goal));
  }
}

TEST_CASE("a problem is read back as it was written, in both spellings") {
  const BlocksSampler sampler(9);
  for (std::uint64_t i = 0; i < 100; ++i) {
    base::Random random(1, "problems", i);
    BlocksProblem problem;
    problem.name = "p";
    problem.domain = "d";
    problem.blocks = {"A", "b", "c3", "d", "e-e", "f_f", "g", "h", "I"};
    problem.initial = sampler.draw(random);
    problem.goal = facts_of(sampler.draw(random));
    if (i % 2 == 1) problem.spelling = BlocksSpelling::generator;
    if (i % 3 == 1) problem.goal.resize(3);
    if (i % 3 == 2) problem.goal.clear();
    const BlocksProblem back = read_problem(pddl_text(problem), "written");
    CHECK(back.initial == problem.initial);
    CHECK(back.goal == problem.goal);
    CHECK(back.blocks == problem.blocks);
    CHECK(pddl_text(back) == pddl_text(problem));
  }
}

TEST_CASE("a tower of 30,000 blocks is read as it stands, from the top and from the bottom") {
  constexpr int height = 30'000;  // cubic or square reading would take hours or minutes
  BlocksProblem problem;
  problem.name = "tower";
  problem.domain = "d";
  for (int b = 0; b < height; ++b) {
    problem.blocks.push_back("b" + std::to_string(b));
    problem.initial.support.push_back(b == 0 ? on_table : b - 1);
  }
  for (int b = 0; b + 1 < height; ++b) problem.goal.push_back({BlocksPredicate::on, b, b + 1});
  const BlocksProblem back = read_problem(pddl_text(problem), "written");
  CHECK(back.initial == problem.initial);
  CHECK(back.goal == problem.goal);
  CHECK(!contradiction_of(back, "written"));
}

/// Two blocks, one a line: the line of each mistake is known.
std::string two_blocks(const std::string& objects, const std::string& init,
                       const std::string& goal) {
  return "(define (problem p)\n(:domain d)\n(:objects " + objects + ")\n(:init " + init +
         ")\n(:goal " + goal + "))\n";
}

const std::string table = "(ontable a) (ontable b) (clear a) (clear b) (handempty)";

std::string message(const std::string& text) {
  try {
    return contradiction_of(read_problem(text, "p.pddl"), "p.pddl").value_or("no error");
  } catch (const base::Error& error) {
    return error.what();
  }
}

TEST_CASE("what is wrong with a problem is said with its line") {
  const std::pair<std::string, std::string> cases[] = {
      {"", "p.pddl:1: wanted one (define"},
      {"\n\n(defin x)", "p.pddl:3: wanted one (define"},
      {"(define (problem p)\n(:domain d)", "p.pddl:1: `(` is never closed"},
      {"(define (problem p)))", "p.pddl:1: `)` closes nothing"},
      {std::string(100, '('), "p.pddl:1: too many open parentheses"},
      {"(define (problem p) (:domain d))", "p.pddl:1: no (:objects ...)"},
      {two_blocks("a a", "", "()"), "p.pddl:3: a second block `a`"},
      {two_blocks("a A", "", "()"), "p.pddl:3: a second block `A`"},
      {two_blocks("", "", "()"), "p.pddl:3: wanted at least one block"},
      {two_blocks("a b", "(onn a b)", "()"), "p.pddl:4: no predicate `onn` (did you mean `on`?)"},
      {two_blocks("a b", "(on a c)", "()"), "p.pddl:4: no block `c`"},
      {two_blocks("a b", "(on a)", "()"), "p.pddl:4: `on` takes 2 blocks, found 1"},
      {two_blocks("a b", "(on a a)", "()"), "p.pddl:4: (on a a) contradicts"},
      {two_blocks("a b", "(on a b) (on b a)", "()"), "p.pddl:4: (on b a) contradicts"},
      {two_blocks("a b", "(on a b)\n(ontable a)", "()"), "p.pddl:5: (ontable a) contradicts"},
      {two_blocks("a b", "(on a b)", "()"), "p.pddl:4: where is `b` at the start?"},
      {two_blocks("a b", "(ontable a) (ontable b) (clear a) (handempty)", "()"),
       "p.pddl:4: (clear b) is missing"},
      {two_blocks("a b", "(ontable a) (ontable b) (clear a) (clear b)", "()"),
       "p.pddl:4: (handempty) is missing"},
      {two_blocks("a b", table, "(and (on a b)\n(on b a))"), "p.pddl:6: no plan: (on b a)"},
      {two_blocks("a b", table, "(and (on a b)\n\n(clear b))"), "p.pddl:7: no plan: (clear b)"},
      {two_blocks("a b", table, "(not (on a b))"), "p.pddl:5: `not` is PDDL that is not supported"},
      {two_blocks("a b", table, "(on a b) (on b a)"), "p.pddl:5: wanted (:goal (and ...))"},
      {two_blocks("a b", table, "on"), "p.pddl:5: wanted (predicate block ...)"},
  };
  for (const auto& [text, wanted] : cases) {
    INFO(text);
    CHECK_THAT(message(text), Catch::StartsWith(wanted));
  }
  CHECK(message(two_blocks("a b", table, "()")) == "no error");
  CHECK(message(two_blocks("a b", table, "(and)")) == "no error");
  CHECK(message(two_blocks("a b", table, "(on a b)")) == "no error");
}

TEST_CASE("sections are read or refused by name, and PDDL that is not supported is called so") {
  const auto with = [](const std::string& section) {
    std::string text = two_blocks("a b", table, "()");
    return message(text.insert(text.find("\n(:objects"), "\n" + section));
  };
  for (const char* read :
       {"(:requirements :strips :typing :action-costs)", "(:metric minimize (total-cost))"}) {
    CHECK(with(read) == "no error");
  }
  const std::pair<std::string, std::string> refused[] = {
      {"(:constraints (always (on a b)))", "(:constraints ...) is PDDL that is not supported"},
      {"(:metric maximize (total-cost))", "a metric beside"},
      {"(:metric minimize (total-time))", "a metric beside"},
      {"(:length (:serial 3))", "(:length ...) is PDDL that is not supported"},
      {"(:goals (on a b))", "no section `:goals` in a problem (did you mean `:goal`?)"},
      {"(:requirements :stripes)", "no requirement `:stripes` (did you mean `:strips`?)"},
      {"loose", "wanted (:section ...), found `loose`"},
      {"()", "wanted (:section ...)"},
      {"(:init (clear a))", "a second (:init ...)"},
      {"(:domain e)", "a second (:domain ...)"},
  };
  for (const auto& [section, wanted] : refused) {
    INFO(section);
    CHECK_THAT(with(section), Catch::StartsWith("p.pddl:") && Catch::Contains(wanted));
  }
  for (const char* word : {"not", "or", "=", "forall", "exists", "imply", "when", "preference"}) {
    const std::string fact = std::string("(") + word + " a b)";
    const std::string wanted = std::string("`") + word + "` is PDDL that is not supported";
    CHECK_THAT(message(two_blocks("a b", table, fact)), Catch::Contains(wanted));
  }
  CHECK(message(two_blocks("a b", table + "(= (total-cost) 0)", "()")) == "no error");
  CHECK_THAT(message(two_blocks("a b", table + "(= (total-cost) 3)", "()")),
             Catch::Contains("`=` is PDDL"));
  CHECK_THAT(message(two_blocks("a b", table + "(= (fuel a) 0)", "()")),
             Catch::Contains("`=` is PDDL"));
  CHECK_THAT(message(two_blocks("a - (either x y)", table, "()")), Catch::Contains("either"));
}

TEST_CASE("plans are read as planners write them") {
  const BlocksProblem problem = read_problem(two_blocks("a b", table, "(and (on a b))"), "p.pddl");
  const BlocksPlan wanted{{BlocksOperator::pick_up, 0}, {BlocksOperator::stack, 0, 1}};
  for (const char* text :
       {"(pick-up a)\n(stack a b)\n", "0: (PICKUP A) [1]\n1: (STACK A B) [1]\n",
        "; a plan\n\npick-up a\nstack a b ; done", "0.001: (pick-up a)(stack\na b)",
        "\r\n  (pick-up a)\r\n(stack a b)\r\n; cost = 2 (unit cost)\r\n",
        "pick-up a (1)\nstack a b (1)\n", "step    0: PICK-UP A\n        1: STACK A B\n",
        "0.0000: (PICK-UP A) [D:1.0000; C:0.1000]\n1.0000: (STACK A B) [D:1.0000; C:0.1000]\n",
        "1:\n(pick-up a)\n \n2:\n(stack a b)\n"}) {
    INFO(text);
    const WrittenPlan written = read_plan(text, problem, "plan");
    CHECK(written.plan == wanted);
    CHECK(written.steps == 2);
    CHECK(!written.no_action);
  }
  CHECK(read_plan("", problem, "plan").steps == 0);
  const std::pair<const char*, const char*> wrong[] = {
      {"(pick-up a)\n(stak a b)", "plan:2: no action `stak` (did you mean `stack`?)"},
      {"(pick-up a)\n\n(stack a x)", "plan:3: no block `x`"},
      {"(pick-up a)\nstack a b c", "plan:2: `stack` takes 2 blocks, found 3"},
  };
  for (const auto& [text, reason] : wrong) {
    const WrittenPlan written = read_plan(text, problem, "plan");
    CHECK(written.plan.size() == 1);
    CHECK(written.steps == 2);
    CHECK_THAT(written.no_action.value_or(""), Catch::StartsWith(reason));
  }
  CHECK_THROWS_WITH(read_plan("(pick-up a", problem, "plan"), "plan:1: `(` is never closed");
}

}  // namespace
}  // namespace tasks::blocks
