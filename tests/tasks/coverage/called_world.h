#pragma once
#include <cstdint>
#include <vector>

#include "tasks/coverage/training_items.h"

namespace tests {

/// f2(f1(x1, x2), x3) over n values with random tables; of the labels that training shows one in
/// `noise` is wrong, none if it is 0.
tasks::coverage::CalledFunction two_hop_function(int n, std::uint64_t seed, int noise = 0);

/// About one input in `of`, by code.
std::vector<char> drawn_inputs(const tasks::coverage::CalledFunction& function, int of,
                               std::uint64_t seed);

}  // namespace tests
