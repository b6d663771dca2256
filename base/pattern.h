#pragma once
#include <string>

namespace base {

/// Whether all of `text` is of the pattern, in which * is any text and ? any character; brackets
/// and backslashes mean themselves.
bool matches_pattern(const std::string& pattern, const std::string& text);

}  // namespace base
