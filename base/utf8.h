#pragma once
#include <string_view>

namespace base {

/// Whether the text is UTF-8: shortest forms, no surrogates, up to U+10FFFF (RFC 3629).
bool is_utf8(std::string_view text);

/// Whether UTF-8 holds a control character (C0, DEL or C1): what a terminal would obey.
bool has_control(std::string_view text);

}  // namespace base
