#pragma once
#include <cstdint>
#include <vector>

#include "base/random.h"
#include "tasks/blocks/state.h"

namespace tasks::blocks {

/// A number from 0 up, as long as it must be: 32 bits a digit, lowest first, no zero on top.
struct Natural {
  std::vector<std::uint32_t> digits;

  /// `value` * factor / divisor. Promise: nothing remains, 0 < divisor < 2^32 and factor < 2^32.
  Natural scaled(std::uint64_t factor, std::uint64_t divisor) const;
  Natural plus(const Natural& other) const;
  bool less_than(const Natural& other) const;
};

/// Uniform in [0, bound). Promise: bound > 0.
Natural natural_below(const Natural& bound, base::Random& random);

/// Draws among all states of n blocks (hand empty), each equally likely, exactly.
/// n blocks stand in t towers in n! C(n-1, t-1) / t! ways: all orders, cut at all t - 1 places, the
/// order of the towers forgotten. So a state is a number of towers drawn with these weights, a
/// random order and random cuts. The counts are whole numbers of any length: no n overflows.
class BlocksSampler final {
 public:
  static constexpr int max_blocks = 1000;  ///< the tables of 1000 blocks take a megabyte

  /// Throws base::Error unless 1 <= blocks <= max_blocks.
  explicit BlocksSampler(int blocks);

  BlocksState draw(base::Random& random) const;

  /// How many states there are: 1, 3, 13, 73, 501, ... (OEIS A000262).
  const Natural& states() const { return cumulative_.back(); }

 private:
  int blocks_;
  std::vector<Natural> cumulative_;  // [t - 1]: the states of at most t towers
};

/// A state of exactly `towers` towers, uniform among those. Throws base::Error unless
/// 1 <= towers <= blocks.
BlocksState random_towers(int blocks, int towers, base::Random& random);

}  // namespace tasks::blocks
