#include "tasks/blocksworld/blocksworld.h"

#include <algorithm>

#include "tasks/blocks/judge.h"
#include "tasks/blocks/solver.h"
#include "tasks/blocksworld/plan.h"
#include "tasks/blocksworld/trace.h"

namespace tasks::blocksworld {
std::vector<Introduction<BlocksworldConfig>> Blocksworld::introductions() {
  return {{"blocksworld",
           "plan how to build the towers that are wanted, one block at a time",
           "The prompt says of every block what it is on, and after goal what should be on what.\n"
           "The answer is a plan: pick-up x and put-down x from and to the table, unstack x y and\n"
           "stack x y from and to a block, with one hand; then the end token. Every plan is right\n"
           "that can be done and ends with the goal met.",
           "<blocksworld> on b table on d table on r table goal on d b on b r =",
           "pick-up b stack b r pick-up d stack d b .",
           {}}};
}

Blocksworld::Blocksworld(const BlocksworldConfig& config)
    : problems_(config),
      text_("<blocksworld>", config.names),
      fragments_(problem_fragments(
          config, text_, [this](std::span<const Token> prompt) { return problem_of(prompt); })) {}

Range Blocksworld::difficulties() const {
  return {fewest_blocks(problems_.config()), problems_.config().max_blocks};
}

BlocksworldProblem Blocksworld::problem_of(std::span<const Token> prompt) const {
  const bool closed = !prompt.empty() && prompt.back() == text_.token(BlocksWord::equals);
  auto problem = closed ? text_.problem(prompt.first(prompt.size() - 1)) : std::nullopt;
  require_prompt(problem.has_value(), *this, prompt,
                 "<blocksworld> on a table on b table goal on b a =");
  return *std::move(problem);
}

Example Blocksworld::sample(int difficulty, base::Random& random) const {
  require_difficulty(*this, difficulty);
  const BlocksworldProblem problem = problems_.draw(difficulty, random);
  Example example{{}, {}, difficulty};
  text_.write(problem, example.prompt);
  example.prompt.push_back(text_.token(BlocksWord::equals));
  const BlocksworldConfig& config = problems_.config();
  const blocks::BlocksPlan plan = reference_plan(problem, config.planner);
  example.answer = traced_plan(problem, plan, config, text_, random);
  example.answer.push_back(text_.token(BlocksWord::end));
  return example;
}

bool Blocksworld::solves(std::span<const Token> prompt, std::span<const Token> answer) const {
  const BlocksworldProblem problem = problem_of(prompt);
  const auto plan = plan_in(answer, problem);
  return plan && blocks::judge(problem.initial, problem.goal, *plan).reaches_goal;
}

std::optional<blocks::BlocksPlan> Blocksworld::plan_in(std::span<const Token> answer,
                                                       const BlocksworldProblem& problem) const {
  if (answer.empty() || answer.back() != text_.token(BlocksWord::end)) return std::nullopt;
  const auto actions = without_trace(answer.first(answer.size() - 1));
  return actions ? text_.plan(*actions, problem) : std::nullopt;
}

std::uint64_t Blocksworld::question_key(std::span<const Token> prompt) const {
  return problem_key(problem_of(prompt), sameness_of(problems_.config()).towers_by_name);
}

Content Blocksworld::content(std::span<const Token> prompt) const {
  const bool by_name = sameness_of(problems_.config()).towers_by_name;
  return {std::string(blocks_content), problem_words(problem_of(prompt), by_name)};
}

int Blocksworld::answer_limit(std::span<const Token> prompt) const {
  const BlocksworldProblem problem = problem_of(prompt);
  const bool from_table =
      starts_on_table(problems_.config().problems) &&
      std::ranges::count(problem.initial.support, blocks::on_table) == problem.size();
  const int moves = (from_table ? 1 : 2) * (problem.size() - 1);
  return longest_traced_plan(problem.size(), moves, problems_.config().trace) + 1;
}

double Blocksworld::chance(int difficulty) const {
  require_difficulty(*this, difficulty);
  return problems_.chance(difficulty);
}

std::map<std::string, int> Blocksworld::facets(const Example& example) const {
  const BlocksworldProblem problem = problem_of(example.prompt);
  const auto length = blocks::optimal_plan(problem.initial, problem.goal).size();
  return {
      {"blocks", problem.size()},
      {"plan_length", static_cast<int>(length)},
      {"deadlocks", blocks::deadlocks(problem.initial, problem.goal)},
      {"towers", static_cast<int>(std::ranges::count(problem.initial.support, blocks::on_table))},
      {"goal_height", std::ranges::max(goal_heights(problem))}};
}

}  // namespace tasks::blocksworld
