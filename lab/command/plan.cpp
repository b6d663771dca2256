#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/file.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "tasks/blocks/hand.h"
#include "tasks/blocks/judge.h"
#include "tasks/blocks/pddl.h"
#include "tasks/blocks/words.h"

namespace lab::command {
namespace {

using Json = nlohmann::ordered_json;

/// Prints the plan so that planners' validators, and --check, read it.
base::ExitCode solve(const tasks::blocks::BlocksProblem& problem, bool json) {
  const tasks::blocks::BlocksPlan plan =
      tasks::blocks::shortest_plan(problem.initial, problem.goal);
  const auto verdict = tasks::blocks::judge(problem.initial, problem.goal, plan);
  base::promise(verdict.reaches_goal, "a plan of ours reaches its goal");
  std::vector<std::string> actions;
  for (const tasks::blocks::BlocksAction& action : plan) {
    actions.push_back(tasks::blocks::action_text(action, problem));
  }
  if (json) {
    const Json object{{"problem", problem.name},
                      {"blocks", problem.blocks.size()},
                      {"length", plan.size()},
                      {"optimal", true},
                      {"plan", actions}};
    std::cout << object.dump() << '\n';
    return base::ExitCode::done;
  }
  for (const std::string& action : actions) std::cout << action << '\n';
  std::cout << "; length " << plan.size() << ", optimal\n";
  return base::ExitCode::done;
}

/// What there is to say of a plan that somebody made.
struct Report {
  const tasks::blocks::BlocksProblem& problem;
  const tasks::blocks::BlocksPlan& plan;
  tasks::blocks::BlocksVerdict verdict;
  std::size_t optimum = 0;  ///< actions

  bool optimal() const { return verdict.reaches_goal && plan.size() == optimum; }

  /// "3 (stack a b)": steps are counted from 1.
  std::string bad_step() const {
    const std::size_t step = verdict.bad_step->step;
    return fmt::format("{} {}", step + 1, tasks::blocks::action_text(plan[step], problem));
  }
};

void show(const Report& report) {
  const auto& [problem, plan, verdict, optimum] = report;
  std::cout << "valid    " << (verdict.valid() ? "yes" : "no") << '\n';
  if (verdict.bad_step) {
    std::cout << "bad step " << report.bad_step() << ": "
              << tasks::blocks::fact_text(verdict.bad_step->missing, problem) << " does not hold\n";
  }
  std::cout << "goal     " << (verdict.reaches_goal ? "reached" : "not reached");
  if (verdict.unmet)
    std::cout << ": " << tasks::blocks::fact_text(*verdict.unmet, problem) << " is missing";
  std::cout << "\nlength   " << plan.size() << "\noptimal  " << (report.optimal() ? "yes" : "no")
            << ": the shortest plans have length " << optimum << '\n';
}

Json json_of(const Report& report) {
  const auto& [problem, plan, verdict, optimum] = report;
  Json object{{"problem", problem.name},
              {"valid", verdict.valid()},
              {"reaches_goal", verdict.reaches_goal},
              {"optimal", report.optimal()},
              {"length", plan.size()},
              {"optimal_length", optimum},
              {"first_bad_step", nullptr},
              {"missing", nullptr}};
  if (verdict.bad_step) {
    object["first_bad_step"] = verdict.bad_step->step + 1;
    object["missing"] = tasks::blocks::fact_text(verdict.bad_step->missing, problem);
  } else if (verdict.unmet) {
    object["missing"] = tasks::blocks::fact_text(*verdict.unmet, problem);
  }
  return object;
}

/// 0 if the plan reaches the goal, however long it is; else 1.
base::ExitCode check(const tasks::blocks::BlocksProblem& problem,
                     const tasks::blocks::BlocksPlan& plan, bool json) {
  const Report report{problem, plan, tasks::blocks::judge(problem.initial, problem.goal, plan),
                      tasks::blocks::shortest_plan(problem.initial, problem.goal).size()};
  if (json) {
    std::cout << json_of(report).dump() << '\n';
  } else {
    show(report);
  }
  return report.verdict.reaches_goal ? base::ExitCode::done : base::ExitCode::check_failed;
}

base::ExitCode run(const Arguments& arguments) {
  const std::string file = word(arguments, "problem", "a PROBLEM.pddl file");
  const tasks::blocks::BlocksProblem problem =
      tasks::blocks::read_problem(base::read_file(file), file);
  const bool json = flag(arguments, "json");
  if (!has(arguments, "check")) return solve(problem, json);
  const std::string plan = text(arguments, "check", "");
  return check(problem, tasks::blocks::read_plan(base::read_file(plan), problem, plan), json);
}

}  // namespace

Command plan_command() {
  Command command{
      "plan",
      "PROBLEM.pddl [--check PLAN] [--json]",
      "an optimal plan for a Blocksworld problem, or what is wrong with a given one",
      "Four operators; ontable or on-table, handempty or arm-empty; complete or partial "
      "goals.\nWith --check the exit code is 0 if the plan reaches the goal, optimal or "
      "not, and 1 if not.",
      {"lab plan tests/golden/pddl/sussman.pddl",
       "lab plan tests/golden/pddl/sussman.pddl --check tests/golden/pddl/sussman.plan"},
      {{"problem", {Completion::files}}},
      run};
  auto add = command.options.add_options();
  add("check", one_value(), "judge this plan by simulation: one action a line");
  add_json(command.options);
  return command;
}

}  // namespace lab::command
