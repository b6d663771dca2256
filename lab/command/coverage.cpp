#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <set>
#include <span>

#include "base/error.h"
#include "base/file.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/command/output.h"
#include "lab/coverage/sweep_coverage.h"
#include "lab/coverage/symbolic.h"
#include "lab/coverage/text.h"
#include "lab/sweep/read_sweep.h"
#include "tasks/names.h"

namespace lab::command {
namespace {

tasks::coverage::CoverageReading reading_in(const std::string& text) {
  static constexpr std::array<std::string_view, 2> names{"direct", "merged"};
  try {
    return static_cast<tasks::coverage::CoverageReading>(
        tasks::position_named("--reading", text, names));
  } catch (const base::Error& error) {
    throw base::Error(error.what(), base::ExitCode::wrong_usage);
  }
}

/// "1,2" as the set of these positions.
tasks::coverage::IndexSet index_set_in(const std::string& text) {
  tasks::coverage::IndexSet set = 0;
  for (const int position : numbers_of(text, "index-set")) {
    if (position < 1 || position > 16) {
      throw base::Error(fmt::format("--index-set: positions are 1, 2, ..., found {}", position),
                        base::ExitCode::wrong_usage);
    }
    set |= tasks::coverage::index_set({position});
  }
  return set;
}

tasks::coverage::CoverageOptions options_in(const Arguments& arguments) {
  tasks::coverage::CoverageOptions options;
  options.reading = reading_in(text(arguments, "reading", "direct"));
  if (flag(arguments, "true-only")) options.equivalences = tasks::coverage::Equivalences::true_only;
  for (const std::string& set : texts(arguments, "index-set")) {
    options.index_sets.push_back(index_set_in(set));
  }
  return options;
}

/// What k-coverage is asked for is not left unread.
void require_finite_function(std::span<const coverage::Report> reports,
                             const Arguments& arguments) {
  const bool asks =
      has(arguments, "reading") || has(arguments, "index-set") || flag(arguments, "true-only");
  const auto has_covered = [](const coverage::Report& report) {
    return std::ranges::any_of(report.parts,
                               [](const auto& part) { return part.cutoffs.has_value(); });
  };
  if (!asks || std::ranges::any_of(reports, has_covered)) return;
  throw base::Error(
      "--reading, --true-only and --index-set go with a task over a finite function, as "
      "composition",
      base::ExitCode::wrong_usage);
}

/// The rows that a file has of other sweeps.
std::vector<store::ResultRow> others_in(const std::string& file,
                                        const spec::plan::SweepPlan& plan) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return {};
  std::vector<store::ResultRow> rows = store::results_of(base::read_tsv(file), file);
  std::erase_if(rows, [&](const store::ResultRow& row) {
    return row.sweep == coverage::symbolic_sweep(plan);
  });
  return rows;
}

base::ExitCode write_symbolic(const Arguments& arguments, const std::string& spec,
                              const tasks::coverage::CoverageOptions& options) {
  if (flag(arguments, "json") || has(arguments, "number")) {
    throw base::Error("--json and -n say nothing about the table that --symbolic writes",
                      base::ExitCode::wrong_usage);
  }
  const std::string file = text(arguments, "symbolic", "");
  check_output("symbolic", file, {spec});
  const spec::plan::SweepPlan plan = sweep::read_sweep(spec, texts(arguments, "set"));
  std::vector<store::ResultRow> rows = others_in(file, plan);
  std::ranges::move(coverage::symbolic_scores(plan, options), std::back_inserter(rows));
  write_output(file, base::tsv(store::results_table(rows)));
  return base::ExitCode::done;
}

/// Whether what was looked at is disjoint, as an exit code.
base::ExitCode ended(bool disjoint) {
  return disjoint ? base::ExitCode::done : base::ExitCode::check_failed;
}

base::ExitCode show(const coverage::Report& report, const Arguments& arguments) {
  require_finite_function({&report, 1}, arguments);
  std::cout << (flag(arguments, "json") ? coverage::coverage_json(report)
                                        : coverage::coverage_text(report));
  return ended(coverage::disjoint(report));
}

base::ExitCode show(const coverage::SweepReport& report, const Arguments& arguments) {
  require_finite_function(report.reports, arguments);
  std::cout << (flag(arguments, "json") ? coverage::sweep_coverage_json(report)
                                        : coverage::sweep_coverage_text(report));
  return ended(coverage::disjoint(report));
}

base::ExitCode run(const Arguments& arguments) {
  const std::string file = word(arguments, "spec", "a SPEC file");
  const std::int64_t sample = whole(arguments, "number", 1, 10'000'000, 1000);
  const tasks::coverage::CoverageOptions options = options_in(arguments);
  if (has(arguments, "symbolic")) return write_symbolic(arguments, file, options);
  sweep::SweepNotes notes;
  const spec::plan::SweepPlan plan = sweep::read_sweep(file, texts(arguments, "set"), &notes);
  for (const std::string& remark : notes.remarks) std::cerr << "warning: " << remark << '\n';
  if (plan.runs.size() > 1) {
    return show(coverage::sweep_coverage(plan, sample, options), arguments);
  }
  const train::Lesson lesson = train::lesson_of(plan.runs.front().spec);
  return show(coverage::coverage_of(lesson, sample, options), arguments);
}

}  // namespace

Command coverage_command() {
  Command command{
      "coverage",
      "SPEC [--set path=value]... [--json]",
      "before training: pool sizes, proof that they are disjoint, k-coverage, chance",
      "Of a task over a finite function: how strong the evidence is that training gives for\n"
      "each held-out question (its k-cutoff), and how many of the fragments that training\n"
      "never tells apart are different after all. Ends with 1 if a held-out question is\n"
      "trained on. Of a sweep all settings whose data differ are looked at, each under its name\n"
      "and by its first seed, unless its tasks hang on the seed; the examples of endless tasks\n"
      "that are held against what is asked, 4,000,000 at most, are shared among the settings.\n"
      "--json of a sweep: {disjoint, runs, settings: [{settings, seed, runs, ...}]}, where the\n"
      "dots are what --json says of a spec without one.\n"
      "--symbolic: what learners would score over the spec's sweep that answer what is covered\n"
      "at k = 1, 2, 3, 4; the file keeps what it has of other sweeps, and `lab reproduce` draws\n"
      "what is in the results' symbolic.tsv.",
      {"lab coverage experiments/coverage/two_hop.textproto",
       "lab coverage experiments/raspl/cpu_count.textproto",
       "lab coverage experiments/coverage/two_hop.textproto --set task.composition.items=2000 "
       "--reading merged --true-only --index-set 1,2",
       "lab coverage experiments/coverage/cpu_threshold.textproto --symbolic "
       "results/coverage/symbolic.tsv"},
      {{"spec", {Completion::files}}},
      run};
  auto add = command.options.add_options();
  add("number,n", one_value(), "questions compared of each endless pool (default: 1000)");
  add("reading", one_value(), "direct (the definition) or merged (equivalence made transitive)");
  add("true-only", boost::program_options::bool_switch(),
      "substitute only what the function makes equivalent");
  add("index-set", many_values(), "positions substituted, as 1,2; may be given again");
  add("symbolic", one_value(), "write the scores of symbolic learners to this file");
  add_set(command.options);
  add_json(command.options);
  return command;
}

}  // namespace lab::command
