#pragma once
#include <string_view>

#include "tasks/blocksworld/fragments.h"
#include "tasks/blocksworld/text.h"
#include "tasks/blocksworld/yard.h"
#include "tasks/introduction.h"
#include "tasks/task.h"

namespace tasks::blocksworld {

struct PlanCheckConfig {
  BlocksworldConfig blocks;  ///< its problems and whose plans; its trace must be none
};

constexpr std::string_view kind_name(const PlanCheckConfig&) { return "plan_check"; }

template <typename Visit>
void each_field(PlanCheckConfig& config, const Visit& visit) {
  each_field(config.blocks, visit);
}

inline Sameness sameness_of(const PlanCheckConfig& config) { return sameness_of(config.blocks); }
inline void agree_on(PlanCheckConfig& config, const Sameness& all) { agree_on(config.blocks, all); }

/// Is this plan right, and if not, where does it fail? (PlanBench's plan verification; a hint for
/// Blocksworld, over the same vocabulary.)
///   prompt  "<plan_check> on b table on d table goal on d b plan pick-up d stack d b ="
///   answer  "right ."            it can be done and ends with the goal met
///           "bad stack d r ."    the first action that cannot be done
///           "unmet on d b ."     all can be done; the first fact of the goal that does not hold
///           then
///   difficulty: number of blocks
/// Half of the plans are right, the planner's. In the others an action is left out, two change
/// places, a block is taken for another, or the end is missing, each as often.
class PlanCheck final : public Task {
 public:
  using Config = PlanCheckConfig;
  static std::vector<Introduction<Config>> introductions();

  explicit PlanCheck(const PlanCheckConfig& config);

  std::string_view name() const override { return "plan_check"; }
  const Vocabulary& vocabulary() const override { return text_.vocabulary(); }
  Range difficulties() const override;
  Example sample(int difficulty, base::Random& random) const override;
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override;
  /// That of the problem, whatever the plan: its plan is shown in training only if it may be asked
  /// for there.
  std::uint64_t question_key(std::span<const Token> prompt) const override;
  Content content(std::span<const Token> prompt) const override;
  int answer_limit(std::span<const Token> prompt) const override;
  double chance(int difficulty) const override;  ///< exact: says "right"
  /// blocks, actions (in the plan), right (1 or 0).
  std::map<std::string, int> facets(const Example& example) const override;
  /// Of the problem; see fragments.h.
  const Fragments* fragments() const override { return &fragments_; }

 private:
  struct Question {
    BlocksworldProblem problem;
    blocks::BlocksPlan plan;
  };
  Question question_of(std::span<const Token> prompt) const;
  std::vector<Token> said_of(const BlocksOutcome& outcome, const BlocksworldProblem& problem) const;

  BlocksworldProblems problems_;
  BlocksworldText text_;
  SimpleFragments fragments_;
};

}  // namespace tasks::blocksworld
