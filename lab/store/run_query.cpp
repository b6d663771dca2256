#include "lab/store/run_query.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/names.h"
#include "base/text.h"
#include "lab/spec/fields.h"
#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"

namespace lab::store {
namespace {

using Folders = std::vector<std::filesystem::path>;

struct Condition {
  std::string path, value;

  bool asks_state() const { return path == "status"; }
};

void require_state(const std::string& wanted) {
  std::vector<std::string> names;
  for (const RunState state : all_run_states) {  // of the unreadable nothing can be asked
    if (state != RunState::unreadable) names.emplace_back(name(state));
  }
  if (std::ranges::count(names, wanted) > 0) return;
  throw base::Error(fmt::format("--where: status: wanted one of {}, found `{}`{}",
                                base::joined(names), wanted, base::did_you_mean(wanted, names)),
                    base::ExitCode::wrong_usage);
}

Condition condition_in(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == text.npos || equals == 0) {
    throw base::Error("--where: wanted path=value, found `" + text + "`",
                      base::ExitCode::wrong_usage);
  }
  Condition condition{base::trimmed(text.substr(0, equals)),
                      base::trimmed(text.substr(equals + 1))};
  if (condition.asks_state()) {
    require_state(condition.value);
    return condition;
  }
  spec::require_field(condition.path, "--where " + text);
  condition.path = spec::with_first_hint(condition.path);
  return condition;
}

/// Whether the condition holds; where the spec's text does not tell, by comparing the spec with and
/// without it.
bool fits(const std::filesystem::path& folder, const Condition& condition) {
  if (condition.asks_state()) return name(state_of(folder)) == condition.value;
  const spec::Spec spec = spec_in(folder);
  const std::optional<bool> holds = spec.plainly_holds(condition.path, condition.value);
  if (holds) return *holds;
  const std::string assignment = condition.path + "=" + condition.value;
  return spec::parse_spec(spec.run.text, "--where", folder, {assignment}).run.text == spec.run.text;
}

Folders those_with(const Condition& condition, const Folders& runs) {
  Folders kept;
  std::optional<base::Error> complaint;
  std::size_t refused = 0;
  for (const auto& folder : runs) {
    try {
      if (fits(folder, condition)) kept.push_back(folder);
    } catch (const base::Error& error) {
      // A value that is impossible for this run: it does not have it. Impossible for all: a typo.
      if (!complaint) complaint = error;
      ++refused;
    }
  }
  if (complaint && refused == runs.size()) throw base::Error(*complaint);
  return kept;
}

}  // namespace

std::vector<std::filesystem::path> runs_where(const std::vector<std::filesystem::path>& runs,
                                              const std::vector<std::string>& conditions) {
  std::vector<Condition> all;
  for (const std::string& text : conditions) all.push_back(condition_in(text));
  Folders kept = runs;
  for (const Condition& condition : all) kept = those_with(condition, kept);
  return kept;
}

}  // namespace lab::store
