#pragma once
#include <string>
#include <vector>

namespace tests {

/// The answers of the catalog's compositions, worked out from the words of
/// tasks/composition/world.h: a value of a function is a draw of a named random stream, found by
/// drawing up to it. Shares nothing with tasks/. The arguments are entities as they stand in a
/// prompt, "t4".
std::vector<std::string> two_hop(const std::vector<std::string>& x);
std::vector<std::string> parallel_two_hop(const std::vector<std::string>& x);
std::vector<std::string> chain(int entities, const std::vector<std::string>& x);
std::vector<std::string> non_tree(const std::vector<std::string>& x);

}  // namespace tests
