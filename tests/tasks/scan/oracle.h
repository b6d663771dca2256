#pragma once
#include <string>
#include <vector>

namespace tests {

/// What a SCAN command says to do, found by taking its last words off: written against the table of
/// Lake and Baroni (2018, figure 7), sharing nothing with tasks/.
std::vector<std::string> carried_out(std::vector<std::string> command);

}  // namespace tests
