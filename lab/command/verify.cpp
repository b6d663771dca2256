#include "lab/paper/verify.h"

#include <iostream>
#include <optional>

#include "base/error.h"
#include "base/machine.h"
#include "base/scratch_folder.h"
#include "base/tsv.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/paper/self_check.h"
#include "lab/store/run_folder.h"
#include "lab/store/same_counts.h"

namespace lab::command {
namespace {

base::ExitCode verify_program() {
  const base::ScratchFolder scratch;
  const std::vector<std::string> differences = paper::self_check(scratch.path());
  for (const std::string& difference : differences) std::cout << "failed: " << difference << '\n';
  if (differences.empty()) {
    std::cout << "good: the same bits again, on three threads, and after three interruptions\n";
  }
  return differences.empty() ? base::ExitCode::done : base::ExitCode::check_failed;
}

std::string verdict(const paper::ScorePair& pair) {
  if (pair.agrees()) return "good";
  return store::same_questions(pair.saved, pair.now) ? "differs" : "other questions";
}

base::ExitCode verify_run(const std::filesystem::path& folder, int threads) {
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
  std::cout << base::tsv(table);
  if (!good) std::cerr << folder.string() << "/scores.tsv: not what its checkpoint scores now\n";
  return good ? base::ExitCode::done : base::ExitCode::check_failed;
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
  return paper::verify_paper(experiment,
                             {.runs = runs,
                              .threads = threads_of(arguments, base::available_cores()),
                              .results = paper::results_beside(text(arguments, "results", ""),
                                                               experiment.folder.parent_path()),
                              .scratch = scratch.path()});
}

base::ExitCode run(const Arguments& arguments) {
  if (!has(arguments, "what")) {
    refuse(arguments, {"store", "threads"}, "goes with a RUN or a PAPER, found neither");
    refuse(arguments, {"runs", "results", "experiments"}, "goes with a PAPER, found none");
    return verify_program();
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
                    threads_of(arguments, base::available_cores()));
}

}  // namespace

Command verify_command() {
  Command command{
      "verify",
      "[RUN|PAPER] [--runs N]",
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
  add_store(command.options);
  add_threads(command.options, "at most this many (default: all cores)");
  return command;
}

}  // namespace lab::command
