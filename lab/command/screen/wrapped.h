#pragma once
#include <cstddef>
#include <string>

namespace lab::command::screen {

/// Text for so many columns, without a newline at its end. Lines between empty ones are one
/// paragraph, filled anew; those that begin with a space are kept apart, and where they are too
/// long go on below their second column ("  name   what it is").
std::string refilled(const std::string& text, std::size_t columns);

/// `first`, then the text, which goes on below its beginning; broken at spaces, but not within
/// brackets or quotes.
std::string hanging(const std::string& first, const std::string& text, std::size_t columns);

/// A line for a shell, indented by two; a longer one is broken as shells allow.
std::string shell_lines(const std::string& line, std::size_t columns);

}  // namespace lab::command::screen
