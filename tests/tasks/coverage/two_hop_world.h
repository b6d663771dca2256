#pragma once
#include <cstdint>

#include "tasks/coverage/input_codes.h"

namespace tests {

/// A random world t = f2(f1(x1, x2), x3) over n values (Chang et al. 2025): both tables uniform, a
/// share 0.7 of each allowed in training, and `train` inputs drawn from those whose two calls are
/// allowed. Held out are all others whose two calls occur in training.
/// Promise: there are enough inputs.
tasks::FiniteFunction two_hop_world(int n, std::int64_t train, std::uint64_t seed);

}  // namespace tests
