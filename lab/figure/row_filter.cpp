#include "lab/figure/row_filter.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/names.h"
#include "base/numbers.h"
#include "lab/coverage/symbolic.h"

namespace lab::figure {
namespace {

void check_name(const std::string& what, const std::string& name,
                const std::set<std::string>& names, const std::string& place) {
  if (names.contains(name)) return;
  const std::vector<std::string> all(names.begin(), names.end());
  throw base::Error(
      fmt::format("{}: no {} `{}`{}", place, what, name, base::did_you_mean_or_all(name, all)),
      base::ExitCode::bad_spec);
}

}  // namespace

bool in_sweeps(const RowFilter& filter, const store::ResultRow& row) {
  if (filter.sweeps.empty()) return !coverage::is_symbolic(row.sweep);
  return std::ranges::count(filter.sweeps, row.sweep) > 0;
}

const std::string& setting_on(const store::ResultRow& row, const std::string& axis,
                              const std::string& place) {
  std::vector<std::string> axes;
  for (const auto& [name, value] : row.settings) {
    if (name == axis) return value;
    axes.push_back(name);
  }
  throw base::Error(fmt::format("{}: run {} has no axis `{}`{}", place, row.fingerprint, axis,
                                base::did_you_mean(axis, axes)),
                    base::ExitCode::bad_spec);
}

double number_on(const store::ResultRow& row, const std::string& axis, const std::string& place) {
  const std::string& value = setting_on(row, axis, place);
  const auto number = base::number_in<double>(value);
  base::require(number.has_value(), place, ": axis ", axis, ": wanted numbers, found `", value,
                "`");
  return *number;
}

void KnownNames::add(std::span<const store::ResultRow> rows) {
  for (const store::ResultRow& row : rows) {
    sweeps.insert(row.sweep);
    settings.insert(row.settings.begin(), row.settings.end());
    tasks.insert(row.score.task);
  }
}

void check_known(const RowFilter& filter, const KnownNames& known, const std::string& place) {
  for (const std::string& sweep : filter.sweeps) {
    check_name("sweep", sweep, known.sweeps, place);
  }
  check_name("task", filter.task, known.tasks, place);
  for (const auto& [axis, value] : filter.where) {
    std::set<std::string> axes, values;
    for (const auto& [known_axis, known_value] : known.settings) {
      axes.insert(known_axis);
      if (known_axis == axis) values.insert(known_value);
    }
    check_name("axis", axis, axes, place);
    check_name("value of " + axis, value, values, place);
  }
}

}  // namespace lab::figure
