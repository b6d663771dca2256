#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// Where the first byte lies that is no UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing
/// above U+10FFFF); nothing if all is.
std::optional<std::size_t> first_no_utf8(std::string_view text);

/// Throws Error "place:line: wanted UTF-8, found byte 0xE9; ..." unless all is UTF-8.
void require_utf8(std::string_view text, std::string_view place);

/// Control characters of UTF-8 as what they are written as, "\x1b": what a terminal would obey.
/// Newlines and tabs stay.
std::string without_controls(std::string_view text);

/// A text file that somebody wrote: without the mark (BOM) that some editors put before UTF-8.
/// Throws as read_file and require_utf8 do.
std::string read_text_file(const std::filesystem::path& file);

}  // namespace base
