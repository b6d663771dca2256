#include "base/permutation.h"

#include <array>
#include <bit>
#include <utility>

#include "base/error.h"
#include "base/random.h"

namespace base {
namespace {

constexpr int rounds = 6;  // Luby and Rackoff 1988 need four for functions that look random

/// A random function of (half, round).
std::uint64_t mixed(std::uint64_t half, int round, std::uint64_t key) {
  const std::array parts{round, static_cast<int>(half & 0xffffffffU), static_cast<int>(half >> 32)};
  return digest(std::span<const int>(parts), key);
}

/// Two halves of `half_bits` bits each change places; before, one is mixed into the other.
std::uint64_t scrambled(std::uint64_t value, int half_bits, std::uint64_t key) {
  const std::uint64_t mask = (std::uint64_t{1} << half_bits) - 1;
  std::uint64_t left = value >> half_bits, right = value & mask;
  for (int round = 0; round < rounds; ++round) {
    left = (left ^ mixed(right, round, key)) & mask;
    std::swap(left, right);
  }
  return left << half_bits | right;
}

}  // namespace

std::int64_t permuted(std::int64_t index, std::int64_t size, std::uint64_t key) {
  promise(0 <= index && index < size, "an index inside the order");
  const auto last = static_cast<std::uint64_t>(size - 1);
  const int half_bits = (static_cast<int>(std::bit_width(last)) + 1) / 2;
  auto place = static_cast<std::uint64_t>(index);
  do place = scrambled(place, half_bits, key);
  while (place > last);
  return static_cast<std::int64_t>(place);
}

}  // namespace base
