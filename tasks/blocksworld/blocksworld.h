#pragma once
#include "tasks/blocksworld/fragments.h"
#include "tasks/blocksworld/text.h"
#include "tasks/introduction.h"
#include "tasks/task.h"

namespace tasks::blocksworld {

/// Make a plan that takes blocks from how they stand to how they should stand (Stechly et al. 2024,
/// 2405.04776).
///   prompt  "<blocksworld> on b table on d table on r d goal on b r on d b ="
///   answer  "unstack r d put-down r pick-up b stack b r pick-up d stack d b ."
///   difficulty: number of blocks
/// The prompt says of every block what it is on, then what the goal wants. Every plan is right that
/// can be done and ends with the goal met, however long; the answer of sample is one of them, the
/// planner's.
/// With a trace the answer says more, and the judge looks at the plan alone: the actions after the
/// last "plan", if there is one, and outside of "{ ... }".
///   stacking     "on b r on d b on r table r has b b has d d has none plan pick-up b ..."
///   universal    "on b table d under r r clear down d clear down ... on r table on b r ... plan"
///   progression  "{ b | d r } unstack r d { b | d hand r } put-down r { b | d | r } ..."
class Blocksworld final : public Task, public ManyAnswers, public Critic, public Annotator {
 public:
  using Config = BlocksworldConfig;
  static std::vector<Introduction<Config>> introductions();

  explicit Blocksworld(const BlocksworldConfig& config);

  std::string_view name() const override { return "blocksworld"; }
  const Vocabulary& vocabulary() const override { return text_.vocabulary(); }
  Range difficulties() const override;
  Example sample(int difficulty, base::Random& random) const override;
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override;
  /// That of the problem; see problem_key.
  std::uint64_t question_key(std::span<const Token> prompt) const override;
  /// Enough for each planner; the same for all problems of as many blocks. From the table to towers
  /// no plan is shorter than the planner's, and one that works but is longer is cut off.
  Content content(std::span<const Token> prompt) const override;
  int answer_limit(std::span<const Token> prompt) const override;
  /// A bound; see BlocksworldProblems.
  double chance(int difficulty) const override;
  /// blocks, plan_length (of an optimal plan, in actions), deadlocks (blocks that an optimal plan
  /// moves twice), towers (at the start), goal_height (blocks in the goal's highest tower).
  std::map<std::string, int> facets(const Example& example) const override;

  /// See fragments.h.
  const Fragments* fragments() const override { return &fragments_; }

  const Critic* critic() const override { return this; }
  /// No plan at all, an action that cannot be done (in the order in which the prompt lists the
  /// goal, or otherwise), or a goal that is not met at the end.
  std::string mistake(const Example& example, std::span<const Token> answer) const override;

  const ManyAnswers* many_answers() const override { return this; }
  /// "optimal", or "longer than needed": an optimal plan is searched for.
  std::string merit(const Example& example, std::span<const Token> answer) const override;

  const Annotator* annotator() const override { return this; }
  /// Roles task, start, goal, equals, answer. Tokens: block below, at the upper block of a goal
  /// fact what it is on at the start; next, what should follow (equals and answer rows).
  Annotation annotation(const Example& example) const override;

 private:
  BlocksworldProblem problem_of(std::span<const Token> prompt) const;
  /// Nothing if the answer does not end or has no plan.
  std::optional<blocks::BlocksPlan> plan_in(std::span<const Token> answer,
                                            const BlocksworldProblem& problem) const;

  BlocksworldProblems problems_;
  BlocksworldText text_;
  SimpleFragments fragments_;
};

}  // namespace tasks::blocksworld
