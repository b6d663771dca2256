#include "lab/spec/plan/settings.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"

namespace lab::spec::plan {
std::optional<std::string> value_on(const Settings& settings, std::string_view axis) {
  const auto found = std::ranges::find(settings, axis, &Setting::axis);
  if (found == settings.end()) return std::nullopt;
  return found->value;
}

std::string label_of(const Settings& settings, std::string_view separator) {
  const auto label = [](const Setting& setting) { return setting.axis + "=" + setting.value; };
  return base::joined(settings, label, separator);
}

std::string text_of(const Settings& settings) {
  for (const auto& [axis, value] : settings) {
    base::require(axis.find_first_of("=;") == axis.npos && value.find(';') == value.npos,
                  "sweep axis ", axis, ": its name and values may hold no `;`, found `", value,
                  "`");
  }
  return label_of(settings, ";");
}

Settings settings_in(std::string_view text, std::string_view place) {
  Settings settings;
  while (!text.empty()) {
    const std::string_view item = text.substr(0, text.find(';'));
    const auto equals = item.find('=');
    base::require(equals != item.npos, place, ": column settings: wanted axis=value, found `", item,
                  "`");
    settings.push_back({std::string(item.substr(0, equals)), std::string(item.substr(equals + 1))});
    text.remove_prefix(std::min(text.size(), item.size() + 1));
  }
  return settings;
}

}  // namespace lab::spec::plan
