#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <iostream>
#include <limits>
#include <nlohmann/json.hpp>

#include "base/clock.h"
#include "base/error.h"
#include "base/file.h"
#include "base/numbers.h"
#include "base/stop.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/command/screen/guard.h"
#include "tasks/blocks/domain.h"
#include "tasks/blocks/hand.h"
#include "tasks/blocks/judge.h"
#include "tasks/blocks/pddl.h"
#include "tasks/blocks/words.h"

namespace lab::command {
namespace {

using Json = nlohmann::ordered_json;
using tasks::blocks::BlocksSolution;

constexpr double check_seconds = 1;  // for the optimum, once a plan is known to be right

/// Plans within a time, unless a signal ends it; says on a terminal how far it is.
class Search final {
 public:
  explicit Search(double seconds) : seconds_(seconds) {}

  BlocksSolution plan(const tasks::blocks::BlocksProblem& problem) {
    const BlocksSolution solution = tasks::blocks::best_plan(
        problem.initial, problem.goal,
        [&](std::size_t at_least, std::size_t at_most) { return goes_on(at_least, at_most); });
    if (shown_ > 0) {
      const screen::Drawing drawing;
      std::cerr << "\r\033[K" << std::flush;
    }
    const auto verdict = tasks::blocks::judge(problem.initial, problem.goal, solution.plan);
    base::promise(verdict.reaches_goal, "a plan of ours reaches its goal");
    return solution;
  }

 private:
  bool goes_on(std::size_t at_least, std::size_t at_most) {
    const double passed = base::seconds_now() - began_;
    if (terminal_ && passed > shown_ + 0.5) {
      shown_ = passed;
      const screen::Drawing drawing;
      std::cerr << fmt::format("\rat least {} actions, at most {}; {}\033[K", at_least, at_most,
                               base::duration_text(passed))
                << std::flush;
    }
    return passed < seconds_ && !base::stop_requested();
  }

