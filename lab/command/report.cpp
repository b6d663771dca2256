#include <iostream>

#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/command/output.h"
#include "lab/report/page.h"

namespace lab::command {
namespace {

namespace fs = std::filesystem;

/// The experiments; nothing where there are none and own runs are shown.
fs::path experiments_of(const Arguments& arguments, bool must_be_there) {
  const std::string option = text(arguments, "experiments", "");
  if (!option.empty() || must_be_there) return paper::experiments_folder(option);
  return paper::found_experiments().value_or("");
}

base::ExitCode run(const Arguments& arguments) {
  report::ReportSource source;
  source.own = texts(arguments, "runs");
  source.own_store = store_of(arguments);
  source.experiments = experiments_of(arguments, source.own.empty());
  source.results = paper::results_beside(text(arguments, "results", ""), source.experiments);
  source.scale = paper::scale_named(text(arguments, "scale", "cpu"));
  if (has(arguments, "store")) source.store = text(arguments, "store", "");
  const std::string out = text(arguments, "out", "report.html");
  check_output("out", out, {});
  const std::string page = report::report_page(report::read_report(source));
  write_output(out, page);
  if (!flag(arguments, "quiet") && !is_standard_output(out))
    std::cerr << "written: " << out << '\n';
  return base::ExitCode::done;
}

}  // namespace

Command report_command() {
  Command command{
      "report",
      "[SPEC|RUN]... [--out report.html] [--scale smoke|cpu|full] [--store FOLDER]",
      "all results as one page to open in a browser, offline",
      "Made from experiments/ and results/ alone, so the same bytes come out anywhere. SPEC or\n"
      "RUN: your own sweeps and runs stand before them, each with the table and the figure of\n"
      "`lab compare`, what is unfit or not finished, its spec and its commands.\n"
      "What came out of every experiment beside the paper's claim, its README, its figures with\n"
      "their numbers, seeds, intervals and commands, every probe map of results/<paper>/probes,\n"
      "and all tasks with what is known of each. Contents, search, tables that sort; light, dark,\n"
      "phone and print; links to a part stay as they are. Loads nothing.",
      {"lab report", "lab report experiments/task_hinting/smoke.textproto --out mine.html"},
      {{"runs", {Completion::runs, Completion::files}, {}, Times::any}},
      run};
  auto add = command.options.add_options();
  add("out", one_value(), "file to write, - for standard output (default: report.html)");
  add("scale", one_value(), "smoke, cpu or full (default: cpu)");
  add("experiments", one_value(), "folder (default: $LAB_EXPERIMENTS, here, above, installed)");
  add("results", one_value(), "folder (default: results/ beside experiments/)");
  add("store", one_value(),
      "also the probes in the folders of its runs; where own runs are looked for");
  add_quiet(command.options);
  return command;
}

}  // namespace lab::command
