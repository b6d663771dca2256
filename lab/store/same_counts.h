#pragma once
#include "lab/store/scores.h"

namespace lab::store {

/// Whether two scores may be of the same questions: as many were asked, as many of them differ, and
/// guessing reaches as much, where `saved` knows.
bool same_questions(const Score& saved, const Score& now);

/// Whether they are, and as many were solved.
bool same_counts(const Score& saved, const Score& now);

}  // namespace lab::store
