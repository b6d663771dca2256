#pragma once
#include <string_view>

namespace base {

/// The program's, as `lab --version` shows it.
inline constexpr std::string_view version = "1.0.0";

}  // namespace base
