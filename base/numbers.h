#pragma once
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// The number that `text` is, if all of it is one number of this type: no sign for unsigned types,
/// no spaces, no rest.
template <typename Number>
std::optional<Number> number_in(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// The shortest decimal text that reads back as exactly `value`.
std::string shortest_text(double value);

}  // namespace base
