#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "base/error.h"
#include "base/names.h"
#include "base/text.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/spec/fields.h"
#include "lab/store/descent.h"
#include "lab/store/manifest.h"
#include "lab/store/removal.h"
#include "lab/store/run_folder.h"
#include "lab/store/run_query.h"
#include "lab/train/shown_scores.h"

namespace lab::command {
namespace {

using Folders = std::vector<std::filesystem::path>;
using Json = nlohmann::ordered_json;

/// The runs named, or all; those of them that --where lets through.
Folders chosen(const Arguments& arguments) {
  Folders folders = store::find_runs(store_of(arguments), texts(arguments, "runs"));
  if (folders.empty()) folders = store::all_runs(store_of(arguments));
  return store::runs_where(folders, texts(arguments, "where"));
}

Json object_of(const base::Table& table, const std::vector<std::string>& row) {
  Json object;
  for (std::size_t i = 0; i < row.size(); ++i) object[table.columns[i]] = row[i];
  return object;
}

std::string json_lines(const base::Table& table) {
  std::string text;
  for (const auto& row : table.rows) text += object_of(table, row).dump() + "\n";
  return text;
}

bool is_diverged(const store::Manifest& manifest) {
  return manifest.final_loss && manifest.final_loss->is_diverged();
}

/// Where a run stands, and whether something came of it.
std::string status_of(const std::filesystem::path& folder,
                      const std::optional<store::Manifest>& manifest) {
  const std::string state(store::name(store::state_of(folder, manifest)));
  return manifest && is_diverged(*manifest) ? state + ", diverged" : state;
}

/// From the manifest alone, which says all of it, if the run has begun.
std::vector<std::string> row_of(const std::filesystem::path& folder) {
  const std::optional<store::Manifest> known = store::read_manifest(folder);
  const store::Manifest manifest = known ? *known : store::new_manifest(store::spec_in(folder).run);
  return {manifest.fingerprint,          status_of(folder, known),
          std::to_string(manifest.step), std::to_string(manifest.steps),
          std::to_string(manifest.seed), manifest.name};
}

base::ExitCode list(const Arguments& arguments) {
  base::Table table{{"fingerprint", "status", "step", "steps", "seed", "name"}, {}};
  for (const auto& folder : chosen(arguments)) {
    try {
      table.rows.push_back(row_of(folder));
    } catch (const base::Error& error) {  // one unreadable run does not hide the others
      std::cerr << "lab runs: " << error.what() << '\n';
    }
  }
  if (!flag(arguments, "json")) {
    std::cout << base::tsv(table);
    return base::ExitCode::done;
  }
  Json all = Json::array();
  for (const auto& row : table.rows) all.push_back(object_of(table, row));
  std::cout << all.dump(2) << '\n';
  return base::ExitCode::done;
}

/// The scores of the chosen runs, with fields of their specs beside them.
base::ExitCode export_scores(const Arguments& arguments) {
  const std::vector<std::string> paths = texts(arguments, "field");
  for (const std::string& path : paths) spec::require_value(path, "--field " + path);
  base::Table table{{"fingerprint", "seed", "name"}, {}};
  table.columns.insert(table.columns.end(), paths.begin(), paths.end());
  std::vector<store::Score> scores;
  std::vector<std::vector<std::string>> beginnings;
  for (const auto& folder : chosen(arguments)) {
    const spec::Spec spec = store::spec_in(folder);
    const store::Manifest manifest =
        store::read_manifest(folder).value_or(store::new_manifest(spec.run));
    std::vector<std::string> row{folder.filename(), std::to_string(manifest.seed), manifest.name};
    for (const std::string& path : paths) row.push_back(spec.value_at(path).value_or(""));
    for (const store::Score& score : store::scores_in(folder)) {
      scores.push_back(score);
      beginnings.push_back(row);
    }
  }
  const base::Table counts = store::scores_table(scores);
  table.columns.insert(table.columns.end(), counts.columns.begin(), counts.columns.end());
  for (std::size_t i = 0; i < scores.size(); ++i) {
    beginnings[i].insert(beginnings[i].end(), counts.rows[i].begin(), counts.rows[i].end());
  }
  table.rows = std::move(beginnings);
  std::cout << (flag(arguments, "json") ? json_lines(table) : base::tsv(table));
  return base::ExitCode::done;
}

base::ExitCode collect_rubbish(const Arguments& arguments) {
  const Folders found = store::rubbish_in(store_of(arguments));
  const bool sure = flag(arguments, "yes");
  for (const auto& path : found) {
    if (sure) store::remove_path(path);
    std::cerr << (sure ? "removed " : "would remove ") << path.string() << '\n';
  }
  if (!found.empty() && !sure)
    throw base::Error("gc: add --yes to remove them", base::ExitCode::wrong_usage);
  return base::ExitCode::done;
}

void show_one(const std::filesystem::path& folder, bool as_json) {
  const spec::Spec spec = store::spec_in(folder);
  const store::Manifest manifest =
      store::read_manifest(folder).value_or(store::new_manifest(spec.run));
  const std::vector<store::Score> scores = store::scores_in(folder);
  if (as_json) {
    const Json object{{"folder", folder.string()},
                      {"status", store::name(store::state_of(folder))},
                      {"manifest", Json::parse(store::json(manifest))},
                      {"spec", spec.written},
                      {"starts_from", store::line_of_descent(spec.run, folder.parent_path())},
                      {"scores", Json::parse(train::json_scores(scores, spec.run))}};
    std::cout << object.dump(2) << '\n';
    return;
  }
  std::cout << "# folder " << folder.string() << "\n# status "
            << store::name(store::state_of(folder)) << ", step " << manifest.step << " of "
            << spec.run.train.steps << '\n';
  for (const std::string& start : store::line_of_descent(spec.run, folder.parent_path())) {
    std::cout << "# starts from " << start << '\n';
  }
  if (!manifest.error.empty()) std::cout << "# error " << manifest.error << '\n';
  if (is_diverged(manifest)) std::cout << "# " << store::in_words(*manifest.final_loss) << '\n';
  std::cout << spec.run.text << '\n' << base::tsv(train::shown_scores(scores, spec.run));
}

base::ExitCode show(const Arguments& arguments) {
  if (!has(arguments, "runs")) throw base::Error("show: wanted a RUN", base::ExitCode::wrong_usage);
  for (const auto& folder : chosen(arguments)) show_one(folder, flag(arguments, "json"));
  return base::ExitCode::done;
}

base::ExitCode diff(const Arguments& arguments) {
  const Folders folders = chosen(arguments);
  if (!has(arguments, "runs") || folders.size() < 2) {
    throw base::Error("diff: wanted two RUNs or more", base::ExitCode::wrong_usage);
  }
  std::vector<spec::FieldTexts> specs;
  std::set<std::string> paths;
  base::Table table{{"field"}, {}};
  for (const auto& folder : folders) {
    const std::string name = folder.filename();
    if (std::ranges::count(table.columns, name) > 0) {
      throw base::Error("diff: two of the runs are called `" + name + "`",
                        base::ExitCode::wrong_usage);
    }
    table.columns.push_back(name);
    specs.push_back(store::spec_in(folder).written);
    for (const auto& [path, value] : specs.back()) paths.insert(path);
  }
  for (const std::string& path : paths) {
    std::vector<std::string> row{path};
    for (const auto& spec : specs) row.push_back(spec.contains(path) ? spec.at(path) : "-");
    if (std::set<std::string>(row.begin() + 1, row.end()).size() > 1) table.rows.push_back(row);
  }
  std::cout << base::tsv(table);
  return base::ExitCode::done;
}

/// Throws if a run that stays starts from one of these.
void refuse_parents(const Folders& folders) {
  std::set<std::string> removed;
  for (const auto& folder : folders) removed.insert(folder.filename());
  for (const auto& folder : folders) {
    const std::string name = folder.filename();
    std::vector<std::string> children = store::children_of(name, folder.parent_path());
    std::erase_if(children, [&](const std::string& child) { return removed.contains(child); });
    if (children.empty()) continue;
    throw base::Error(
        fmt::format("rm: {} {} from {}: what they learned stays, but it would have to be trained "
                    "again for them to be begun again; add --yes to remove it",
                    base::joined(children), children.size() == 1 ? "starts" : "start", name),
        base::ExitCode::wrong_usage);
  }
}

base::ExitCode remove_runs(const Arguments& arguments) {
  if (!has(arguments, "runs") && !has(arguments, "where")) {
    throw base::Error("rm: wanted RUNs or --where", base::ExitCode::wrong_usage);
  }
  const Folders folders = chosen(arguments);
  if (!has(arguments, "runs") && !flag(arguments, "yes")) {
    for (const auto& folder : folders) std::cerr << "would remove " << folder.string() << '\n';
    throw base::Error("rm: add --yes to remove them", base::ExitCode::wrong_usage);
  }
  if (!flag(arguments, "yes")) refuse_parents(folders);
  for (const auto& folder : folders) {
    store::remove_run(folder);
    std::cerr << "removed " << folder.string() << '\n';
  }
  return base::ExitCode::done;
}

struct Action {
  std::string name;
  base::ExitCode (*run)(const Arguments&);
  std::set<std::string> reads;  ///< of RUN ("runs") and the options that not every action reads
};

/// In the order of the usage.
const std::vector<Action>& actions() {
  static const std::vector<Action> all{
      {"list", list, {"runs", "where", "json"}},
      {"show", show, {"runs", "where", "json"}},
      {"diff", diff, {"runs", "where"}},
      {"export", export_scores, {"runs", "where", "field", "json"}},
      {"rm", remove_runs, {"runs", "where", "yes"}},
      {"gc", collect_rubbish, {"yes"}}};
  return all;
}

/// All, or those that read an option; in the order of the alphabet.
std::vector<std::string> action_names(const std::optional<std::string>& option = std::nullopt) {
  std::set<std::string> names;
  for (const Action& action : actions()) {
    if (!option || action.reads.contains(*option)) names.insert(action.name);
  }
  return {names.begin(), names.end()};
}

void refuse_unread(const Arguments& arguments, const Action& action) {
  for (const char* option : {"runs", "where", "field", "yes", "json"}) {
    if (!given(arguments, option) || action.reads.contains(option)) continue;
    const std::string shown = option == std::string("runs") ? "RUN" : std::string("--") + option;
    throw base::Error(fmt::format("{}: goes with {}, not with {}", shown,
                                  base::joined(action_names(option)), action.name),
                      base::ExitCode::wrong_usage);
  }
}

base::ExitCode run(const Arguments& arguments) {
  const std::string name = text(arguments, "action", "list");
  const auto action = std::ranges::find(actions(), name, &Action::name);
  if (action != actions().end()) {
    refuse_unread(arguments, *action);
    return action->run(arguments);
  }
  throw base::Error("no action `" + name + "`" + base::did_you_mean(name, action_names()),
                    base::ExitCode::wrong_usage);
}

}  // namespace

Command runs_command() {
  std::vector<std::string> names;
  for (const Action& action : actions()) names.push_back(action.name);
  Command command{
      "runs",
      "[" + base::joined(names, "|") + "] [RUN]... [--where path=value]... [--json]",
      "what is in the store",
      "--where takes the paths of --set, and status=finished (running, stopped, failed,\n"
      "interrupted, waiting). A finished run whose loss ended far above ln V says `diverged`.\n"
      "export: all scores, with the fields of --field beside them (--json: "
      "a\n"
      "line each). gc: runs' folders without a spec, and what killed writers left behind.",
      {"lab runs --where status=finished --where model.width=64", "lab runs diff 3f 81",
       "lab runs export --where status=finished --field model.width --field train.steps"},
      {{"action", {}, names}, {"runs", {Completion::runs}, {}, Times::any}},
      run};
  auto add = command.options.add_options();
  add("where", many_values(), "only runs with this; may be given again");
  add("field", many_values(), "export: a column with this field of the spec; may be given again");
  add("yes", boost::program_options::bool_switch(),
      "rm: remove all that --where lets through, also what others start from; gc: remove what it "
      "found");
  add_store(command.options);
  add_json(command.options);
  return command;
}

}  // namespace lab::command
