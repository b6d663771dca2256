#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lab::spec::plan {

/// An axis of a sweep and a value on it.
struct Setting {
  std::string axis, value;
  auto operator<=>(const Setting&) const = default;
};

/// The values of a run, in the sweep's order of axes; or those that rows of results must have.
using Settings = std::vector<Setting>;

/// The value on an axis; nothing if the settings have none.
std::optional<std::string> value_on(const Settings& settings, std::string_view axis);

/// "axis=value" of each with `separator` between them, for people: not meant to be read back.
std::string label_of(const Settings& settings, std::string_view separator);

/// "axis=value;axis=value", as a table of results holds them. Throws base::Error if a name or a
/// value could not be read back.
std::string text_of(const Settings& settings);

/// Reads that back. Throws base::Error "<place>: column settings: wanted axis=value, ...".
Settings settings_in(std::string_view text, std::string_view place);

}  // namespace lab::spec::plan
