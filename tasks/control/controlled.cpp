#include "tasks/control/controlled.h"

#include <array>

#include "base/error.h"
#include "tasks/pool.h"

namespace tasks::control {
namespace {

AllowedFragments allowed_of(const Task& task, std::span<const CoverageRule> rules) {
  base::require(task.finite_pools() == nullptr && task.fragments() != nullptr,
                "coverage: ", task.name(), " has no endless pools to control");
  for (const CoverageRule& rule : rules) {
    base::require(rule.at_least == 1, "coverage: at_least: what training shows of ", task.name(),
                  " hangs on the steps, for its questions are endless; `lab coverage` counts it");
  }
  try {
    return AllowedFragments(*task.fragments(), task.difficulties(), rules);
  } catch (const base::Error& error) {
    throw base::Error(base::concat("coverage: ", error.what()));
  }
}

}  // namespace

Controlled::Controlled(std::unique_ptr<const Task> task, std::span<const CoverageRule> rules)
    : Borrowed(std::move(task)),
      allowed_(allowed_of(lender(), rules)),
      sampler_(lender().fragments()->sampler(allowed_)) {}

std::span<const Pool> Controlled::pools() const {
  static constexpr std::array pools{Pool::train, Pool::validate, Pool::covered, Pool::uncovered};
  return pools;
}

bool Controlled::is_allowed(std::span<const Token> prompt) const {
  return allowed_.allows(*lender().fragments(), prompt, lender().question_key(prompt));
}

Example Controlled::allowed_candidate(int difficulty, base::Random& random) const {
  if (sampler_ != nullptr) {
    if (auto example = sampler_->allowed(difficulty, random)) return *std::move(example);
  }
  Example example = lender().sample(difficulty, random);
  for (int draw = 1; draw < draws_of_candidate && !is_allowed(example.prompt); ++draw) {
    example = lender().sample(difficulty, random);
  }
  return example;
}

Example Controlled::uncovered_candidate(int difficulty, base::Random& random) const {
  const Example covered = allowed_candidate(difficulty, random);
  const auto shape = lender().fragments()->shape(covered.prompt);
  const auto drawn = [&] {
    return sampler_ != nullptr ? sampler_->like(covered.prompt, random)
                               : lender().sample(difficulty, random);
  };
  Example example = drawn();
  for (int draw = 1; draw < draws_of_candidate; ++draw) {
    const bool fits = lender().fragments()->shape(example.prompt) == shape;
    if (fits && !is_allowed(example.prompt)) break;
    example = drawn();
  }
  return example;
}

Example Controlled::candidate(Pool pool, int difficulty, base::Random& random) const {
  require_difficulty(*this, difficulty);
  return pool == Pool::uncovered ? uncovered_candidate(difficulty, random)
                                 : allowed_candidate(difficulty, random);
}

bool Controlled::holds(Pool pool, std::span<const Token> prompt) const {
  const Pool by_key = pool_of_key(lender().question_key(prompt));
  const bool is_held_out = pool == Pool::covered || pool == Pool::uncovered;
  if (by_key != (is_held_out ? Pool::test : pool)) return false;
  return is_allowed(prompt) == (pool != Pool::uncovered);
}

}  // namespace tasks::control
