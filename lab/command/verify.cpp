#include "lab/paper/verify.h"

#include <iostream>
#include <optional>

#include "base/error.h"
#include "base/machine.h"
#include "base/scratch_folder.h"
#include "base/tsv.h"
#include "lab/command/command.h"
#include "lab/command/json_table.h"
#include "lab/command/options.h"
#include "lab/paper/self_check.h"
#include "lab/store/run_folder.h"
#include "lab/store/same_counts.h"

namespace lab::command {
namespace {

using Json = nlohmann::ordered_json;

base::ExitCode code_of(bool good) {
  return good ? base::ExitCode::done : base::ExitCode::check_failed;
}

void print(Json object, bool good) {
  object["good"] = good;
  std::cout << object.dump(2) << '\n';
}

void print(const base::Table& table, bool good, Json more, bool as_json) {
  if (!as_json) {
    std::cout << base::tsv(table);
    return;
  }
  more["scores"] = json_rows(table, {"fingerprint", "task", "pool", "verdict"});
  print(std::move(more), good);
}

base::ExitCode verify_program(bool as_json) {
  const base::ScratchFolder scratch;
  const std::vector<std::string> differences = paper::self_check(scratch.path());
  const bool good = differences.empty();
  if (as_json) {
    print(Json{{"failed", differences}}, good);
    return code_of(good);
  }
  for (const std::string& difference : differences) std::cout << "failed: " << difference << '\n';
  if (good) {
    std::cout << "good: the same bits again, on three threads, and after three interruptions\n";
  }
  return code_of(good);
}

std::string verdict(const paper::ScorePair& pair) {
  if (pair.agrees()) return "good";
  return store::same_questions(pair.saved, pair.now) ? "differs" : "other questions";
}

base::ExitCode verify_run(const std::filesystem::path& folder, int threads, bool as_json) {
  base::Table table{{"task", "pool", "difficulty", "saved_solved", "solved", "asked", "verdict"},
                    {}};
  bool good = true;
  for (const paper::ScorePair& pair : paper::recomputed_scores(folder, threads)) {
    good = good && pair.agrees();
    table.rows.push_back({pair.now.task, std::string(tasks::name(pair.now.pool)),
                          std::to_string(pair.now.difficulty), std::to_string(pair.saved.solved),
                          std::to_string(pair.now.solved), std::to_string(pair.now.asked),
                          verdict(pair)});
  }
  print(table, good, {{"folder", folder.string()}}, as_json);
  if (!good) std::cerr << folder.string() << "/scores.tsv: not what its checkpoint scores now\n";
  return code_of(good);
}

/// The experiment of this name, if there are experiments and it is one of them.
std::optional<paper::Experiment> experiment_called(const std::string& what,
                                                   const std::string& option) {
  try {
    for (const paper::Experiment& experiment :
         paper::all_experiments(paper::experiments_folder(option))) {
      if (experiment.name == what) return experiment;
    }
  } catch (const base::Error&) {
    if (!option.empty()) throw;  // none is fine, unless one was named
  }
  return std::nullopt;
}

base::ExitCode verify_results(const Arguments& arguments, const paper::Experiment& experiment) {
  const base::ScratchFolder scratch;
  const auto runs = static_cast<int>(whole(arguments, "runs", 1, 100'000, 1));
  const paper::VerifiedPaper result = paper::verified_paper(
      experiment, {.runs = runs,
                   .threads = threads_of(arguments, base::available_cores()),
                   .results = paper::results_beside(text(arguments, "results", ""),
                                                    experiment.folder.parent_path()),
                   .scratch = scratch.path()});
  print(result.table, result.good, {{"paper", experiment.name}, {"stale", result.stale}},
        flag(arguments, "json"));
  for (const std::string& fingerprint : result.stale) {
    std::cerr << "stale: run " << fingerprint << " is of no spec there is now\n";
  }
  if (!result.good) {
    std::cerr << experiment.name << ": trained again, it does not score what results/ says\n";
  }
  return code_of(result.good);
}

base::ExitCode run(const Arguments& arguments) {
  if (!has(arguments, "what")) {
    refuse(arguments, {"store", "threads"}, "goes with a RUN or a PAPER, found neither");
    refuse(arguments, {"runs", "results", "experiments"}, "goes with a PAPER, found none");
    return verify_program(flag(arguments, "json"));
  }
  const std::string what = text(arguments, "what", "");
  const auto experiment = experiment_called(what, text(arguments, "experiments", ""));
  if (experiment) {
    refuse(arguments, {"store"}, "goes with a RUN, found the paper `" + what + "`");
    return verify_results(arguments, *experiment);
  }
  refuse(arguments, {"runs", "results"},
         "goes with a PAPER (`lab reproduce` lists them), found `" + what + "`");
  return verify_run(store::find_run(store_of(arguments), what),
                    threads_of(arguments, base::available_cores()), flag(arguments, "json"));
}

}  // namespace

Command verify_command() {
  Command command{
      "verify",
      "[RUN|PAPER] [--runs N] [--json]",
      "check that the program, a run's scores or a paper's results can be trusted",
      "Alone: trains a tiny run again, on more threads, and interrupted, and compares every\n"
      "bit. With RUN: recomputes its scores from its checkpoint. With PAPER: trains the cheapest\n"
      "runs of results/PAPER/ again and compares every count. Ends with 1 if not equal.",
      {"lab verify", "lab verify task_hinting --runs 2"},
      {{"what", {Completion::runs, Completion::experiments}}},
      run};
  auto add = command.options.add_options();
  add("runs", one_value(), "PAPER: how many runs to train again (default: 1)");
  add("experiments", one_value(), "folder (default: $LAB_EXPERIMENTS, here, above, installed)");
  add("results", one_value(), "folder (default: results/ beside experiments/)");
  add_json(command.options);
  add_store(command.options);
  add_threads(command.options, "at most this many (default: all cores)");
  return command;
}

}  // namespace lab::command
