#pragma once
#include <array>
#include <cstddef>

namespace model::layers {

/// Every value of an enum that counts from 0, in order. `is_one` tells values of the enum from the
/// numbers after them by a switch without default, so that none is missing: a new enumerator does
/// not compile until it has its case.
template <typename Enum>
consteval auto enumerators(auto is_one) {
  constexpr std::size_t count = [is_one] {
    std::size_t number = 0;
    while (is_one(static_cast<Enum>(number))) ++number;
    return number;
  }();
  std::array<Enum, count> all{};
  for (std::size_t i = 0; i < count; ++i) all[i] = static_cast<Enum>(i);
  return all;
}

}  // namespace model::layers
