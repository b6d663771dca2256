#include <algorithm>

#include "base/error.h"
#include "tasks/blocks/judge.h"
#include "tasks/blocks/solver.h"
#include "tasks/blocksworld/blocksworld.h"
#include "tasks/blocksworld/trace.h"

// What probes may look for in a model that plans, and in its answers. After the task token come the
// facts of the start, three tokens each, "goal" and the facts wanted, "=", and the trace and plan.

namespace tasks::blocksworld {
namespace {

/// Whether the plan stacks in the order in which the goal lists what is to be on what.
bool follows_goal(const blocks::BlocksPlan& plan, const blocks::BlocksGoal& goal) {
  auto next = goal.begin();
  for (const blocks::BlocksAction& action : plan) {
    if (action.kind != blocks::BlocksOperator::stack) continue;
    const blocks::BlocksFact built{blocks::BlocksPredicate::on, action.block, action.other};
    next = std::ranges::find(next, goal.end(), blocks::BlocksPredicate::on,
                             &blocks::BlocksFact::predicate);
    if (next == goal.end() || *next != built) return false;
    ++next;
  }
  return next != goal.begin();
}

}  // namespace

std::string Blocksworld::mistake(const Example& example, std::span<const Token> answer) const {
  const BlocksworldProblem problem = problem_of(example.prompt);
  if (answer.empty() || answer.back() != text_.token(BlocksWord::end)) return "unfinished";
  const auto plan = plan_in(answer, problem);
  if (!plan) return "no plan";
  const blocks::BlocksVerdict verdict = blocks::judge(problem.initial, problem.goal, *plan);
  if (verdict.bad_step) {
    return follows_goal(*plan, problem.goal) ? "impossible action, goal's order"
                                             : "impossible action";
  }
  return verdict.reaches_goal ? "" : "goal not met";
}

std::string Blocksworld::merit(const Example& example, std::span<const Token> answer) const {
  const BlocksworldProblem problem = problem_of(example.prompt);
  const auto plan = plan_in(answer, problem);
  base::promise(plan.has_value(), "only right answers have merits");
  const bool optimal = plan->size() == blocks::optimal_plan(problem.initial, problem.goal).size();
  return optimal ? "optimal" : "longer than needed";
}

Annotation Blocksworld::annotation(const Example& example) const {
  const BlocksworldProblem problem = problem_of(example.prompt);
  const int facts = 1 + 3 * problem.size();  // the row of "goal"
  const int equals = static_cast<int>(example.prompt.size()) - 1;
  Annotation all;
  all.roles.assign(static_cast<std::size_t>(facts), "start");
  all.roles.front() = "task";
  all.roles.resize(example.prompt.size(), "goal");
  all.roles.back() = "equals";
  all.roles.resize(example.prompt.size() + example.answer.size() - 1, "answer");
  for (int row = facts + 1; row + 2 < equals; row += 3) {  // on x y: at x, what x is on now
    const Token block = example.prompt[static_cast<std::size_t>(row) + 1];
    for (int fact = 1; fact < facts; fact += 3) {
      if (example.prompt[static_cast<std::size_t>(fact) + 1] != block) continue;
      all.tokens.push_back(
          {"block below", row + 1, example.prompt[static_cast<std::size_t>(fact) + 2]});
    }
  }
  for (int k = 0; k < std::ssize(example.answer); ++k) {
    all.tokens.push_back({"next", equals + k, example.answer[static_cast<std::size_t>(k)]});
  }
  return all;
}

}  // namespace tasks::blocksworld
