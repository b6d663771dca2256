#include "lab/runs/query_fields.h"

#include <fmt/format.h>

#include <optional>

#include "base/error.h"
#include "base/names.h"
#include "base/numbers.h"
#include "base/pattern.h"
#include "lab/spec/fields.h"
#include "lab/spec/reference/typed.h"
#include "lab/store/run_folder.h"

namespace lab::runs {
namespace {

using spec::reference::FieldKind;

/// Words of --set in errors of --where.
std::string as_of_where(std::string message, const std::string& assignment,
                        const std::string& typed) {
  const std::string set = "--set " + assignment, where = "--where " + typed;
  for (auto at = message.find(set); at != message.npos; at = message.find(set, at + where.size())) {
    message.replace(at, set.size(), where);
  }
  return message;
}

bool assignment_changes_nothing(const spec::Spec& spec, const std::filesystem::path& folder,
                                const std::string& path, const Condition& condition) {
  const std::string assignment = path + "=" + condition.value;
  try {
    return spec::parse_spec(spec.run.text, "--where", folder, {assignment}).run.text ==
           spec.run.text;
  } catch (const base::Error& error) {
    throw base::Error(as_of_where(error.what(), assignment, condition.text), error.exit_code());
  }
}

bool has_value(const std::filesystem::path& folder, const std::string& path,
               const Condition& condition) {
  const spec::Spec spec = store::spec_in(folder);
  const std::optional<FieldKind> kind = spec::reference::kind_of_field(path);
  if (kind == FieldKind::text || (kind != FieldKind::block && condition.is_pattern())) {
    const auto found = spec.value_at(path);
    return found && base::matches_pattern(condition.value, spec::reference::cell_of(path, *found));
  }
  if (kind == FieldKind::block && !asks_block(condition)) {
    throw base::Error(fmt::format("--where {}: no run here has an axis `{}` in its name, and the "
                                  "field `{}` is a block",
                                  condition.text, condition.what, path),
                      base::ExitCode::bad_spec);
  }
  const std::optional<bool> plainly = spec.plainly_holds(path, condition.value);
  return plainly ? *plainly : assignment_changes_nothing(spec, folder, path, condition);
}

}  // namespace

bool is_value_field(const std::string& path) {
  const std::optional<FieldKind> kind = spec::reference::kind_of_field(path);
  return kind && *kind != FieldKind::block;
}

bool asks_block(const Condition& condition) {
  return condition.value.starts_with('{') || condition.value.starts_with('[');
}

void require_field_of(const Condition& condition, const std::vector<std::string>& other_names) {
  const std::string near = base::nearest(condition.what, other_names);
  if (!spec::reference::kind_of_field(condition.what) && !near.empty()) {
    throw base::Error(fmt::format("--where {}: no column, axis or field `{}` (did you mean `{}`?)",
                                  condition.text, condition.what, near),
                      base::ExitCode::bad_spec);
  }
  spec::require_field(condition.what, "--where " + condition.text);
  if (!condition.is_order()) return;
  const bool is_a_number = base::number_in<double>(condition.value).has_value();
  if (spec::reference::kind_of_field(condition.what) == FieldKind::number && is_a_number) return;
  throw base::Error(
      fmt::format("--where {}: <, <=, > and >= compare numbers, and {} is none", condition.text,
                  is_a_number ? condition.what : "`" + condition.value + "`"),
      base::ExitCode::wrong_usage);
}

bool field_holds(const std::filesystem::path& folder, const Condition& condition) {
  const std::string path = spec::with_first_hint(condition.what);
  if (condition.is_order()) return holds(condition, store::spec_in(folder).value_at(path));
  return has_value(folder, path, condition) == (condition.relation == Relation::equal);
}

}  // namespace lab::runs
