#include <iostream>

#include "base/error.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/command/shown_comparison.h"
#include "lab/compare/figure.h"
#include "lab/compare/read_comparison.h"
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

void draw(const figure::FigureData& data, const fs::path& out, bool quiet) {
  const fs::path folder = out.has_parent_path() ? out.parent_path() : ".";
  figure::draw(figure::figure_text(data), folder);
  if (!quiet) {
    std::cerr << "drawn: " << (folder / out.stem()).string() << ".svg (.png, .gp, .tsv)\n";
  }
}

base::ExitCode run(const Arguments& arguments) {
  const fs::path out = figure_file(arguments);
  const compare::Selection selection = selection_of(arguments);
  const bool quiet = flag(arguments, "quiet");
  const fs::path store = store_of(arguments);
  const compare::Comparison comparison = compare::read_comparison(
      {texts(arguments, "runs"), texts(arguments, "where"), texts(arguments, "set"), store});
  compare::require_finished(comparison, store);
  print(comparison, compare::rows_of(comparison, selection),
        flag(arguments, "json") ? Style::json : Style::table);
  if (!quiet) {
    for (const std::string& remark : compare::remarks_on(comparison)) std::cerr << remark << '\n';
  }
  if (out.empty()) return base::ExitCode::done;
  const compare::Drawing drawing{out.stem().string(), text(arguments, "title", ""),
                                 text(arguments, "x-label", "")};
  draw(compare::figure_of(comparison, selection, drawing), out, quiet);
  return base::ExitCode::done;
}

}  // namespace

Command compare_command() {
  Command command{
      "compare",
      "SPEC|RUN... [--where axis=value]... [--pool P]... [--difficulty A:B:STEP] [--out "
      "FIGURE.svg]",
      "any runs side by side: a table, and a figure",
      "SPEC: all runs of its sweep that are finished. RUN: a fingerprint, the beginning of one, "
      "or\n"
      "a run's folder; such runs are told apart by the fields in which they differ, seeds left\n"
      "out. A row is what an arm (all its seeds) scores: median exact match and lowest .. "
      "highest,\n"
      "percent; seeds; fit: how many of them solve 99 % of their training questions; guess: the\n"
      "highest level of not knowing. Runs that are not finished and seeds that are unfit are\n"
      "named. --where takes an axis of the sweep, or what `lab runs` takes; alone it chooses from\n"
      "the whole store. --out draws lines over the difficulty, with .gp and .tsv to edit them.",
      {"lab compare experiments/task_hinting/smoke.textproto --out hints.svg",
       "lab compare 3f 81 --pool test --difficulty 10:40:10 --out two_runs.png"},
      {{"runs", {Completion::runs, Completion::files}, {}, Times::any}},
      run};
  auto add = command.options.add_options();
  add("where", many_values(), "only runs with this; may be given again");
  add("pool", many_values(),
      "only these pools; may be given again (figure: test, or a panel each)");
  add("difficulty", one_value(), "only these: A, A,B,... or A:B:STEP");
  add("out", one_value(), "draw FIGURE.svg and .png, and the .gp and .tsv they are made from");
  add("title", one_value(), "of the figure (default: what is compared)");
  add("x-label", one_value(), "what its difficulty counts: \"items to sort\"");
  add_set(command.options);
  add_store(command.options);
  add_json(command.options);
  add_quiet(command.options);
  return command;
}

}  // namespace lab::command
