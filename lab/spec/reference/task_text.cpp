#include "lab/spec/reference/task_text.h"

#include <concepts>
#include <optional>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/text.h"
#include "lab/spec/text.h"

namespace lab::spec::reference {
namespace {

template <typename Struct>
std::string block(const Struct& value);

/// A value as a file says it, by its type.
template <typename Value>
std::string text_of(const Value& value) {
  if constexpr (std::same_as<Value, bool>) {
    return value ? "true" : "false";
  } else if constexpr (std::is_enum_v<Value>) {
    return base::capital_letters(names_of(value)[static_cast<std::size_t>(value)]);
  } else if constexpr (std::integral<Value>) {
    return std::to_string(value);
  } else if constexpr (std::floating_point<Value>) {
    return shortest(value);
  } else if constexpr (std::same_as<Value, std::string>) {
    return "\"" + value + "\"";
  } else {
    return block(value);
  }
}

template <typename Value>
std::string field(std::string_view name, const Value& value) {
  const bool is_block = std::is_class_v<Value> && !std::same_as<Value, std::string>;
  return std::string(name) + (is_block ? " " : ": ") + text_of(value);
}

template <typename Item>
std::string field(std::string_view name, const std::optional<Item>& value) {
  return value ? field(name, *value) : "";
}

template <typename Item>
std::string field(std::string_view name, const std::vector<Item>& items) {
  const auto all = base::joined(
      items, [&](const Item& item) { return field(name, item); }, " ");
  return all;
}

template <typename... Kinds>
std::string field(std::string_view /*of the oneof*/, const std::variant<Kinds...>& value) {
  return std::visit([](const auto& kind) { return field(kind_name(kind), kind); }, value);
}

/// Of the fields that are not as in a struct that nobody touched.
template <typename Struct>
std::string block(const Struct& value) {
  std::vector<std::string> untouched, said;
  Struct defaults, copy = value;
  each_field(defaults, [&](std::string_view name, const auto& member) {
    untouched.push_back(field(name, member));
  });
  std::size_t at = 0;
  each_field(copy, [&](std::string_view name, const auto& member) {
    const std::string text = field(name, member);
    if (text != untouched[at++] && !text.empty()) said.push_back(text);
  });
  return said.empty() ? "{}" : "{ " + base::joined(said, " ") + " }";
}

}  // namespace

std::string task_text(const tasks::catalog::TaskConfig& config) {
  return "task { " + field("kind", config) + " }";
}

}  // namespace lab::spec::reference
