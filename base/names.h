#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// The shortest candidate that begins with `word` (three letters or more), else that with the
/// smallest edit distance to `word` (letters inserted, deleted, replaced, or neighbours swapped) if
/// that is at most a third of the word (at least 2) and leaves a letter in place, else "". Ties go
/// to the earlier candidate.
std::string nearest(std::string_view word, std::span<const std::string> candidates);

/// " (did you mean `x`?)" for the nearest candidate, or "" if none is near.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);

/// The same, or "; there are a, b, c" if no candidate is near and there is any.
std::string did_you_mean_or_all(std::string_view word, std::span<const std::string> candidates);

}  // namespace base
