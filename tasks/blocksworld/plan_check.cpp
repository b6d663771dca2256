#include "tasks/blocksworld/plan_check.h"

#include <algorithm>

#include "base/error.h"
#include "tasks/blocks/judge.h"
#include "tasks/blocksworld/plan.h"

namespace tasks::blocksworld {
namespace {

std::size_t place_in(const blocks::BlocksPlan& plan, base::Random& random) {
  return static_cast<std::size_t>(random.below(std::ssize(plan)));
}

/// Takes a block of one action for any block.
void misname(int blocks, blocks::BlocksPlan& plan, base::Random& random) {
  blocks::BlocksAction& action = plan[place_in(plan, random)];
  const bool two = action.kind == blocks::BlocksOperator::stack ||
                   action.kind == blocks::BlocksOperator::unstack;
  blocks::Block& block = two && random.below(2) == 0 ? action.other : action.block;
  block = static_cast<blocks::Block>(random.below(blocks));
}

constexpr int ways_to_spoil = 4;

/// A plan spoiled in one of the ways; it may still be right.
blocks::BlocksPlan spoiled(blocks::BlocksPlan plan, std::int64_t way, int blocks,
                           base::Random& random) {
  switch (way) {
    case 0:
      plan.erase(plan.begin() + random.below(std::ssize(plan)));
      break;
    case 1:
      std::swap(plan[place_in(plan, random)], plan[place_in(plan, random)]);
      break;
    case 2:
      misname(blocks, plan, random);
      break;
    default:
      plan.resize(place_in(plan, random));
  }
  return plan;
}

}  // namespace

std::vector<Introduction<PlanCheckConfig>> PlanCheck::introductions() {
  return {{"plan_check",
           "is a plan for blocks right, and where does it fail?",
           "The prompt is a question of blocksworld, then plan and a plan for it. The answer is "
           "right,\n"
           "or bad and the first action that cannot be done, or unmet and the first fact of the\n"
           "goal that does not hold at the end; then the end token. Half of the plans are right.",
           "<plan_check> on b table on d table goal on d b plan pick-up d stack b d =",
           "bad stack b d .",
           {}}};
}

PlanCheck::PlanCheck(const PlanCheckConfig& config)
    : problems_(config.blocks),
      text_("<plan_check>", config.blocks.names),
      fragments_(problem_fragments(config.blocks, text_, [this](std::span<const Token> prompt) {
        return question_of(prompt).problem;
      })) {
  base::require(config.blocks.trace == BlocksTrace::none, "trace: plan_check has none");
}

Range PlanCheck::difficulties() const {
  return {fewest_blocks(problems_.config()), problems_.config().max_blocks};
}

PlanCheck::Question PlanCheck::question_of(std::span<const Token> prompt) const {
  const auto plan_word = std::ranges::find(prompt, text_.token(BlocksWord::plan));
  const auto before = static_cast<std::size_t>(plan_word - prompt.begin());
  std::optional<BlocksworldProblem> problem;
  std::optional<blocks::BlocksPlan> plan;
  if (before + 1 < prompt.size() && prompt.back() == text_.token(BlocksWord::equals)) {
    problem = text_.problem(prompt.first(before));
    const auto actions = prompt.subspan(before + 1, prompt.size() - before - 2);
    if (problem) plan = text_.plan(actions, *problem);
  }
  require_prompt(plan.has_value(), *this, prompt,
                 "<plan_check> on a table on b table goal on b a plan pick-up b stack b a =");
  return {*std::move(problem), *std::move(plan)};
}

Example PlanCheck::sample(int difficulty, base::Random& random) const {
  require_difficulty(*this, difficulty);
  const BlocksworldProblem problem = problems_.draw(difficulty, random);
  const blocks::BlocksPlan reference = reference_plan(problem, problems_.config().planner);
  blocks::BlocksPlan plan = reference;
  if (random.below(2) == 0) {
    const std::int64_t way = random.below(ways_to_spoil);
    do {
      plan = spoiled(reference, way, difficulty, random);
    } while (BlocksYard(problem.initial).carry_out(plan, problem.goal).right());
  }
  Example example{{}, {}, difficulty};
  text_.write(problem, example.prompt);
  example.prompt.push_back(text_.token(BlocksWord::plan));
  for (const blocks::BlocksAction& action : plan) text_.write(action, problem, example.prompt);
  example.prompt.push_back(text_.token(BlocksWord::equals));
  const auto outcome = BlocksYard(problem.initial).carry_out(plan, problem.goal);
  example.answer = said_of(outcome, problem);
  return example;
}

bool PlanCheck::solves(std::span<const Token> prompt, std::span<const Token> answer) const {
  const auto [problem, plan] = question_of(prompt);
  const blocks::BlocksVerdict verdict = blocks::judge(problem.initial, problem.goal, plan);
  BlocksOutcome outcome{std::nullopt, verdict.unmet};
  if (verdict.bad_step) outcome.bad = plan[verdict.bad_step->step];
  return std::ranges::equal(answer, said_of(outcome, problem));
}

std::vector<Token> PlanCheck::said_of(const BlocksOutcome& outcome,
                                      const BlocksworldProblem& problem) const {
  std::vector<Token> said;
  if (outcome.bad) {
    said.push_back(text_.token(BlocksWord::bad));
    text_.write(*outcome.bad, problem, said);
  } else if (outcome.unmet) {
    said.push_back(text_.token(BlocksWord::unmet));
    text_.write(*outcome.unmet, problem, said);
  } else {
    said.push_back(text_.token(BlocksWord::right));
  }
  said.push_back(text_.token(BlocksWord::end));
  return said;
}

std::uint64_t PlanCheck::question_key(std::span<const Token> prompt) const {
  return problem_key(question_of(prompt).problem, sameness_of(problems_.config()).towers_by_name);
}

Content PlanCheck::content(std::span<const Token> prompt) const {
  const bool by_name = sameness_of(problems_.config()).towers_by_name;
  return {std::string(blocks_content), problem_words(question_of(prompt).problem, by_name)};
}

int PlanCheck::answer_limit(std::span<const Token> prompt) const {
  question_of(prompt);
  return 5;  // bad unstack x y .
}

double PlanCheck::chance(int difficulty) const {
  require_difficulty(*this, difficulty);
  return 0.5;
}

std::map<std::string, int> PlanCheck::facets(const Example& example) const {
  const auto [problem, plan] = question_of(example.prompt);
  const bool right = blocks::judge(problem.initial, problem.goal, plan).reaches_goal;
  return {{"blocks", problem.size()},
          {"actions", static_cast<int>(plan.size())},
          {"right", right ? 1 : 0}};
}

}  // namespace tasks::blocksworld
