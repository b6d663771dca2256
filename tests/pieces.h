#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace tests {

/// The pieces of one kind in a prompt of the catalog, read off its words alone; nothing of kinds
/// that hang on a world. Shares nothing with tasks::Fragments.
std::optional<std::multiset<std::string>> pieces_in(std::string_view kind, std::string_view prompt);

/// The same of a kind that hangs on no world.
std::multiset<std::string> pieces_of(std::string_view kind, std::string_view prompt);

}  // namespace tests
