#include "lab/sweep/sweep.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <set>

#include "base/clock.h"
#include "base/error.h"
#include "base/machine.h"
#include "base/text.h"
#include "lab/command/command.h"
#include "lab/command/json_table.h"
#include "lab/command/options.h"
#include "lab/command/output.h"
#include "lab/command/screen/sweep_table.h"
#include "lab/command/shown_comparison.h"
#include "lab/command/slurm.h"
#include "lab/compare/read_comparison.h"
#include "lab/sweep/bisection.h"
#include "lab/sweep/cost.h"
#include "lab/sweep/read_sweep.h"
#include "lab/sweep/starts.h"
#include "lab/sweep/stored_runs.h"

namespace lab::command {
namespace {

enum class Executor { local, slurm };

/// The axes of all runs, in order of first appearance.
std::vector<std::string> axes_of(const spec::plan::SweepPlan& plan) {
  std::vector<std::string> axes;
  std::set<std::string> known;
  for (const spec::plan::PlannedRun& run : plan.runs) {
    for (const auto& [axis, value] : run.settings) {
      if (known.insert(axis).second) axes.push_back(axis);
    }
  }
  return axes;
}

/// The axis, so called that no other column has its name.
std::string column_of(const std::string& axis, const std::vector<std::string>& taken) {
  std::string name = axis;
  while (std::ranges::count(taken, name) > 0) name = "axis." + name;
  return name;
}

/// "<fingerprint>:<step>", of a run that starts from none empty.
std::string start_text(const spec::RunSpec& spec) {
  return spec.start ? fmt::format("{}:{}", spec.start->run, spec.start->step) : "";
}

/// The runs that others start from among them; the column `start` where there are any.
base::Table plan_table(const spec::plan::SweepPlan& plan, const std::filesystem::path& store) {
  const std::vector<std::string> axes = axes_of(plan);
  const std::vector<spec::plan::PlannedRun> all = sweep::with_starts(plan.runs, store);
  const bool any_starts = std::ranges::any_of(
      all, [](const spec::plan::PlannedRun& run) { return run.spec.start.has_value(); });
  base::Table table{{"fingerprint", "state", "seed"}, {}};
  if (any_starts) table.columns.push_back("start");
  for (const std::string& axis : axes) {
    table.columns.push_back(column_of(axis, table.columns));
  }
  for (const spec::plan::PlannedRun& run : all) {
    std::vector<std::string> row{run.spec.fingerprint, sweep::standing_of(run.spec, store),
                                 std::to_string(run.spec.seed)};
    if (any_starts) row.push_back(start_text(run.spec));
    for (const std::string& axis : axes)
      row.push_back(spec::plan::value_on(run.settings, axis).value_or(""));
    table.rows.push_back(std::move(row));
  }
  return table;
}

void print_plan(const base::Table& table, bool as_json) {
  if (as_json) {
    std::cout << json_rows(table, {"fingerprint", "state", "start"}).dump(2) << '\n';
  } else {
    std::cout << base::tsv(table);
  }
  std::cout << std::flush;
}

/// On stderr: what the runs that are missing will take.
void tell_cost(const spec::plan::SweepPlan& plan, const sweep::SweepOptions& options,
               const train::MemoryNeed& largest) {
  const std::vector<spec::plan::PlannedRun> all = sweep::with_starts(plan.runs, options.store);
  const sweep::SweepCost cost = sweep::sweep_cost(all, options.store, options.threads_per_run);
  if (cost.missing == 0) return;
  if (plan.stopping) std::cerr << "median_stopping: runs below the median will be given up\n";
  if (plan.search) {
    std::cerr << "axis " << plan.search->axis << " searches: at most " << sweep::most_runs_of(plan)
              << " of " << plan.runs.size() << " runs will be made\n";
    return;
  }
  const std::int64_t bytes = train::total(largest);
  const auto fit = static_cast<int>(std::min<std::int64_t>(
      base::available_memory().value_or(bytes * options.jobs) / bytes, 1024));
  const int jobs = std::clamp(std::min(options.jobs, fit), 1, cost.missing);
  std::cerr << fmt::format(
      "{} of {} runs to do: about {} with -j {} (settings: {} by finished runs, {} by a few steps "
      "each, scoring not counted), up to {} of memory each\n",
      cost.missing, all.size(), base::duration_text(cost.seconds / jobs), jobs, cost.recorded,
      cost.measured, train::bytes_text(bytes));
}

/// `lab compare` of what this sweep ran.
std::string compare_line(const Arguments& arguments, const std::string& name) {
  std::string line = "lab compare " + base::shell_word(text(arguments, "spec", ""));
  for (const std::string& set : texts(arguments, "set")) line += " --set " + base::shell_word(set);
  if (has(arguments, "store")) line += " --store " + base::shell_word(text(arguments, "store", ""));
  return line + " --out " + base::shell_word(name + ".svg");
}

/// What came out: on stdout the runs side by side, on stderr those that are missing or unfit.
void tell_outcome(const Arguments& arguments, const spec::plan::SweepPlan& plan) {
  const compare::Comparison comparison = compare::comparison_of(plan, store_of(arguments));
  const std::vector<compare::Row> rows = compare::rows_of(comparison);
  if (flag(arguments, "json")) {
    print(forms_of(comparison, rows), Style::json);
  } else if (!rows.empty() && !is_standard_output(text(arguments, "scores", ""))) {
    print(forms_of(comparison, rows), Style::table);
    std::cerr << "this table again, and as a figure: " << compare_line(arguments, plan.name)
              << '\n';
  }
  for (const std::string& remark : compare::remarks_on(comparison)) std::cerr << remark << '\n';
}

/// Where the runs are made, after a check that all options given have to do with it.
Executor executor_of(const Arguments& arguments) {
  const std::string name = text(arguments, "executor", "local");
  if (name == "slurm") {
    refuse(arguments, {"jobs"}, "goes with --executor local; with slurm give --workers");
    refuse(arguments, {"scores", "json"},
           "goes with --executor local, also once slurm's job is done");
    return Executor::slurm;
  }
  if (name != "local") {
    throw base::Error("--executor: wanted local or slurm, found `" + name + "`",
                      base::ExitCode::wrong_usage);
  }
  refuse(arguments, {"workers", "sbatch"}, "goes with --executor slurm");
  if (flag(arguments, "dry-run")) {
    refuse(arguments, {"scores"}, "goes without --dry-run, which makes none");
  }
  return Executor::local;
}

std::vector<std::string> names_of(const spec::plan::SweepPlan& plan) {
  std::vector<std::string> names;
  for (const spec::plan::PlannedRun& run : plan.runs) names.push_back(run.spec.name);
  return names;
}

base::ExitCode run(const Arguments& arguments) {
  const Executor executor = executor_of(arguments);
  const std::string file = word(arguments, "spec", "a SPEC file");
  check_output("scores", text(arguments, "scores", "-"), {file});
  const int cores = base::available_cores();
  const int threads = threads_of(arguments, 1);
  const std::unique_ptr<screen::SweepTable> table = screen::sweep_table_if_any();
  const sweep::SweepOptions options{
      store_of(arguments),
      static_cast<int>(whole(arguments, "jobs", 1, 1024, std::max(1, cores / threads))),
      threads,
      flag(arguments, "quiet"),
      fail_fast_of(arguments),
      table.get()};
  sweep::SweepNotes notes{options.store, {}, {}};
  const spec::plan::SweepPlan plan = sweep::read_sweep(file, texts(arguments, "set"), &notes);
  if (!options.quiet) {
    for (const std::string& remark : notes.remarks) std::cerr << "warning: " << remark << '\n';
  }
  if (executor == Executor::slurm) return run_on_slurm(arguments, plan, options);
  train::require_memory(notes.largest, base::ExitCode::bad_spec);
  if (flag(arguments, "dry-run")) {
    print_plan(plan_table(plan, options.store), flag(arguments, "json"));
    if (!options.quiet) tell_cost(plan, options, notes.largest);
    return base::ExitCode::done;
  }
  if (table != nullptr) table->expect(names_of(plan));
  const sweep::SweepOutcome outcome = sweep::run_plan(plan, options);
  if (!options.quiet || flag(arguments, "json")) tell_outcome(arguments, plan);
  if (has(arguments, "scores")) {
    write_output(text(arguments, "scores", ""),
                 base::tsv(store::results_table(
                     sweep::collect_results(plan.name, plan.runs, options.store))));
  }
  return sweep::exit_code(outcome);
}

}  // namespace

Command sweep_command() {
  Command command{
      "sweep",
      "SPEC [-j N] [--threads N] [--dry-run] [--scores FILE] [--executor local|slurm]",
      "all runs of a spec's sweep: shows the plan, or runs what is missing",
      "Each run is a process of its own; a failed run does not stop the others (--fail-fast N: "
      "the\n"
      "N-th stops them, their state saved). Runs that are\n"
      "finished are not run again; those that failed or were stopped are gone on with by the\n"
      "same command. Ctrl-C saves the state of what is running. Last comes what `lab compare "
      "SPEC`\n"
      "shows: exact match by setting, pool and difficulty, over the seeds, on stdout; which runs\n"
      "are not finished, and which are unfit (solve less than 99 % of their training questions).\n"
      "--executor slurm submits an array of `lab worker`s and prints its number; what your site\n"
      "wants goes into --sbatch=\"-p cpu -A me --time 4:00:00\". Preempted or out of time they "
      "save\n"
      "their state and are queued again. With --dry-run: the batch script.",
      {"lab sweep experiments/task_hinting/smoke.textproto --dry-run",
       "lab sweep experiments/task_hinting/smoke.textproto -j 2 --scores scores.tsv"},
      {{"spec", {Completion::files}}},
      run};
  auto add = command.options.add_options();
  add("jobs,j", one_value(), "runs at the same time (default: cores / threads)");
  add_threads(command.options, "of each run (default: 1)");
  add("dry-run", boost::program_options::bool_switch(),
      "show the runs, their state, and what is left to do only");
  add("scores", one_value(),
      "write the scores of all finished runs to this file (-: to standard output, and no table)");
  add_fail_fast(command.options);
  add("executor", one_value(), "local (default) or slurm");
  add("workers", one_value(), "slurm: workers (default: 4)");
  add("sbatch", one_value(), "slurm: more flags for sbatch, in one text, quoted as for a shell");
  add_set(command.options);
  add_store(command.options);
  add_json(command.options);
  add_quiet(command.options);
  return command;
}

}  // namespace lab::command
