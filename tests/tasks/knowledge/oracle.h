#pragma once
#include <string>
#include <vector>

namespace tests {

/// The answers of the catalog's knowledge graph and table of attributes, worked out from the words
/// of tasks/knowledge/world.h and tasks/comparison/world.h, sharing nothing with tasks/: a fact is
/// the first draw of a random stream of its own. The arguments are the words of a prompt: "e17 r4
/// r6" and "a3 e7 e31".
std::vector<std::string> knowledge(const std::vector<std::string>& asked);
std::vector<std::string> comparison(const std::vector<std::string>& asked);

}  // namespace tests
