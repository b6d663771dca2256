#include <iostream>
#include <optional>

#include "base/error.h"
#include "base/numbers.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/command/shown_comparison.h"
#include "lab/compare/figure.h"
#include "lab/compare/reach.h"
#include "lab/compare/read_comparison.h"
#include "lab/compare/seeds_needed.h"
#include "lab/figure/gnuplot.h"
#include "lab/figure/script.h"

namespace lab::command {
namespace {

namespace fs = std::filesystem;

compare::Selection selection_of(const Arguments& arguments) {
  compare::Selection selection;
  for (const std::string& pool : texts(arguments, "pool")) selection.pools.push_back(pool_in(pool));
  if (has(arguments, "difficulty")) {
    selection.difficulties = numbers_of(text(arguments, "difficulty", ""), "--difficulty");
  }
  return selection;
}

/// Where the figure goes, checked before anything is read.
fs::path figure_file(const Arguments& arguments) {
  const fs::path out = text(arguments, "out", "");
  const std::string end = out.extension().string();
  if (!has(arguments, "out")) {
    refuse(arguments, {"title", "x-label"}, "goes with --out, the figure");
    return out;
  }
  if (out.stem().empty() || (end != ".svg" && end != ".png")) {
    throw base::Error("--out: wanted FIGURE.svg or FIGURE.png, found `" + out.string() + "`",
                      base::ExitCode::wrong_usage);
  }
  return out;
}

/// A share to be reached.
double percent_of(const std::string& text) {
  const auto percent = base::number_in<double>(text);
  if (percent && *percent > 0 && *percent <= 100) return *percent;
  throw base::Error("--reach: wanted percent above 0, up to 100, found `" + text + "`",
                    base::ExitCode::wrong_usage);
}

void draw(const figure::FigureData& data, const fs::path& out, bool quiet) {
  const fs::path folder = out.has_parent_path() ? out.parent_path() : ".";
  const bool drawn = figure::draw(figure::figure_text(data), folder);
  if (!quiet) {
    std::cerr << (drawn ? "drawn: " : "written: ") << (folder / out.stem()).string()
              << (drawn ? ".svg (.png, .gp, .tsv)\n" : ".gp (.tsv)\n");
  }
}

/// What was asked of the runs.
struct Question {
  compare::Selection selection;
  std::optional<double> reach;  ///< percent: steps to it
  fs::path out;                 ///< of the figure; empty: none
  compare::Drawing drawing;
  Style style = Style::table;
  bool quiet = false;
};

/// All of it is checked before any run is read.
Question question_in(const Arguments& arguments) {
  Question question{selection_of(arguments), {}, figure_file(arguments), {}};
  if (has(arguments, "reach")) question.reach = percent_of(text(arguments, "reach", ""));
  if (flag(arguments, "seeds-needed")) {
    refuse(arguments, {"reach", "out"}, "does not go with --seeds-needed, which is a table");
  }
  question.drawing = {question.out.stem().string(), text(arguments, "title", ""),
                      text(arguments, "x-label", "")};
  question.style = flag(arguments, "json") ? Style::json : Style::table;
  question.quiet = flag(arguments, "quiet");
  return question;
}

void remark(const Question& question, const std::string& text) {
  if (!question.quiet && !text.empty()) std::cerr << text << '\n';
}

void show_scores(const compare::Comparison& comparison, const Question& question) {
  const std::vector<compare::Row> rows = compare::rows_of(comparison, question.selection);
  print(forms_of(comparison, rows), question.style);
  if (question.out.empty()) return;
  draw(compare::figure_of(comparison, question.selection, question.drawing), question.out,
       question.quiet);
}

void show_steps(const compare::Comparison& comparison, const Question& question) {
  const double reach = *question.reach;
  const std::vector<compare::ReachRow> rows =
      compare::reach_rows(comparison, question.selection, reach);
  print({[&] { return compare::reach_table(comparison, rows, reach); },
         [&](std::size_t columns) { return compare::reach_text(comparison, rows, reach, columns); },
         [&] { return compare::reach_json(comparison, rows, reach); }},
        question.style);
  remark(question, compare::about_end_only(comparison, rows));
  if (question.out.empty()) return;
  const figure::FigureData data =
      compare::reach_figure(comparison, question.selection, reach, question.drawing);
  base::require(figure::has_points(data), "--out: no run was scored on its way; nothing to draw");
  draw(data, question.out, question.quiet);
}

void show_needed(const compare::Comparison& comparison, const Question& question) {
  const std::vector<compare::SeedsNeeded> rows =
      compare::seeds_needed(comparison, question.selection);
  print({[&] { return compare::needed_table(comparison, rows); },
         [&](std::size_t columns) { return compare::needed_text(comparison, rows, columns); },
         [&] { return compare::needed_json(comparison, rows); }},
        question.style);
  remark(question, compare::about_needed(rows));
}

base::ExitCode run(const Arguments& arguments) {
  const Question question = question_in(arguments);
  const fs::path store = store_of(arguments);
  const compare::Comparison comparison = compare::read_comparison(
      {texts(arguments, "runs"), texts(arguments, "where"), texts(arguments, "set"), store});
  compare::require_finished(comparison, store);
  if (flag(arguments, "seeds-needed")) {
    show_needed(comparison, question);
  } else if (question.reach) {
    show_steps(comparison, question);
  } else {
    show_scores(comparison, question);
  }
  for (const std::string& text : compare::remarks_on(comparison)) remark(question, text);
  return base::ExitCode::done;
}

constexpr const char* details =
    "SPEC: all runs of its sweep that are finished. RUN: a fingerprint, the beginning of one, or "
    "a\n"
    "run's folder; such runs are told apart by the fields in which they differ, seeds left out. A\n"
    "row is what an arm (all its seeds) scores: median exact match and lowest .. highest, "
    "percent;\n"
    "seeds; fit: how many of them solve 99 % of their training questions; guess: the highest "
    "level\n"
    "of not knowing. Runs that are not finished and seeds that are unfit are named. --where takes\n"
    "an axis of the sweep, or what `lab runs` takes; alone it chooses from the whole store. --out\n"
    "draws lines over the difficulty, with .gp and .tsv to edit them.\n"
    "--reach 99: by when half of the seeds have scored 99 %, by the Kaplan-Meier curve over the\n"
    "scorings on the way (score.every), where runs that never do count as far as they went; with\n"
    "--out the curve. --seeds-needed: how many seeds an arm would tell two arms apart (Welch's t\n"
    "test, 5 %, in 80 % of bootstrap samples of the seeds there are).";

void add_options(boost::program_options::options_description& options) {
  auto add = options.add_options();
  add("where", many_values(), "only runs with this; may be given again");
  add("pool", many_values(),
      "only these pools; may be given again (figure: test, or a panel each)");
  add("difficulty", one_value(), "only these: A, A,B,... or A:B:STEP");
  add("reach", one_value(), "percent: in how many steps the runs get there");
  add("seeds-needed", boost::program_options::bool_switch(),
      "of two arms: how many seeds of each would tell them apart");
  add("out", one_value(), "draw FIGURE.svg and .png, and the .gp and .tsv they are made from");
  add("title", one_value(), "of the figure (default: what is compared)");
  add("x-label", one_value(), "what its difficulty counts: \"items to sort\"");
  add_set(options);
  add_store(options);
  add_json(options);
  add_quiet(options);
}

}  // namespace

Command compare_command() {
  Command command{"compare",
                  "SPEC|RUN... [--where axis=value]... [--pool P]... [--difficulty A:B:STEP] "
                  "[--reach P | --seeds-needed] [--out FIGURE.svg]",
                  "any runs side by side: a table, and a figure",
                  details,
                  {"lab compare experiments/task_hinting/smoke.textproto --out hints.svg",
                   "lab compare 3f 81 --pool test --difficulty 10:40:10 --out two_runs.png"},
                  {{"runs", {Completion::runs, Completion::files}, {}, Times::any}},
                  run};
  add_options(command.options);
  return command;
}

}  // namespace lab::command
