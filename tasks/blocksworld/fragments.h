#pragma once
#include <functional>

#include "tasks/blocksworld/problem.h"
#include "tasks/blocksworld/text.h"
#include "tasks/simple_fragments.h"

namespace tasks::blocksworld {

/// Pieces that problems are made of:
///   shape      how many towers there are at the start and in the goal, and how high its highest is
/// and, where all towers are built from the table, so that names make the problem:
///   goal_fact  a block and the one it should be on: "b r"
///   height     a block and how high it should be, from the table, 1, up
/// Elsewhere a problem is the same with other names, and its pool does not hang on them. Shape: how
/// many towers there are at the start, and how high the goal's highest is.
SimpleFragments problem_fragments(
    const BlocksworldConfig& config, const BlocksworldText& text,
    const std::function<BlocksworldProblem(std::span<const Token> prompt)>& problem_of);

/// Of each block how many are under it in the goal, and it.
std::vector<int> goal_heights(const BlocksworldProblem& problem);

}  // namespace tasks::blocksworld
