#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "tasks/blocks/pddl_problem.h"

namespace tasks::blocks {

/// Reads a PDDL problem. Case, line breaks and comments do not matter; objects may be typed; the
/// goal may be complete, partial or empty, and may contradict itself (see contradiction_of). The
/// initial facts must describe one state, all of it. Costs of one (total-cost) are read; whatever
/// else stands there is refused by name. The time is linear in the text. Throws base::Error
/// "<place>:<line>: ...".
BlocksProblem read_problem(std::string_view text, const std::string& place);

/// "<place>:<line>: no plan: ..." if two facts of the goal can never hold together.
std::optional<std::string> contradiction_of(const BlocksProblem& problem, const std::string& place);

/// A plan as somebody wrote it.
struct WrittenPlan {
  BlocksPlan plan;                       ///< the actions before the first step that is none
  std::size_t steps = 0;                 ///< all of them
  std::optional<std::string> no_action;  ///< "<place>:<line>: ...": why that step is none
};

/// Reads a plan for `problem`: one action after the other, "(unstack a b)" or "unstack a b" on a
/// line of its own, either spelling. What planners print beside an action is passed over: "3:",
/// "0.003:" and "step 3:" before it, "[1]", "[D:1.0; C:0.1]" and "(1)" behind it, comments, empty
/// lines. Throws base::Error "<place>:<line>: ..." for a text that is no list of actions.
WrittenPlan read_plan(std::string_view text, const BlocksProblem& problem,
                      const std::string& place);

}  // namespace tasks::blocks
