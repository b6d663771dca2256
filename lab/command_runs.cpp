#include <iostream>
#include <nlohmann/json.hpp>
#include <set>

#include "base/error.h"
#include "base/file.h"
#include "base/names.h"
#include "lab/claim.h"
#include "lab/command.h"
#include "lab/command_options.h"
#include "lab/manifest.h"
#include "lab/run_folder.h"
#include "lab/run_query.h"
#include "lab/score_table.h"

namespace lab {
namespace {

using Folders = std::vector<std::filesystem::path>;
using Json = nlohmann::ordered_json;

/// The runs named, or all; those of them that --where lets through.
Folders chosen(const Arguments& arguments) {
  Folders folders;
  for (const std::string& name : texts(arguments, "runs")) {
    folders.push_back(find_run(store_of(arguments), name));
  }
  if (folders.empty()) folders = all_runs(store_of(arguments));
  return runs_where(folders, texts(arguments, "where"));
}

std::vector<std::string> row_of(const std::filesystem::path& folder) {
  const RunSpec spec = spec_in(folder);
  const Manifest manifest = read_manifest(folder).value_or(new_manifest(spec));
  return {spec.fingerprint,
          status_of(folder),
          std::to_string(manifest.step),
          std::to_string(spec.train.steps),
          std::to_string(spec.seed),
          spec.name};
}

int list(const Arguments& arguments) {
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
    return 0;
  }
  Json all = Json::array();
  for (const auto& row : table.rows) {
    Json object;
    for (std::size_t i = 0; i < row.size(); ++i) object[table.columns[i]] = row[i];
    all.push_back(std::move(object));
  }
  std::cout << all.dump(2) << '\n';
  return 0;
}

void show_one(const std::filesystem::path& folder, bool as_json) {
  const RunSpec spec = spec_in(folder);
  const Mixture mixture(spec);
  const Manifest manifest = read_manifest(folder).value_or(new_manifest(spec));
  const std::vector<Score> scores = scores_in(folder);
  if (as_json) {
    const Json object{{"folder", folder.string()},
                      {"status", status_of(folder)},
                      {"manifest", Json::parse(json(manifest))},
                      {"spec", fields_of(spec.text)},
                      {"scores", Json::parse(json_scores(scores, mixture))}};
    std::cout << object.dump(2) << '\n';
    return;
  }
  std::cout << "# folder " << folder.string() << "\n# status " << status_of(folder) << ", step "
            << manifest.step << " of " << spec.train.steps << '\n';
  if (!manifest.error.empty()) std::cout << "# error " << manifest.error << '\n';
  std::cout << spec.text << '\n' << base::tsv(shown_scores(scores, mixture));
}

int show(const Arguments& arguments) {
  if (!has(arguments, "runs")) throw base::Error("show: wanted a RUN", 2);
  for (const auto& folder : chosen(arguments)) show_one(folder, flag(arguments, "json"));
  return 0;
}

int diff(const Arguments& arguments) {
  const Folders folders = chosen(arguments);
  if (!has(arguments, "runs") || folders.size() < 2) {
    throw base::Error("diff: wanted two RUNs or more", 2);
  }
  std::vector<std::map<std::string, std::string>> specs;
  std::set<std::string> paths;
  base::Table table{{"field"}, {}};
  for (const auto& folder : folders) {
    table.columns.push_back(folder.filename());
    specs.push_back(fields_of(spec_in(folder).text));
    for (const auto& [path, value] : specs.back()) paths.insert(path);
  }
  for (const std::string& path : paths) {
    std::vector<std::string> row{path};
    for (const auto& spec : specs) row.push_back(spec.contains(path) ? spec.at(path) : "-");
    if (std::set<std::string>(row.begin() + 1, row.end()).size() > 1) table.rows.push_back(row);
  }
  std::cout << base::tsv(table);
  return 0;
}

int remove_runs(const Arguments& arguments) {
  if (!has(arguments, "runs") && !has(arguments, "where")) {
    throw base::Error("rm: wanted RUNs or --where", 2);
  }
  const Folders folders = chosen(arguments);
  if (!has(arguments, "runs") && !flag(arguments, "yes")) {
    for (const auto& folder : folders) std::cerr << "would remove " << folder.string() << '\n';
    throw base::Error("rm: add --yes to remove them", 2);
  }
  for (const auto& folder : folders) {
    const std::optional<Claim> claim = Claim::take(folder);
    base::require(claim.has_value(), folder.string(), ": a process works on it (",
                  claim_holder(folder).value_or("it just ended"), ")");
    std::error_code error;
    std::filesystem::remove_all(folder, error);
    base::require(!error, folder.string(), ": cannot remove: ", error.message());
    std::cerr << "removed " << folder.string() << '\n';
  }
  return 0;
}

int run(const Arguments& arguments) {
  static const std::map<std::string, int (*)(const Arguments&)> actions{
      {"list", list}, {"show", show}, {"diff", diff}, {"rm", remove_runs}};
  const std::string action = text(arguments, "action", "list");
  if (actions.contains(action)) return actions.at(action)(arguments);
  std::vector<std::string> names;
  for (const auto& [name, function] : actions) names.push_back(name);
  throw base::Error("no action `" + action + "`" + base::did_you_mean(action, names), 2);
}

}  // namespace

Command runs_command() {
  Command command{
      "runs",
      "[list|show|diff|rm] [RUN]... [--where path=value]... [--json]",
      "what is in the store",
      "--where takes the paths of --set, and status=finished (running, stopped, failed,\n"
      "interrupted, waiting).",
      {"lab runs --where status=finished --where model.width=64", "lab runs diff 3f 81"},
      {},
      {},
      run};
  auto add = command.options.add_options();
  add("action", one_value());
  add("runs", many_values());
  add("where", many_values(), "only runs with this; may be given again");
  add("yes", boost::program_options::bool_switch(), "rm: remove all that --where lets through");
  add_store(command.options);
  add_json(command.options);
  command.positionals.add("action", 1).add("runs", -1);
  return command;
}

}  // namespace lab
