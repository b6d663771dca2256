#include "lab/run_query.h"

#include <algorithm>
#include <sstream>

#include "base/error.h"
#include "base/file.h"
#include "lab/claim.h"
#include "lab/numbers.h"
#include "lab/run_folder.h"
#include "lab/spec_reference.h"

namespace lab {
namespace {

constexpr std::string_view status_prefix = "status=";

const std::map<std::string, FieldDoc>& fields_by_path() {
  static const auto all = [] {
    std::map<std::string, FieldDoc> by_path;
    for (FieldDoc& field : spec_fields()) by_path.emplace(field.path, std::move(field));
    return by_path;
  }();
  return all;
}

/// Whether a field has this value, told from the spec's text alone; nothing if it takes a reader of
/// specs to tell: lists, defaults that hang on other fields, values that may be wrong.
std::optional<bool> plainly_holds(const std::string& condition, const SpecFields& fields) {
  const auto equals = condition.find('=');
  const std::string path = condition.substr(0, equals), wanted = condition.substr(equals + 1);
  const auto field = fields_by_path().find(path);
  if (field == fields_by_path().end()) return std::nullopt;
  const std::optional<std::string> found = value_at(path, fields);
  const auto dot = path.rfind('.');
  if (!found && path.starts_with("task.") && !fields.blocks.contains(path.substr(0, dot)))
    return false;
  const auto wanted_number = number_in<double>(wanted);
  const bool number = field->second.type.ends_with("number");
  const bool enumerator = std::ranges::any_of(
      field->second.values, [&](const auto& value) { return value.first == wanted; });
  if (!found || (number && !wanted_number) || (!number && !enumerator)) return std::nullopt;
  return number ? number_in<double>(*found) == wanted_number : *found == wanted;
}

/// Whether `conditions` hold; where their text does not tell, by comparing the spec with and
/// without them.
bool fits(const std::filesystem::path& folder, const std::vector<std::string>& conditions) {
  Overrides settings;
  std::optional<SpecFields> fields;
  for (const std::string& condition : conditions) {
    if (condition.starts_with(status_prefix)) {
      if (status_of(folder) != condition.substr(status_prefix.size())) return false;
      continue;
    }
    if (!fields) fields = fields_of(base::read_file(folder / "spec.textproto"));
    const std::optional<bool> holds = plainly_holds(condition, *fields);
    if (!holds) settings.push_back(condition);
    if (holds && !*holds) return false;
  }
  if (settings.empty()) return true;
  const RunSpec spec = spec_in(folder);
  return parse_spec(spec.text, "--where", folder, settings).text == spec.text;
}

void require_condition(const std::string& condition) {
  const auto equals = condition.find('=');
  if (equals == condition.npos || equals == 0) {
    throw base::Error("--where: wanted path=value, found `" + condition + "`", 2);
  }
}

std::string trimmed(const std::string& line) {
  const auto first = line.find_first_not_of(' ');
  return first == line.npos ? "" : line.substr(first);
}

/// Fields that appear more than once under one path get [0], [1], ...
class PathCounter {
 public:
  std::string next(const std::string& path) {
    const int index = seen_[path]++;
    return index == 0 ? path : path + "[" + std::to_string(index) + "]";
  }

 private:
  std::map<std::string, int> seen_;
};

}  // namespace

std::string status_of(const std::filesystem::path& folder) {
  return status_of(folder, read_manifest(folder));
}

std::string status_of(const std::filesystem::path& folder,
                      const std::optional<Manifest>& manifest) {
  const bool finished = manifest && manifest->status == Status::finished;
  if (finished && std::filesystem::exists(folder / "scores.tsv")) return "finished";
  if (claim_holder(folder)) return "running";
  if (!manifest) return "waiting";
  return finished || manifest->status == Status::running ? "interrupted"
                                                         : std::string(name(manifest->status));
}

std::vector<std::filesystem::path> runs_where(const std::vector<std::filesystem::path>& runs,
                                              const std::vector<std::string>& conditions) {
  for (const std::string& condition : conditions) require_condition(condition);
  std::vector<std::filesystem::path> kept;
  std::optional<base::Error> complaint;
  std::size_t refused = 0;
  for (const auto& folder : runs) {
    try {
      if (fits(folder, conditions)) kept.push_back(folder);
    } catch (const base::Error& error) {
      // A value that is impossible for this run: it does not have it. Impossible for all: a typo.
      if (!complaint) complaint = error;
      ++refused;
    }
  }
  if (complaint && refused == runs.size()) throw base::Error(*complaint);
  return kept;
}

SpecFields fields_of(const std::string& spec_text) {
  SpecFields fields;
  std::vector<std::string> open{""};
  PathCounter counter;
  std::istringstream lines(spec_text);
  for (std::string line; std::getline(lines, line);) {
    const std::string text = trimmed(line);
    if (text.empty() || text[0] == '#') continue;
    if (text == "}") {
      open.pop_back();
      continue;
    }
    const auto end = text.find_first_of(": {");
    const std::string path = counter.next(open.back() + text.substr(0, end));
    if (text.ends_with("{")) {
      open.push_back(path + ".");
      fields.blocks.insert(path);
    } else {
      fields.values[path] = trimmed(text.substr(end + 1));
    }
    base::require(!open.empty(), "spec: a `}` too many");
  }
  return fields;
}

std::optional<std::string> value_at(const std::string& path, const SpecFields& fields) {
  const auto found = fields.values.find(path);
  if (found != fields.values.end()) {
    const std::string& value = found->second;
    const bool quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
    return quoted ? value.substr(1, value.size() - 2) : value;
  }
  const auto dot = path.rfind('.');
  const bool of_a_task = path.starts_with("task.") || path.starts_with("hint[");
  if (of_a_task && !fields.blocks.contains(path.substr(0, dot))) return std::nullopt;
  const auto field = fields_by_path().find(path);
  if (field == fields_by_path().end() || field->second.otherwise.empty()) return std::nullopt;
  return field->second.otherwise;
}

}  // namespace lab
