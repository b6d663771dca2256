#include "lab/paper/reproduce.h"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/machine.h"
#include "base/parallel.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/command/screen/sweep_table.h"
#include "lab/figure/read/figures.h"
#include "lab/paper/gap_json.h"
#include "lab/paper/missing_runs.h"

namespace lab::command {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// What is said of an experiment: how much of it has been run at each scale, the paper's claim, and
/// what we found.
struct Listed {
  std::string name;
  std::vector<paper::PaperProgress> progress;  ///< in the order of all_scales
  figure::FigureFile file;
};

Listed listed(const paper::Experiment& experiment, const fs::path& results) {
  Listed one{experiment.name, {}, figure::read::read_figures(experiment.figures())};
  for (const paper::Scale scale : paper::all_scales) {
    one.progress.push_back(paper::paper_progress(experiment, scale, results));
  }
  return one;
}

std::string table_of(const std::vector<Listed>& all) {
  base::Table table{{"experiment", "smoke", "cpu", "full", "paper_claim", "our_finding"}, {}};
  for (const Listed& one : all) {
    std::vector<std::string> row{one.name};
    for (const paper::PaperProgress& runs : one.progress) {
      row.push_back(runs.planned == 0 ? "-" : fmt::format("{}/{} runs", runs.done, runs.planned));
    }
    row.insert(row.end(), {one.file.headline, one.file.finding});
    table.rows.push_back(std::move(row));
  }
  return base::tsv(table);
}

std::string json_of(const std::vector<Listed>& all) {
  Json array = Json::array();
  for (const Listed& one : all) {
    Json object{{"experiment", one.name}};
    for (std::size_t i = 0; i < one.progress.size(); ++i) {
      const paper::PaperProgress& runs = one.progress[i];
      object[paper::name(paper::all_scales[i])] =
          runs.planned == 0 ? Json() : Json{{"done", runs.done}, {"planned", runs.planned}};
    }
    object["paper_claim"] = one.file.headline;
    object["our_finding"] = one.file.finding;
    array.push_back(std::move(object));
  }
  return array.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

base::ExitCode list(const fs::path& experiments, const fs::path& results, bool as_json) {
  const std::vector<paper::Experiment> found = paper::all_experiments(experiments);
  std::vector<Listed> all(found.size());
  base::parallel_for(std::ssize(found), base::available_cores(), [&](std::int64_t i) {
    const auto at = static_cast<std::size_t>(i);
    all[at] = listed(found[at], results);
  });
  std::cout << (as_json ? json_of(all) : table_of(all));
  return base::ExitCode::done;
}

void show_gaps(const std::vector<paper::PaperGap>& gaps, bool as_json) {
  if (as_json) {
    std::cout << paper::gap_json(gaps);
  } else if (!gaps.empty()) {
    std::cout << (isatty(STDOUT_FILENO) != 0 ? paper::gap_text(gaps)
                                             : base::tsv(paper::gap_table(gaps)));
  }
  std::cout << std::flush;
}

base::ExitCode run(const Arguments& arguments) {
  const fs::path experiments = paper::experiments_folder(text(arguments, "experiments", ""));
  const fs::path results = paper::results_beside(text(arguments, "results", ""), experiments);
  if (!has(arguments, "paper")) return list(experiments, results, flag(arguments, "json"));
  const std::string words = text(arguments, "paper", "");
  const std::string paper = words.substr(0, words.find('/'));
  const paper::Experiment experiment = paper::experiment_named(experiments, paper);
  const int cores = base::available_cores(), threads = threads_of(arguments, 1);
  const bool quiet = flag(arguments, "quiet");
  paper::ReproduceOptions options;
  options.scale = paper::scale_named(text(arguments, "scale", "cpu"));
  options.training =
      flag(arguments, "no-train") ? paper::Training::none : paper::Training::what_is_missing;
  if (flag(arguments, "pdf")) options.print = figure::Print::pdf;
  options.figure = words.substr(std::min(words.size(), paper.size() + 1));
  options.results = results;
  const std::unique_ptr<screen::SweepTable> table = screen::sweep_table_if_any();
  options.sweep = {
      store_of(arguments),
      static_cast<int>(whole(arguments, "jobs", 1, 1024, std::max(1, cores / threads))), threads,
      quiet};
  options.sweep.screen = table.get();
  if (!quiet) options.say = [](const std::string& line) { std::cerr << line << '\n'; };
  const paper::Reproduction result = paper::reproduce(experiment, options);
  show_gaps(result.gaps, flag(arguments, "json"));
  if (!quiet && options.scale == paper::Scale::smoke && !result.gaps.empty()) {
    std::cerr << paper::smoke_limits(result.gaps) << '\n';
  }
  return result.exit_code;
}

}  // namespace

Command reproduce_command() {
  Command command{
      "reproduce",
      "[PAPER[/FIGURE]] [--scale smoke|cpu|full] [-j N] [--no-train] [--pdf] [--json]",
      "a paper's figures, beside its numbers: runs what is missing, draws, compares",
      "Alone: lists the experiments, each with the paper's claim and our finding. What has\n"
      "scores in results/PAPER/scores.tsv is not run again, so a clean checkout draws at once.\n"
      "Figures go to results/PAPER/ (other scales: results/PAPER/SCALE/), their names, the claim\n"
      "and the finding to stderr, the comparison with the paper to stdout. Scale smoke ends with\n"
      "what it can show and what it cannot.",
      {"lab reproduce", "lab reproduce task_hinting --scale smoke"},
      {{"paper", {Completion::experiments}}},
      run};
  auto add = command.options.add_options();
  add("scale", one_value(), "smoke (seconds), cpu (hours; what results/ holds) or full");
  add("jobs,j", one_value(), "runs at the same time (default: cores / threads)");
  add("no-train", boost::program_options::bool_switch(),
      "run nothing: draw what is in results/ and in the store");
  add("pdf", boost::program_options::bool_switch(),
      "for print too: each figure as PDF, and as wide as a column (85 mm), without title and "
      "caption");
  add("experiments", one_value(), "folder (default: $LAB_EXPERIMENTS, here, above, installed)");
  add("results", one_value(), "folder (default: results/ beside experiments/)");
  add_threads(command.options, "of each run (default: 1)");
  add_store(command.options);
  add_json(command.options);
  add_quiet(command.options);
  return command;
}

}  // namespace lab::command
