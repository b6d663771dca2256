#pragma once
#include <cstdint>

namespace base {

/// The place of item `index` in a random order of 0 .. size - 1, found without storing the order: a
/// bijection for each key, unrelated for different keys. (A Feistel network on the next power of
/// four, walked until it lands inside: Black and Rogaway 2002, "Ciphers with arbitrary finite
/// domains", sections 3 and 4.) Promise: 0 <= index < size.
std::int64_t permuted(std::int64_t index, std::int64_t size, std::uint64_t key);

}  // namespace base
