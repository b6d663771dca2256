#include "lab/spec/plan/axes.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/error.h"
#include "lab/spec/from_proto.h"
#include "lab/spec/label.h"
#include "lab/spec/path.h"
#include "lab/spec/text.h"

namespace lab::spec::plan {
namespace {

constexpr int digits_kept = 6;

/// To six significant digits: 0.1 * 3 gives 0.3, and ratios of 2 give whole numbers.
double rounded(double number) {
  char text[32];
  const auto end =
      std::to_chars(text, text + sizeof text, number, std::chars_format::general, digits_kept).ptr;
  double result = 0;
  std::from_chars(text, end, result);
  return result;
}

void check_points(const proto::Points& points, const std::string& path, const Origins& origins) {
  if (!points.has_low() || !points.has_high()) {
    origins.fail_at({path}, path + ": low and high must be given");
  }
  if (points.low() >= points.high()) {
    origins.fail_at({path}, path + ": low must be below high");
  }
}

std::vector<std::string> even_values(const proto::Points& points) {
  std::vector<std::string> values;
  for (int i = 0; i < points.points(); ++i) {
    const double share = static_cast<double>(i) / (points.points() - 1);
    values.push_back(readable(rounded(points.low() + share * (points.high() - points.low()))));
  }
  return values;
}

std::vector<std::string> ratio_values(const proto::Points& points) {
  std::vector<std::string> values;
  for (int i = 0; i < points.points(); ++i) {
    const double share = static_cast<double>(i) / (points.points() - 1);
    const double ratio = points.high() / points.low();
    values.push_back(readable(rounded(points.low() * std::pow(ratio, share))));
  }
  return values;
}

/// The values of an axis that has a path.
std::vector<std::string> values_of(const proto::Axis& axis, const std::string& path,
                                   const Origins& origins) {
  const int ways = (axis.values_size() > 0) + axis.has_range() + axis.has_log_range();
  if (ways != 1) {
    origins.fail_at({path}, path + ": one of values, range and log_range must be given");
  }
  if (axis.has_range()) {
    check_points(axis.range(), field_path(path, "range"), origins);
    return even_values(axis.range());
  }
  if (axis.has_log_range()) {
    const std::string where = field_path(path, "log_range");
    check_points(axis.log_range(), where, origins);
    if (axis.log_range().low() <= 0) origins.fail_at({where}, where + ": low must be above 0");
    return ratio_values(axis.log_range());
  }
  return {axis.values().begin(), axis.values().end()};
}

std::vector<Choice> path_choices(const proto::Axis& axis, const std::string& path,
                                 const Origins& origins) {
  if (axis.value_size() > 0) {
    origins.fail_at({path}, path + ": has a path, so give values, not value");
  }
  std::vector<Choice> choices;
  for (const std::string& value : values_of(axis, path, origins)) {
    const int index = static_cast<int>(choices.size());
    const Origin& origin = origins.nearest(item_path(field_path(path, "values"), index));
    const std::string set = axis.path() + "=" + value;
    choices.push_back({.name = value, .sets = {set}, .origins = {of_sweep(origin, set)}});
  }
  return choices;
}

std::vector<Choice> named_choices(const proto::Axis& axis, const std::string& path,
                                  const Origins& origins) {
  if (axis.values_size() > 0 || axis.has_range() || axis.has_log_range()) {
    origins.fail_at({path}, path + ".path must be given");
  }
  std::vector<Choice> choices;
  for (int i = 0; i < axis.value_size(); ++i) {
    const std::string where = item_path(field_path(path, "value"), i);
    Choice choice{.name = axis.value(i).name(), .sets = {}, .origins = {}};
    for (int k = 0; k < axis.value(i).set_size(); ++k) {
      const std::string& set = axis.value(i).set(k);
      choice.sets.push_back(set);
      choice.origins.push_back(
          of_sweep(origins.nearest(item_path(field_path(where, "set"), k)), set));
    }
    choices.push_back(std::move(choice));
  }
  return choices;
}

std::string axis_name(const proto::Axis& axis) {
  if (axis.has_name()) return axis.name();
  const auto dot = axis.path().rfind('.');
  return dot == std::string::npos ? axis.path() : axis.path().substr(dot + 1);
}

template <typename Named>
void check_distinct(const std::vector<Named>& all, const std::string& path,
                    const Origins& origins) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool taken = std::ranges::any_of(all.begin(), all.begin() + static_cast<long>(i),
                                           [&](const Named& n) { return n.name == all[i].name; });
    const std::string where = item_path(path, static_cast<int>(i));
    if (taken) origins.fail_at({where, path}, path + ": `" + all[i].name + "` is there twice");
  }
}

SweepAxis sweep_axis(const proto::Axis& axis, const std::string& path, const Origins& origins) {
  SweepAxis result{.name = axis_name(axis), .choices = {}};
  check_label(result.name, field_path(path, "name"), origins);
  const bool by_path = axis.has_path();
  result.choices = by_path ? path_choices(axis, path, origins) : named_choices(axis, path, origins);
  if (result.choices.empty()) origins.fail_at({path}, path + ": has no value");
  const std::string list = field_path(path, by_path ? "values" : "value");
  for (std::size_t i = 0; i < result.choices.size(); ++i) {
    std::string where = item_path(list, static_cast<int>(i));
    if (!by_path) where = field_path(where, "name");
    check_label(result.choices[i].name, where, origins);
  }
  check_distinct(result.choices, list, origins);
  return result;
}

}  // namespace

Origin of_sweep(const Origin& origin, const std::string& set) {
  return noted(origin, "from sweep " + set);
}

std::vector<SweepAxis> sweep_axes(const Document& document) {
  const auto& sweep = document.spec.sweep();
  std::vector<SweepAxis> axes;
  for (int i = 0; i < sweep.axis_size(); ++i) {
    axes.push_back(sweep_axis(sweep.axis(i), item_path("sweep.axis", i), document.origins));
  }
  check_distinct(axes, "sweep.axis", document.origins);
  return axes;
}

std::optional<SweepSearch> sweep_search(const Document& document,
                                        const std::vector<SweepAxis>& axes) {
  const auto& sweep = document.spec.sweep();
  std::optional<SweepSearch> found;
  for (int i = 0; i < sweep.axis_size(); ++i) {
    if (!sweep.axis(i).has_search()) continue;
    const std::string where = field_path(item_path("sweep.axis", i), "search");
    if (found) document.origins.fail_at({where}, where + ": another axis searches already");
    const SweepAxis& axis = axes[static_cast<std::size_t>(i)];
    found = from_proto<SweepSearch>(sweep.axis(i).search());
    found->axis = axis.name;
    for (const Choice& choice : axis.choices) found->values.push_back(choice.name);
    if (found->reaches.empty()) found->reaches = SweepSearch{}.reaches;
  }
  return found;
}

}  // namespace lab::spec::plan
