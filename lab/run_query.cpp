#include "lab/run_query.h"

#include <optional>
#include <sstream>

#include "base/error.h"
#include "lab/claim.h"
#include "lab/manifest.h"
#include "lab/run_folder.h"

namespace lab {
namespace {

constexpr std::string_view status_prefix = "status=";

/// Whether `conditions` hold; spec conditions by comparing the spec with and without them.
bool fits(const std::filesystem::path& folder, const std::vector<std::string>& conditions) {
  Overrides settings;
  for (const std::string& condition : conditions) {
    if (!condition.starts_with(status_prefix)) {
      settings.push_back(condition);
    } else if (status_of(folder) != condition.substr(status_prefix.size())) {
      return false;
    }
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
  const std::optional<Manifest> manifest = read_manifest(folder);
  if (manifest && manifest->status == Status::finished) return "finished";
  if (claim_holder(folder)) return "running";
  if (!manifest) return "waiting";
  return manifest->status == Status::running ? "interrupted" : std::string(name(manifest->status));
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

std::map<std::string, std::string> fields_of(const std::string& spec_text) {
  std::map<std::string, std::string> fields;
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
    } else {
      fields[path] = trimmed(text.substr(end + 1));
    }
    base::require(!open.empty(), "spec: a `}` too many");
  }
  return fields;
}

}  // namespace lab
