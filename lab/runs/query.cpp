#include "lab/runs/query.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

#include "base/error.h"
#include "base/names.h"
#include "base/numbers.h"
#include "base/pattern.h"
#include "base/text.h"
#include "lab/runs/condition.h"
#include "lab/runs/query_fields.h"
#include "lab/runs/summary.h"
#include "lab/store/manifest.h"

namespace lab::runs {
namespace {

using Folders = std::vector<std::filesystem::path>;
using Text = std::optional<std::string>;
using Holds = std::function<bool(const std::filesystem::path&)>;

enum class Kind { number, text };

struct Property {
  std::string name;
  Kind kind;
  Text (*of)(const RunSummary&);
};

Text share_of(const std::optional<Solved>& solved) {
  return solved ? Text(base::shortest_text(solved->share())) : std::nullopt;
}

Text score_of(const RunSummary& run) { return share_of(run.score); }

/// What a run has beside its status and its tags.
const std::vector<Property>& properties() {
  static const std::vector<Property> all{
      {"score", Kind::number, score_of},
      {"exact_match", Kind::number, score_of},
      {"fit", Kind::number, [](const RunSummary& run) { return share_of(run.fit); }},
      {"name", Kind::text, [](const RunSummary& run) { return Text(run.name); }},
      {"seed", Kind::number, [](const RunSummary& run) { return Text(std::to_string(run.seed)); }},
      {"step", Kind::number, [](const RunSummary& run) { return Text(std::to_string(run.step)); }},
      {"steps", Kind::number,
       [](const RunSummary& run) { return Text(std::to_string(run.steps)); }},
      {"started", Kind::text,
       [](const RunSummary& run) { return run.started.empty() ? Text() : Text(run.started); }},
      {"wall_seconds", Kind::number,
       [](const RunSummary& run) { return Text(base::shortest_text(run.wall_seconds)); }},
      {"fingerprint", Kind::text, [](const RunSummary& run) { return Text(run.fingerprint); }},
      {"note", Kind::text, [](const RunSummary& run) { return Text(run.note); }}};
  return all;
}

void require_state(const Condition& condition) {
  std::vector<std::string> names;
  for (const store::RunState state :
       store::all_run_states) {  // nothing is known of unreadable ones
    if (state != store::RunState::unreadable) names.emplace_back(name(state));
  }
  if (condition.is_order()) {
    throw base::Error("--where: status: takes = and != only", base::ExitCode::wrong_usage);
  }
  if (condition.is_pattern() || std::ranges::count(names, condition.value) > 0) return;
  throw base::Error(
      fmt::format("--where: status: wanted one of {}, found `{}`{}", base::joined(names),
                  condition.value, base::did_you_mean(condition.value, names)),
      base::ExitCode::wrong_usage);
}

/// A run that is called "finished, diverged" is finished; only a pattern asks for the rest.
bool has_status(const std::filesystem::path& folder, const Condition& condition) {
  const auto manifest = store::read_manifest(folder);
  std::string status(store::name(store::state_of(folder, manifest)));
  const bool is_diverged = manifest && manifest->final_loss && manifest->final_loss->is_diverged();
  if (condition.is_pattern() && is_diverged) status += ", diverged";
  return holds(condition, status);
}

bool has_tag(const RunSummary& run, const Condition& condition) {
  const bool any = std::ranges::any_of(run.tags, [&](const std::string& tag) {
    return base::matches_pattern(condition.value, tag);
  });
  return any == (condition.relation == Relation::equal);
}

/// What a run has beside its spec; nothing if it is no such thing that is asked for.
Holds about_run(Condition condition) {
  if (condition.what == "status") {
    require_state(condition);
    return [condition](const auto& folder) { return has_status(folder, condition); };
  }
  if (condition.what == "tag") {
    if (condition.is_order()) {
      throw base::Error("--where: tag: takes = and != only", base::ExitCode::wrong_usage);
    }
    return [condition](const auto& folder) { return has_tag(summary_of(folder), condition); };
  }
  const auto property = std::ranges::find(properties(), condition.what, &Property::name);
  if (property == properties().end()) return {};
  if (property->kind == Kind::number && !condition.is_pattern()) require_number(&condition);
  return [condition, of = property->of](const auto& folder) {
    return holds(condition, of(summary_of(folder)));
  };
}

std::string name_of(const std::filesystem::path& folder) {
  try {
    return summary_of(folder).name;
  } catch (const base::Error&) {  // who lists runs says so
    return {};
  }
}

std::set<std::string> names_of(const Folders& runs) {
  std::set<std::string> names;
  for (const auto& folder : runs) names.insert(name_of(folder));
  return names;
}

/// The axes that the names of runs tell of, to say what may have been meant.
std::vector<std::string> axes_of(const std::set<std::string>& names) {
  std::set<std::string> axes;
  for (const std::string& name : names) {
    for (const std::string& word : base::split(name, ' ')) {
      const auto equals = word.find('=');
      if (equals != word.npos && equals > 0) axes.insert(word.substr(0, equals));
    }
  }
  return {axes.begin(), axes.end()};
}

/// Of the values that a name may mean, one at least, or for != none.
bool holds_on_axis(const std::string& name, const Condition& condition) {
  const std::vector<std::string> values = values_on_axis(name, condition.what);
  if (values.empty()) return holds(condition, std::nullopt);
  const auto fits = [&](const std::string& value) { return holds(condition, value); };
  return condition.relation == Relation::not_equal ? std::ranges::all_of(values, fits)
                                                   : std::ranges::any_of(values, fits);
}

/// By an axis if no field that holds a value has its name, else by the field.
Holds about_spec(const Condition& condition, const std::set<std::string>& run_names) {
  const bool is_axis = std::ranges::any_of(run_names, [&](const std::string& name) {
    return !values_on_axis(name, condition.what).empty();
  });
  if (is_axis && !asks_block(condition) && !is_value_field(condition.what)) {
    return [condition](const auto& folder) { return holds_on_axis(name_of(folder), condition); };
  }
  std::vector<std::string> names = axes_of(run_names);
  for (const Property& property : properties()) names.push_back(property.name);
  names.insert(names.end(), {"status", "tag"});
  require_field_of(condition, names);
  return [condition](const auto& folder) { return field_holds(folder, condition); };
}

Folders those_with(const Holds& holds, const Folders& runs) {
  Folders kept;
  std::optional<base::Error> complaint;
  std::size_t refused = 0;
  for (const auto& folder : runs) {
    try {
      if (holds(folder)) kept.push_back(folder);
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

std::vector<std::string> values_on_axis(const std::string& name, const std::string& axis) {
  const std::string mark = " " + axis + "=";
  const auto at = name.find(mark);
  if (at == name.npos) return {};
  const std::string rest = name.substr(at + mark.size());
  std::vector<std::string> values;
  for (auto end = rest.find(' ');; end = rest.find(' ', end + 1)) {
    values.push_back(rest.substr(0, end));
    if (end == rest.npos) break;
    const std::string next = rest.substr(end + 1, rest.find(' ', end + 1) - end - 1);
    if (next.find('=') != next.npos) break;  // another axis
  }
  return values;
}

Folders runs_where(const Folders& runs, const std::vector<std::string>& conditions) {
  std::vector<Holds> all;
  std::optional<std::set<std::string>> names;
  for (const std::string& text : conditions) {
    const Condition condition = condition_in(text);
    all.push_back(about_run(condition));
    if (all.back()) continue;
    if (!names) names = names_of(runs);
    all.back() = about_spec(condition, *names);
  }
  Folders kept = runs;
  for (const Holds& holds : all) kept = those_with(holds, kept);
  return kept;
}

}  // namespace lab::runs
