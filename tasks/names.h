#pragma once
#include <cstddef>
#include <span>
#include <string_view>

namespace tasks {

/// Position of `name` in `names`: enumerators and their names are kept in the same order. Throws
/// base::Error "<what>: none is named `<name>`" with the nearest name or, if none is near, all.
std::size_t position_named(std::string_view what, std::string_view name,
                           std::span<const std::string_view> names);

}  // namespace tasks
