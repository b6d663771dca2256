#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <optional>
#include <set>

#include "base/aligned_text.h"
#include "base/error.h"
#include "base/names.h"
#include "base/text.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/command/screen/runs_text.h"
#include "lab/command/screen/terminal.h"
#include "lab/runs/differences.h"
#include "lab/runs/exported.h"
#include "lab/runs/list.h"
#include "lab/runs/notes.h"
#include "lab/runs/one_run.h"
#include "lab/runs/query.h"
#include "lab/spec/fields.h"
#include "lab/store/descent.h"
#include "lab/store/removal.h"
#include "lab/store/run_folder.h"

namespace lab::command {
namespace {

using Folders = std::vector<std::filesystem::path>;

/// The runs named, or all; those of them that --where lets through.
Folders chosen(const Arguments& arguments) {
  Folders folders = store::find_runs(store_of(arguments), texts(arguments, "runs"));
  if (folders.empty()) folders = store::all_runs(store_of(arguments));
  return lab::runs::runs_where(folders, texts(arguments, "where"));
}

base::ExitCode list(const Arguments& arguments) {
  lab::runs::RunList list = lab::runs::summaries_of(chosen(arguments));
  for (const std::string& complaint : list.complaints) {
    std::cerr << "lab runs: " << complaint << '\n';
  }
  if (has(arguments, "sort")) lab::runs::sort_runs(text(arguments, "sort", ""), &list.runs);
  if (flag(arguments, "json")) {
    std::cout << lab::runs::list_json(list.runs);
  } else if (isatty(STDOUT_FILENO) == 1) {
    std::cout << screen::runs_text(list.runs, screen::terminal_size().columns);
  } else {
    std::cout << base::tsv(lab::runs::list_table(list.runs));
  }
  return base::ExitCode::done;
}

/// The scores of the chosen runs, with fields of their specs beside them.
base::ExitCode export_scores(const Arguments& arguments) {
  const std::vector<std::string> fields = texts(arguments, "field");
  for (const std::string& path : fields) spec::require_value(path, "--field " + path);
  const lab::runs::ExportedScores scores(chosen(arguments), fields);
  std::cout << (flag(arguments, "json") ? scores.json_lines() : base::tsv(scores.table()));
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

base::ExitCode show(const Arguments& arguments) {
  if (!has(arguments, "runs")) throw base::Error("show: wanted a RUN", base::ExitCode::wrong_usage);
  for (const auto& folder : chosen(arguments)) {
    std::cout << (flag(arguments, "json") ? lab::runs::run_json(folder)
                                          : lab::runs::run_text(folder));
  }
  return base::ExitCode::done;
}

base::ExitCode diff(const Arguments& arguments) {
  const Folders folders = chosen(arguments);
  if (!has(arguments, "runs") || folders.size() < 2) {
    throw base::Error("diff: wanted two RUNs or more", base::ExitCode::wrong_usage);
  }
  const lab::runs::Differences differences(folders);
  if (flag(arguments, "json")) {
    std::cout << differences.json();
  } else {
    std::cout << (isatty(STDOUT_FILENO) == 1 ? base::aligned_text(differences.table())
                                             : base::tsv(differences.table()));
  }
  return base::ExitCode::done;
}

/// The RUN, then what is said of it.
std::pair<std::filesystem::path, std::vector<std::string>> run_and_words(const Arguments& arguments,
                                                                         const std::string& action,
                                                                         const char* wanted) {
  std::vector<std::string> words = texts(arguments, "runs");
  if (words.size() < 2) {
    throw base::Error(fmt::format("{}: wanted a RUN and {}", action, wanted),
                      base::ExitCode::wrong_usage);
  }
  const std::filesystem::path folder = store::find_run(store_of(arguments), words.front());
  words.erase(words.begin());
  return {folder, words};
}

base::ExitCode tag(const Arguments& arguments) {
  const auto [folder, words] = run_and_words(arguments, "tag", "+word or -word");
  lab::runs::change_tags(folder, words);
  return base::ExitCode::done;
}

base::ExitCode note(const Arguments& arguments) {
  const auto [folder, words] = run_and_words(arguments, "note", "a text");
  lab::runs::set_note(folder, base::joined(words, " "));
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
      {"list", list, {"runs", "where", "sort", "json"}},
      {"show", show, {"runs", "where", "json"}},
      {"diff", diff, {"runs", "where", "json"}},
      {"export", export_scores, {"runs", "where", "field", "json"}},
      {"tag", tag, {"runs"}},
      {"note", note, {"runs"}},
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
  for (const char* option : {"runs", "where", "field", "sort", "yes", "json"}) {
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

constexpr const char* details =
    "list: aligned on a terminal, else a table with all columns. score is the exact match of the "
    "main task's questions that are held out (in neither train nor validate), all difficulties "
    "together, at the last step that was scored; fit that of the training questions of a "
    "finished "
    "run. A finished run whose loss ended far above ln V says `diverged`.\n"
    "\n"
    "--where takes name=value, also with !=, <, <=, > and >=; * and ? in a value are any text "
    "and "
    "any letter. A name is status (finished, running, stopped, failed, interrupted, waiting), "
    "score (or exact_match), fit, tag, note, name, seed, step, steps, started, wall_seconds, "
    "fingerprint; an axis of a sweep, as the names of its runs say it (hint=none); or a path of "
    "--set. score>0.9 and score>90% are the same; what is not known is unlike everything.\n"
    "\n"
    "diff: all fields that differ, also those at their defaults. export: all scores, with the "
    "fields of --field beside them (--json: a line each). tag RUN +word -word and note RUN "
    "\"text\" "
    "are kept in the run's folder, also while it runs, and are no part of its fingerprint. gc: "
    "runs' folders without a spec, and what killed writers left behind.";

}  // namespace

Command runs_command() {
  std::vector<std::string> names;
  for (const Action& action : actions()) names.push_back(action.name);
  Command command{
      "runs",
      "[" + base::joined(names, "|") + "] [RUN]... [--where CONDITION]... [--sort COLUMN] [--json]",
      "what is in the store",
      details,
      {"lab runs --where status=finished --where 'score>=90%' --sort -score", "lab runs diff 3f 81",
       "lab runs tag 3f +keep",
       "lab runs export --where status=finished --field model.width --field train.steps"},
      {{"action", {}, names}, {"runs", {Completion::runs}, {}, Times::any, "tag"}},
      run};
  auto add = command.options.add_options();
  add("where", many_values(), "only runs with this; may be given again");
  add("sort", one_value(), "list: by this column, rising; -COLUMN: falling");
  add("field", many_values(), "export: a column with this field of the spec; may be given again");
  add("yes", boost::program_options::bool_switch(),
      "rm: remove all that --where lets through, also what others start from; gc: remove what it "
      "found");
  add_store(command.options);
  add_json(command.options);
  return command;
}

}  // namespace lab::command
