#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <limits>

#include "base/error.h"
#include "base/machine.h"
#include "base/names.h"
#include "base/numbers.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/command/probe_help.h"
#include "lab/command/screen/fitted.h"
#include "lab/command/screen/terminal.h"
#include "lab/probe/kinds.h"
#include "lab/probe/map/figure.h"
#include "lab/probe/map/merge.h"
#include "lab/probe/map/summary.h"
#include "lab/probe/map/table.h"
#include "lab/probe/map/title.h"
#include "lab/questions/prompt.h"
#include "lab/store/run_checkpoints.h"
#include "lab/store/run_folder.h"
#include "lab/train/answers.h"
#include "lab/train/trained_run.h"

namespace lab::command {
namespace {

/// Of the task that the option `task` names, or the main one.
probe::ProbeQuestions questions_of(const Arguments& arguments, const train::TrainedRun& run,
                                   const probe::ProbeKind& kind, const char* task = "task") {
  const std::size_t part =
      has(arguments, task) ? run.lesson.mixture.index_of(text(arguments, task, "")) : 0;
  probe::ProbeQuestions wanted = probe::usual_questions_of(run.lesson, part);
  if (has(arguments, "pool")) wanted.pool = pool_in(text(arguments, "pool", ""));
  const tasks::Range all = run.lesson.mixture.task(part).difficulties();
  wanted.difficulty =
      static_cast<int>(whole(arguments, "difficulty", all.low, all.high, wanted.difficulty));
  if (has(arguments, "facet"))
    wanted.facet =
        store::facet_in(text(arguments, "facet", ""), "--facet", base::ExitCode::wrong_usage);
  wanted.count = static_cast<int>(whole(arguments, "examples", 2, 1'000'000, kind.questions));
  return wanted;
}

/// The typed prompt with the model's own answer.
probe::ProbeText prompted(const std::string& text, std::size_t part, train::TrainedRun& run) {
  const train::Mixture& mixture = run.lesson.mixture;
  const std::vector<tasks::Token> own = questions::prompt_in(text, mixture.task(part));
  const train::Answer answer =
      train::answer_to(own, mixture, part, train::decoded_by(run.learner, run.learned));
  probe::ProbeText read{mixture.joint().to_joint(part, own), {}};
  read.tokens.insert(read.tokens.end(), answer.joint.begin(), answer.joint.end() - 1);
  return read;
}

std::vector<std::int64_t> steps_of(const Arguments& arguments, const std::filesystem::path& folder,
                                   const train::TrainedRun& run) {
  const std::string wanted = text(arguments, "step", "");
  if (wanted.empty()) return {run.learned.step};
  const std::vector<std::int64_t> steps = store::checkpoint_steps(folder);
  if (wanted == "all") return steps;
  const auto step = base::number_in<std::int64_t>(wanted);
  if (step && std::ranges::find(steps, *step) != steps.end()) return {*step};
  throw base::Error(
      fmt::format("--step: wanted `all` or one of the run's checkpoints ({}), found `{}`",
                  fmt::join(steps, ", "), wanted),
      base::ExitCode::wrong_usage);
}

probe::ProbeRequest request_of(const Arguments& arguments, train::TrainedRun& run,
                               const probe::ProbeKind& kind, int threads) {
  probe::ProbeRequest request{
      run, questions_of(arguments, run, kind), run.lesson.spec.score.difficulties, {}, {}, threads};
  const bool main_task = request.questions.part == 0;
  if (has(arguments, "difficulty") || !main_task) {
    request.difficulties = {request.questions.difficulty};
  }
  if (has(arguments, "label")) request.label = text(arguments, "label", "");
  if (has(arguments, "prompt")) {
    request.prompt = prompted(text(arguments, "prompt", ""), request.questions.part, run);
  }
  return request;
}

/// The run of --with, if it is another.
std::optional<train::TrainedRun> other_run(const Arguments& arguments, int threads) {
  if (!has(arguments, "with")) return std::nullopt;
  return train::open_run(store::find_run(store_of(arguments), text(arguments, "with", "")),
                         threads);
}

/// What a probe ends with.
struct Probed {
  base::Table table;
  std::vector<std::filesystem::path> figures;
};

probe::map::CellChoice choice_of(const Arguments& arguments) {
  constexpr std::int64_t most = 1'000'000;
  probe::map::CellChoice choice{{}, {}, text(arguments, "row", "")};
  if (has(arguments, "block")) {
    choice.block = static_cast<int>(whole(arguments, "block", 1, most, 1));
  }
  if (has(arguments, "head")) choice.head = static_cast<int>(whole(arguments, "head", 1, most, 1));
  return choice;
}

/// Gives the file.
std::filesystem::path draw_in(const std::filesystem::path& out, const figure::FigureText& figure) {
  std::error_code error;
  std::filesystem::create_directories(out, error);
  base::require(!error, out.string(), ": cannot create: ", error.message(),
                "; --out names another folder, --no-figure leaves the figure out");
  const char* ending = figure::draw(figure, out) ? ".svg" : ".gp";
  return out / (figure.name + ending);
}

/// What the rows of a table say, without a model.
Probed probed_table(const std::filesystem::path& file, const probe::ProbeKind& kind,
                    const Arguments& arguments) {
  refuse(
      arguments,
      {"pool", "difficulty", "facet", "examples", "task", "with", "with-task", "label", "prompt"},
      "asks a model, and a table has none");
  probe::map::MergeChoice choice{text(arguments, "measure", ""), {}};
  constexpr auto last = std::numeric_limits<std::int64_t>::max();
  if (has(arguments, "step")) choice.step = whole(arguments, "step", 0, last, 0);
  probe::map::MergedProbe merged =
      probe::map::merged_probe(base::read_tsv(file), file.string(), choice);
  const probe::map::CellChoice cells = choice_of(arguments);
  merged.result = probe::map::chosen(merged.result, cells);
  Probed probed{probe::map::probe_table(merged.result, merged.step), {}};
  if (!flag(arguments, "no-figure")) {
    const std::string name = file.stem().string() + "_map" + cells.name();
    const std::filesystem::path beside = file.has_parent_path() ? file.parent_path() : ".";
    probed.figures.push_back(
        draw_in(text(arguments, "out", beside.string()),
                probe::map::probe_figure(merged.result, name, probe::map::texts_of(kind, merged))));
  }
  return probed;
}

void refuse_unread(const probe::ProbeKind& kind, const Arguments& arguments) {
  for (const char* option : probe::own_probe_options) {
    if (kind.reads(option)) continue;
    refuse(arguments, {option},
           fmt::format("is for {}, not for {}", probe::probes_that_read(option), kind.name));
  }
}

Probed probed_run(const std::filesystem::path& folder, const probe::ProbeKind& kind,
                  const Arguments& arguments) {
  refuse(arguments, {"measure"}, "is for tables");
  refuse_unread(kind, arguments);
  const int threads = threads_of(arguments, base::available_cores());
  train::TrainedRun run = train::open_run(folder, threads);
  const std::optional<train::TrainedRun> other = other_run(arguments, threads);
  probe::ProbeRequest request = request_of(arguments, run, kind, threads);
  request.other = other ? &*other : &run;
  request.other_questions = questions_of(arguments, *request.other, kind, "with-task");
  train::require_memory(probe::memory_to_probe(kind, request), base::ExitCode::wrong_usage);
  const std::filesystem::path out = text(arguments, "out", (folder / "probes").string());
  const probe::map::CellChoice cells = choice_of(arguments);
  Probed all;
  for (const std::int64_t step : steps_of(arguments, folder, run)) {
    const model::training::TrainingState learned = model::files::load_checkpoint(
        store::checkpoint_folder(folder, step), run.learner.layout(), run.lesson.spec.fingerprint);
    const probe::ProbeResult result = probe::map::chosen(
        probe::probe_weights(kind, request, train::scored_weights(learned)), cells);
    const base::Table table =
        probe::map::probe_table(result, step, probe::map::columns_of(kind, request));
    all.table.columns = table.columns;
    all.table.rows.insert(all.table.rows.end(), table.rows.begin(), table.rows.end());
    if (flag(arguments, "no-figure")) continue;
    const std::string figure = probe::map::map_name(kind, request, cells, step);
    all.figures.push_back(draw_in(
        out, probe::map::probe_figure(result, figure, probe::map::texts_of(kind, request, step))));
  }
  return all;
}

/// On a terminal what stands out, or all rows if they are asked for or few.
void show_on_terminal(const base::Table& table, const Arguments& arguments) {
  constexpr std::size_t few = 20;
  const std::size_t columns = screen::terminal_size().columns;
  if (flag(arguments, "rows") || table.rows.size() <= few) {
    const std::vector<std::string> dispensable{"questions", "low", "high"};
    std::cout << screen::fitted_text(table, dispensable, columns, table.column("measure"));
    return;
  }
  const base::Table summary = probe::map::summary_of(table);
  std::vector<std::string> dispensable{"of cells", "questions", "low", "high"};
  const auto controls =
      summary.columns.begin() + static_cast<std::ptrdiff_t>(summary.column("high"));
  for (auto at = summary.columns.end() - 3; at != controls; --at) dispensable.push_back(*at);
  std::cout << screen::fitted_text(summary, dispensable, columns) << std::flush;
  if (flag(arguments, "quiet")) return;
  std::cerr << "of each measure what is most above its controls; --rows: all " << table.rows.size()
            << " rows\n";
}

/// Where the figure is comes last.
void show(const Probed& found, const Arguments& arguments) {
  if (flag(arguments, "json")) {
    std::cout << probe::map::probe_json(found.table);
  } else if (isatty(STDOUT_FILENO) == 1) {
    show_on_terminal(found.table, arguments);
  } else {
    std::cout << base::tsv(found.table);
  }
  std::cout << std::flush;
  if (flag(arguments, "quiet")) return;
  for (const std::filesystem::path& figure : found.figures) std::cerr << figure.string() << '\n';
}

base::ExitCode run(const Arguments& arguments) {
  const std::string probed = word(arguments, "run", "a RUN and a probe's NAME");
  const probe::ProbeKind& kind =
      probe::probe_kind(word(arguments, "name", "a probe's NAME after the RUN"));
  const Probed found =
      std::filesystem::is_regular_file(probed)
          ? probed_table(probed, kind, arguments)
          : probed_run(store::find_run(store_of(arguments), probed), kind, arguments);
  show(found, arguments);
  return base::ExitCode::done;
}

/// Which cells are wanted.
void add_choice(boost::program_options::options_description& options) {
  auto add = options.add_options();
  add("block", one_value(), "only what is of this block, from 1 on");
  add("head", one_value(), "only what is of this head, from 1 on");
  add("row", one_value(),
      "only rows of this name, or of a prompt this token; * and ? are patterns");
  add("rows", boost::program_options::bool_switch(), "all rows, also on a terminal");
}

}  // namespace

Command probe_command() {
  Command command{
      "probe",
      "RUN|TABLE NAME [--pool P] [--difficulty N] [--examples N] [--step N|all] [--block N] "
      "[--head N] [--row NAME] [--out FOLDER] [--rows] [--json]",
      "what a trained model has learned and where: a table with controls, and a figure",
      about_probes(),
      {"lab probe 3f attention --difficulty 20", "lab probe 3f linear --label next --step all",
       "lab probe results/coverage/probes/patch.tsv patch --measure 'stream probability'"},
      {{"run", {Completion::runs}}, {"name", {Completion::probes}}},
      run};
  auto add = command.options.add_options();
  add("pool", one_value(), "see `lab tasks NAME` (default: test, or the first held out)");
  add("difficulty", one_value(),
      fmt::format("of the questions ({})", default_difficulties()).c_str());
  add("facet", one_value(), "only questions with this: name=number, as in k_cutoff=2");
  add("examples", one_value(), fmt::format("questions ({})", default_questions()).c_str());
  add("task", one_value(), "probe with this task of the run (a hint, for example)");
  const auto add_own = [&](const char* name, const char* meaning) {
    add(name, one_value(),
        fmt::format(fmt::runtime(meaning), probe::probes_that_read(name)).c_str());
  };
  add_own("with", "{}: the run to hold against this one (default: the same)");
  add_own("with-task", "{}: the task to hold against (default: the run's main one)");
  add_own("label", "{}: only this label (default: all the task has)");
  add("measure", one_value(), "of a table: only this one (default: all it has)");
  add("step", one_value(), "a checkpoint's step, or `all` (default: the newest)");
  add_own("prompt", "{} over this prompt and the model's answer to it");
  add_choice(command.options);
  add("out", one_value(), "folder of the figure (default: RUN/probes, or the table's)");
  add("no-figure", boost::program_options::bool_switch(), "only the table");
  add_store(command.options);
  add_threads(command.options, "at most this many (default: all cores)");
  add_json(command.options);
  add_quiet(command.options);
  return command;
}

}  // namespace lab::command