  base::StopOnSignals signals_;
  bool terminal_ = isatty(STDERR_FILENO) == 1;
  double seconds_, began_ = base::seconds_now(), shown_ = 0;
};

void print(const Json& object) {
  std::cout << object.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

/// A problem, and what was read to know it.
struct Asked {
  tasks::blocks::BlocksProblem problem;
  bool domain_read = false;
  std::optional<std::string> no_plan;  ///< why there can be none
};

Json head_of(const Asked& asked) {
  return {{"problem", asked.problem.name},
          {"domain", asked.problem.domain},
          {"domain_read", asked.domain_read},
          {"blocks", asked.problem.blocks.size()},
          {"solvable", !asked.no_plan}};
}

/// "length 6, optimal", or between which lengths the optimum is.
std::string length_text(const BlocksSolution& solution) {
  const std::size_t length = solution.plan.size();
  if (solution.optimal()) return fmt::format("length {}, optimal", length);
  return fmt::format(
      "length {}, not proved optimal: at most {} actions more than needed, no plan has fewer than "
      "{}",
      length, length - solution.at_least, solution.at_least);
}

base::ExitCode code_of(const BlocksSolution& solution) {
  if (solution.optimal()) return base::ExitCode::done;
  return base::stop_requested() ? base::stop_exit_code() : base::ExitCode::stopped;
}

/// Prints the plan so that planners' validators, and --check, read it.
base::ExitCode solve(const Asked& asked, double seconds, bool json) {
  if (asked.no_plan) {
    Json object = head_of(asked);
    object.update({{"length", nullptr}, {"plan", nullptr}, {"reason", *asked.no_plan}});
    if (json) print(object);
    throw base::Error(*asked.no_plan, base::ExitCode::check_failed);
  }
  const BlocksSolution solution = Search(seconds).plan(asked.problem);
  std::vector<std::string> actions;
  for (const tasks::blocks::BlocksAction& action : solution.plan) {
    actions.push_back(tasks::blocks::action_text(action, asked.problem));
  }
  if (json) {
    Json object = head_of(asked);
    object.update({{"length", solution.plan.size()},
                   {"optimal", solution.optimal()},
                   {"lower_bound", solution.at_least},
                   {"plan", actions}});
    print(object);
    return code_of(solution);
  }
  for (const std::string& action : actions) std::cout << action << '\n';
  std::cout << "; " << length_text(solution) << '\n';
  return code_of(solution);
}

/// What there is to say of a plan that somebody made.
struct Report {
  const Asked& asked;
  const tasks::blocks::WrittenPlan& written;
  tasks::blocks::BlocksVerdict verdict;

  bool executable() const { return verdict.executable() && !written.no_action; }
  bool valid() const { return executable() && verdict.reaches_goal; }

  /// The first step that cannot be done, from 1.
  std::optional<std::size_t> bad_step() const {
    if (verdict.bad_step) return verdict.bad_step->step + 1;
    if (written.no_action) return written.plan.size() + 1;
    return std::nullopt;
  }

  /// The fact for want of which the plan is wrong, if it is one.
  std::optional<std::string> missing() const {
    const auto& fact = verdict.bad_step ? verdict.bad_step->missing : verdict.unmet;
    if (!fact || (written.no_action && !verdict.bad_step)) return std::nullopt;
    return tasks::blocks::fact_text(*fact, asked.problem);
  }
};

void show(const Report& report) {
  std::cout << "valid      " << (report.valid() ? "yes" : "no") << "\nexecutable "
            << (report.executable() ? "yes" : "no") << '\n';
  if (const auto& bad = report.verdict.bad_step) {
    const auto& action = report.written.plan[bad->step];
    std::cout << "bad step   " << bad->step + 1 << ' '
              << tasks::blocks::action_text(action, report.asked.problem) << ": "
              << *report.missing() << " does not hold\n";
  } else if (report.written.no_action) {
    std::cout << "bad step   " << *report.bad_step() << ": " << *report.written.no_action << '\n';
  }
  std::cout << "goal       " << (report.valid() ? "reached" : "not reached");
  if (report.executable() && !report.valid()) {
    std::cout << ": " << *report.missing() << " is missing";
  }
  std::cout << "\nlength     " << report.written.steps << '\n';
  if (report.asked.no_plan) std::cout << "no plan    " << *report.asked.no_plan << '\n';
  std::cout << std::flush;
}

/// Whether a right plan of this length is a shortest one; nothing if the time was too short.
std::optional<bool> is_optimal(std::size_t length, const BlocksSolution& best) {
  if (length == best.at_least) return true;
  if (length > best.plan.size() || best.optimal()) return false;
  return std::nullopt;
}

void show_optimum(std::size_t length, const BlocksSolution& best) {
  const auto optimal = is_optimal(length, best);
  std::cout << "optimal    " << (!optimal ? "not known" : *optimal ? "yes" : "no");
  const std::size_t most = std::min(length, best.plan.size());
  if (most == best.at_least) {
    std::cout << ": the shortest plans have length " << most << '\n';
  } else {
    std::cout << fmt::format(
        ": the shortest plans have length {} to {}; --time-limit says how "
        "long to look\n",
        best.at_least, most);
  }
}

Json json_of(const Report& report) {
  const auto value = [](const auto& maybe) { return maybe ? Json(*maybe) : Json(nullptr); };
  Json object = head_of(report.asked);
  object.update({{"valid", report.valid()},
                 {"executable", report.executable()},
                 {"reaches_goal", report.valid()},
                 {"length", report.written.steps},
                 {"first_bad_step", value(report.bad_step())},
                 {"missing", value(report.missing())},
                 {"reason", value(report.written.no_action)},
                 {"optimal", report.valid() ? Json(nullptr) : Json(false)},
                 {"optimal_length", nullptr},
                 {"lower_bound", nullptr}});
  return object;
}

/// The verdict first; how short plans can be only of a plan that is right. 0 if it is, however
/// long; else 1.
base::ExitCode check(const Asked& asked, const tasks::blocks::WrittenPlan& written, double seconds,
                     bool json) {
  const auto& problem = asked.problem;
  const Report report{asked, written,
                      tasks::blocks::judge(problem.initial, problem.goal, written.plan)};
  if (!json) show(report);
  Json object = json_of(report);
  if (report.valid()) {
    const BlocksSolution best = Search(seconds).plan(problem);
    const auto optimal = is_optimal(written.steps, best);
    const std::size_t most = std::min(written.steps, best.plan.size());
    if (optimal) object["optimal"] = *optimal;
    if (most == best.at_least) object["optimal_length"] = most;
    object["lower_bound"] = best.at_least;
    if (!json) show_optimum(written.steps, best);
  }
  if (json) print(object);
  return report.valid() ? base::ExitCode::done : base::ExitCode::check_failed;
}

Asked asked_for(const Arguments& arguments) {
  const std::string first = word(arguments, "domain", "a PROBLEM.pddl file");
  const std::string file = text(arguments, "problem", first);
  Asked asked{tasks::blocks::read_problem(base::read_file(file), file), false, {}};
  if (has(arguments, "problem")) {
    const auto domain = tasks::blocks::read_domain(base::read_file(first), first);
    tasks::blocks::require_of_domain(asked.problem, domain, file);
    asked.domain_read = true;
  }
  asked.no_plan = tasks::blocks::contradiction_of(asked.problem, file);
  return asked;
}

double seconds_of(const Arguments& arguments, double otherwise) {
  if (!has(arguments, "time-limit")) return otherwise;
  const std::string value = text(arguments, "time-limit", "");
  const auto seconds = base::number_in<double>(value);
  if (seconds && *seconds >= 0 && std::isfinite(*seconds)) return *seconds;
  throw base::Error("--time-limit: wanted seconds, 0 or more, found `" + value + "`",
                    base::ExitCode::wrong_usage);
}

base::ExitCode run(const Arguments& arguments) {
  const bool json = flag(arguments, "json"), checks = has(arguments, "check");
  const double forever = std::numeric_limits<double>::infinity();
  const double seconds = seconds_of(arguments, checks ? check_seconds : forever);
  try {
    const Asked asked = asked_for(arguments);
    if (!checks) return solve(asked, seconds, json);
    const std::string plan = text(arguments, "check", "");
    const auto written = tasks::blocks::read_plan(base::read_file(plan), asked.problem, plan);
    return check(asked, written, seconds, json);
  } catch (const base::Error& error) {
    const bool told = error.exit_code() == base::ExitCode::check_failed;
    if (json && !told) print({{"error", error.what()}});
    throw;
  }
}

}  // namespace

Command plan_command() {
  Command command{
      "plan",
      "[DOMAIN.pddl] PROBLEM.pddl [--check PLAN] [--time-limit SECONDS] [--json]",
      "an optimal plan for a Blocksworld problem, or what is wrong with a given one",
      "Four operators; ontable or on-table, handempty or arm-empty; complete or partial\n"
      "goals; costs of one. A domain is read and held against the four operators;\n"
      "without one they are taken for granted (\"domain_read\" in JSON says which).\n"
      "Exit code 0: the plan is proved optimal; 75: the time was up, or a signal came,\n"
      "before that, and the best plan found and the bound are printed.\n"
      "With --check, 0: the plan is valid, which means that each step can be done and\n"
      "that it reaches the goal, optimal or not; 1: it is not. The verdict comes first;\n"
      "then, of a valid plan, how short plans can be (for a second).",
      {"lab plan tests/golden/pddl/domain.pddl tests/golden/pddl/sussman.pddl",
       "lab plan tests/golden/pddl/sussman.pddl --time-limit 10 --json",
       "lab plan tests/golden/pddl/sussman.pddl --check tests/golden/pddl/sussman.plan"},
      {{"domain", {Completion::files}}, {"problem", {Completion::files}}},
      run};
  auto add = command.options.add_options();
  add("check", one_value(), "judge this plan by simulation: one action a line");
  add("time-limit", one_value(), "seconds after which the best plan so far will do");
  add_json(command.options);
  return command;
}

}  // namespace lab::command
