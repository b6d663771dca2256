#include "lab/store/same_counts.h"

namespace lab::store {
namespace {

/// What an older version did not save is not held against it.
bool agree(const std::optional<std::int64_t>& saved, const std::optional<std::int64_t>& now) {
  return !saved || saved == now;
}

}  // namespace

bool same_questions(const Score& saved, const Score& now) {
  return saved.asked == now.asked && saved.tokens == now.tokens &&
         agree(saved.different, now.different) && agree(saved.guess.frequent, now.guess.frequent) &&
         agree(saved.guess.constant, now.guess.constant) &&
         agree(saved.guess.facet_constant, now.guess.facet_constant);
}

bool same_counts(const Score& saved, const Score& now) {
  return same_questions(saved, now) && saved.solved == now.solved && saved.exact == now.exact;
}

}  // namespace lab::store
