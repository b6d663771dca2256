#include "tasks/control/few_items.h"

#include "base/error.h"
#include "tasks/different.h"

namespace tasks::control {
namespace {

std::uint64_t digest_of_prompt(std::span<const Token> prompt) { return base::digest(prompt); }

}  // namespace

FewItems::FewItems(std::unique_ptr<const Task> task, const std::map<int, std::int64_t>& counts,
                   std::uint64_t seed)
    : Borrowed(std::move(task)) {
  base::require(lender().finite_pools() == nullptr, "train_items: the questions of ", name(),
                " are listed: its own fields say how many are trained on");
  for (const auto& [difficulty, count] : counts) {
    std::vector<Example>& items = items_[difficulty];
    items = different_examples(lender(), Pool::train, difficulty, seed, count);
    base::require(!items.empty(), "train_items: none is left for difficulty ", difficulty);
    for (const Example& item : items) prompts_.insert(digest_of_prompt(item.prompt));
  }
}

std::span<const Pool> FewItems::pools() const { return pools_of(lender()); }

Example FewItems::candidate(Pool pool, int difficulty, base::Random& random) const {
  require_difficulty(*this, difficulty);
  const auto found = items_.find(difficulty);
  if (pool != Pool::train || found == items_.end()) {
    return candidate_for(lender(), pool, difficulty, random);
  }
  const std::vector<Example>& items = found->second;
  return items[static_cast<std::size_t>(random.below(std::ssize(items)))];
}

bool FewItems::holds(Pool pool, std::span<const Token> prompt) const {
  if (pool == Pool::train) return prompts_.contains(digest_of_prompt(prompt));
  return is_in(lender(), pool, prompt);
}

}  // namespace tasks::control
