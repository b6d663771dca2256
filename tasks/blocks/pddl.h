#pragma once
#include <string>
#include <string_view>

#include "tasks/blocks/pddl_problem.h"

namespace tasks::blocks {

/// Reads a PDDL problem. Case, line breaks and comments do not matter; objects may be typed; the
/// goal may be complete, partial or empty. The initial facts must describe one state, all of it.
/// Throws base::Error "<place>:<line>: ..."; with exit code 1 if the text is sound but two facts of
/// the goal can never hold together, so that no plan exists.
BlocksProblem read_problem(std::string_view text, const std::string& place);

/// Reads a plan for `problem`: one action after the other, "(unstack a b)" or "unstack a b" on a
/// line of its own, either spelling; "3:" before and "[1]" behind an action, comments and empty
/// lines are passed over. Throws base::Error "<place>:<line>: ..." for what is no action, or names
/// no block of the problem.
BlocksPlan read_plan(std::string_view text, const BlocksProblem& problem, const std::string& place);

}  // namespace tasks::blocks
