#include "tasks/blocks/judge.h"

namespace tasks::blocks {

BlocksVerdict judge(BlocksState state, std::span<const BlocksFact> goal,
                    std::span<const BlocksAction> plan) {
  for (std::size_t step = 0; step < plan.size(); ++step) {
    if (const auto missing = try_to_apply(plan[step], state)) {
      return {BlocksVerdict::BadStep{step, *missing}, false, std::nullopt};
    }
  }
  for (const BlocksFact& fact : goal) {
    if (!holds(state, fact)) return {std::nullopt, false, fact};
  }
  return {std::nullopt, true, std::nullopt};
}

}  // namespace tasks::blocks
