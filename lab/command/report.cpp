#include <iostream>

#include "base/file.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/report/page.h"

namespace lab::command {
namespace {

namespace fs = std::filesystem;

base::ExitCode run(const Arguments& arguments) {
  report::ReportSource source;
  source.experiments = paper::experiments_folder(text(arguments, "experiments", ""));
  source.results = paper::results_beside(text(arguments, "results", ""), source.experiments);
  source.scale = paper::scale_named(text(arguments, "scale", "cpu"));
  if (has(arguments, "store")) source.store = text(arguments, "store", "");
  const std::string page = report::report_page(report::read_report(source));
  const std::string out = text(arguments, "out", "report.html");
  if (out == "-") {
    std::cout << page;
    return base::ExitCode::done;
  }
  base::write_file(out, page);
  if (!flag(arguments, "quiet")) std::cerr << "written: " << out << '\n';
  return base::ExitCode::done;
}

}  // namespace

Command report_command() {
  Command command{
      "report",
      "[--out report.html] [--scale smoke|cpu|full] [--store FOLDER]",
      "all results as one page to open in a browser, offline",
      "Made from experiments/ and results/ alone, so the same bytes come out anywhere.\n"
      "Every figure with its numbers, seeds, intervals, the paper's numbers and the\n"
      "commands that made it; every probe map of results/<paper>/probes with its numbers\n"
      "and README; tables sort; light, dark and print. Loads nothing.",
      {"lab report", "lab report --store results/runs --out /tmp/results.html"},
      {},
      run};
  auto add = command.options.add_options();
  add("out", one_value(), "file to write, - for standard output (default: report.html)");
  add("scale", one_value(), "smoke, cpu or full (default: cpu)");
  add("experiments", one_value(), "folder (default: $LAB_EXPERIMENTS, here, above, installed)");
  add("results", one_value(), "folder (default: results/ beside experiments/)");
  add("store", one_value(), "also the probes in the folders of its runs (default: none)");
  add_quiet(command.options);
  return command;
}

}  // namespace lab::command
