#pragma once
#include "tasks/blocksworld/text.h"

namespace tasks::blocksworld {

/// The plan of a problem as an answer without its end token: what config.trace says to write down
/// before or between the actions, and the actions. Draws from `random` only for swapped traces.
std::vector<Token> traced_plan(const BlocksworldProblem& problem, const blocks::BlocksPlan& plan,
                               const BlocksworldConfig& config, const BlocksworldText& text,
                               base::Random& random);

/// The actions of an answer without its end token, whatever its trace says: what comes after the
/// last "plan", if there is one, and outside of "{ ... }". Nothing if a brace has no partner, or an
/// end token comes before the end.
std::optional<std::vector<Token>> without_trace(std::span<const Token> answer);

/// At most this many tokens does a traced plan of `moves` moves take, the end token not counted.
int longest_traced_plan(int blocks, int moves, BlocksTrace trace);

}  // namespace tasks::blocksworld
