#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tasks/blocks/state.h"

namespace tasks {

/// The two common spellings of the four-operator domain; any mixture of them is read.
enum class BlocksSpelling {
  competition,  ///< ontable, handempty, pick-up, put-down (IPC-2000, PlanBench)
  generator,    ///< on-table, arm-empty, pickup, putdown (the public generator)
};

struct BlocksProblem {
  std::string name, domain;
  std::vector<std::string> blocks;  ///< names as written; unique when case is ignored
  BlocksState initial;
  BlocksGoal goal;
  BlocksSpelling spelling = BlocksSpelling::competition;
};

/// Reads a PDDL problem. Case, line breaks and comments do not matter; objects may be typed; the
/// goal may be complete, partial or empty. The initial facts must describe one state, all of it.
/// Throws base::Error "<place>:<line>: ..."; with exit code 1 if the text is sound but two facts of
/// the goal can never hold together, so that no plan exists.
BlocksProblem read_problem(std::string_view text, const std::string& place);

/// The problem as PDDL that read_problem reads back as the same.
std::string pddl_text(const BlocksProblem& problem);

/// "(on a b)", "(handempty)" in the problem's spelling.
std::string fact_text(const BlocksFact& fact, const BlocksProblem& problem);

/// "(unstack a b)" in the problem's spelling.
std::string action_text(const BlocksAction& action, const BlocksProblem& problem);

/// Reads a plan for `problem`: one action after the other, "(unstack a b)" or "unstack a b" on a
/// line of its own, either spelling; "3:" before and "[1]" behind an action, comments and empty
/// lines are passed over. Throws base::Error "<place>:<line>: ..." for what is no action, or names
/// no block of the problem.
BlocksPlan read_plan(std::string_view text, const BlocksProblem& problem, const std::string& place);

}  // namespace tasks
