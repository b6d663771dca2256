#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <limits>
#include <memory>

#include "base/error.h"
#include "base/names.h"
#include "base/numbers.h"
#include "base/parallel.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/command/prompt.h"
#include "lab/probe/figure.h"
#include "lab/probe/kinds.h"
#include "lab/probe/merge.h"
#include "lab/store/run_checkpoints.h"
#include "lab/store/run_folder.h"
#include "lab/train/answers.h"
#include "lab/train/trained_run.h"
#include "model/arithmetic/choose_arithmetic.h"

namespace lab {
namespace {

/// The first that is neither trained on nor for choosing.
tasks::Pool held_out_pool(const tasks::Task& task) {
  return *std::ranges::find_if(task.pools(), [](tasks::Pool pool) {
    return pool != tasks::Pool::train && pool != tasks::Pool::validate;
  });
}

/// Of the task that the option `task` names, or the main one.
ProbeQuestions questions_of(const Arguments& arguments, const TrainedRun& run,
                            const ProbeKind& kind, const char* task = "task") {
  ProbeQuestions wanted;
  if (has(arguments, task)) wanted.part = run.lesson.mixture.index_of(text(arguments, task, ""));
  wanted.pool = has(arguments, "pool") ? pool_in(text(arguments, "pool", ""))
                                       : held_out_pool(run.lesson.mixture.task(wanted.part));
  const tasks::Range all = run.lesson.mixture.task(wanted.part).difficulties();
  wanted.difficulty = static_cast<int>(whole(arguments, "difficulty", all.low, all.high,
                                             run.lesson.mixture.part(wanted.part).difficulty.high));
  if (has(arguments, "facet"))
    wanted.facet = facet_in(text(arguments, "facet", ""), "--facet", base::ExitCode::wrong_usage);
  wanted.count = static_cast<int>(whole(arguments, "examples", 2, 1'000'000, kind.questions));
  wanted.seed = run.lesson.spec.score_seed;
  return wanted;
}

/// The typed prompt with the model's own answer.
ProbeText prompted(const std::string& text, std::size_t part, TrainedRun& run) {
  const Mixture& mixture = run.lesson.mixture;
  const std::vector<tasks::Token> own = prompt_in(text, mixture.task(part));
  const Answer answer = answer_to(own, mixture, part, decoded_by(run.learner, run.learned));
  ProbeText read{mixture.joint().joint(part, own), {}};
  read.tokens.insert(read.tokens.end(), answer.joint.begin(), answer.joint.end() - 1);
  return read;
}

std::vector<std::int64_t> steps_of(const Arguments& arguments, const std::filesystem::path& folder,
                                   const TrainedRun& run) {
  const std::string wanted = text(arguments, "step", "");
  if (wanted.empty()) return {run.learned.step};
  const std::vector<std::int64_t> steps = checkpoint_steps(folder);
  if (wanted == "all") return steps;
  const auto step = number_in<std::int64_t>(wanted);
  if (step && std::ranges::find(steps, *step) != steps.end()) return {*step};
  std::string all;
  for (const std::int64_t one : steps) all += (all.empty() ? "" : ", ") + std::to_string(one);
  throw base::Error(
      "--step: wanted `all` or one of the run's checkpoints (" + all + "), found `" + wanted + "`",
      base::ExitCode::wrong_usage);
}

Probing probing_of(const Arguments& arguments, TrainedRun& run, const ProbeKind& kind,
                   int threads) {
  Probing probing{
      run, questions_of(arguments, run, kind), run.lesson.spec.score.difficulties, {}, {}, threads};
  const bool main_task = probing.questions.part == 0;
  if (has(arguments, "difficulty") || !main_task) {
    probing.difficulties = {probing.questions.difficulty};
  }
  if (has(arguments, "label")) probing.label = text(arguments, "label", "");
  if (has(arguments, "prompt")) {
    probing.prompt = prompted(text(arguments, "prompt", ""), probing.questions.part, run);
  }
  return probing;
}

/// The run of --with, if it is another.
std::optional<TrainedRun> other_run(const Arguments& arguments, int threads) {
  if (!has(arguments, "with")) return std::nullopt;
  return open_run(find_run(store_of(arguments), text(arguments, "with", "")), threads);
}

/// The probe on these weights, and on those before training as its control.
ProbeResult probe_weights(const ProbeKind& kind, const Probing& probing,
                          const model::Flat<float>& weights) {
  model::Transformer<float> model(probing.run.learner.config(), model::choose_arithmetic());
  model.load(weights, probing.threads);
  ProbeResult result = kind.probe(model, probing);
  const model::Learned start = probing.run.learner.start(probing.run.lesson.spec.seed);
  model.load(start.weights, probing.threads);
  add_control("untrained", kind.probe(model, probing), result);
  return result;
}

std::string title_of(const ProbeKind& kind, const Probing& probing, std::int64_t step) {
  const std::string about =
      probing.prompt
          ? probing.run.lesson.mixture.joint().vocabulary().text(probing.prompt->tokens)
          : fmt::format("{} {}, difficulty {}", name(probing.questions.pool),
                        probing.run.lesson.mixture.part(probing.questions.part).name,
                        probing.questions.difficulty) +
                (probing.questions.facet ? fmt::format(", {} {}", probing.questions.facet->name,
                                                       probing.questions.facet->value)
                                         : "");
  return fmt::format("{}: run {}, step {}: {}", kind.name, probing.run.lesson.spec.fingerprint,
                     step, about);
}

std::string figure_name(const ProbeKind& kind, const Probing& probing, std::int64_t step) {
  const auto& facet = probing.questions.facet;
  const std::string of = facet ? fmt::format("_{}_{}", facet->name, facet->value) : "";
  return fmt::format("{}{}_step_{}", kind.name, of, step);
}

void draw_in(const std::filesystem::path& out, const FigureText& figure, bool quiet) {
  std::error_code error;
  std::filesystem::create_directories(out, error);
  base::require(!error, out.string(), ": cannot create: ", error.message(),
                "; --out names another folder, --no-figure leaves the figure out");
  draw(figure, out);
  if (!quiet) std::cerr << (out / (figure.name + ".svg")).string() << '\n';
}

/// What the rows of a table say, without a model.
base::Table probed_table(const std::filesystem::path& file, const ProbeKind& kind,
                         const Arguments& arguments) {
  refuse(
      arguments,
      {"pool", "difficulty", "facet", "examples", "task", "with", "with-task", "label", "prompt"},
      "asks a model, and a table has none");
  MergeChoice choice{text(arguments, "measure", ""), {}};
  constexpr auto last = std::numeric_limits<std::int64_t>::max();
  if (has(arguments, "step")) choice.step = whole(arguments, "step", 0, last, 0);
  const MergedProbe merged = merged_probe(base::read_tsv(file), file.string(), choice);
  if (!flag(arguments, "no-figure")) {
    const std::string title =
        fmt::format("{}: {}, step {}{}: median of {} {}", kind.name, file.filename().string(),
                    merged.step, merged.about, merged.seeds, merged.seeds == 1 ? "seed" : "seeds");
    const std::string name = file.stem().string() + "_map";
    draw_in(text(arguments, "out", file.parent_path().string()),
            probe_figure(merged.result, name, title, kind.caption), flag(arguments, "quiet"));
  }
  return probe_table(merged.result, merged.step);
}

void refuse_unread(const ProbeKind& kind, const Arguments& arguments) {
  for (const char* option : own_probe_options) {
    if (kind.reads(option)) continue;
    refuse(arguments, {option},
           base::concat("is for ", probes_that_read(option), ", not for ", kind.name));
  }
}

base::Table probed_run(const std::filesystem::path& folder, const ProbeKind& kind,
                       const Arguments& arguments) {
  refuse(arguments, {"measure"}, "is for tables");
  refuse_unread(kind, arguments);
  const int threads = threads_of(arguments, base::available_cores());
  TrainedRun run = open_run(folder, threads);
  const std::optional<TrainedRun> other = other_run(arguments, threads);
  Probing probing = probing_of(arguments, run, kind, threads);
  probing.other = other ? &*other : &run;
  probing.other_questions = questions_of(arguments, *probing.other, kind, "with-task");
  const std::filesystem::path out = text(arguments, "out", (folder / "probes").string());
  base::Table all;
  for (const std::int64_t step : steps_of(arguments, folder, run)) {
    const model::Learned learned = model::load_checkpoint(
        checkpoint_folder(folder, step), run.learner.layout(), run.lesson.spec.fingerprint);
    const ProbeResult result = probe_weights(kind, probing, scored_weights(learned));
    const base::Table table = probe_table(result, step);
    all.columns = table.columns;
    all.rows.insert(all.rows.end(), table.rows.begin(), table.rows.end());
    if (flag(arguments, "no-figure")) continue;
    const std::string figure = figure_name(kind, probing, step);
    draw_in(out, probe_figure(result, figure, title_of(kind, probing, step), kind.caption),
            flag(arguments, "quiet"));
  }
  return all;
}

base::ExitCode run(const Arguments& arguments) {
  const std::string probed = word(arguments, "run", "a RUN and a probe's NAME");
  const ProbeKind& kind = probe_kind(word(arguments, "name", "a probe's NAME after the RUN"));
  const base::Table table =
      std::filesystem::is_regular_file(probed)
          ? probed_table(probed, kind, arguments)
          : probed_run(find_run(store_of(arguments), probed), kind, arguments);
  std::cout << (flag(arguments, "json") ? probe_json(table) : base::tsv(table));
  return base::ExitCode::done;
}

constexpr const char* about =
    "NAME is one of\n"
    "  attention  what heads look at: rows the task names, previous token, induction, by role;\n"
    "             with --prompt, every head over one text\n"
    "  patch      which activations carry a change of the prompt to the answer: residual "
    "stream,\n"
    "             attention, heads, MLP, by layer and named position\n"
    "  paths      which head or MLP hears of the change from which: path patching\n"
    "  repair     what is gained if a head looks where the task says\n"
    "  ablate     what is lost without a head, an attention layer or an MLP: zeros, mean, "
    "resample\n"
    "  overlap    whether two tasks need the same heads: circuits, their overlap beside chance,\n"
    "             cross ablation\n"
    "  errors     kinds of mistakes in decoded answers, by difficulty\n"
    "  linear     which labels a linear classifier reads off the residual stream\n"
    "  lens       reciprocal rank of named tokens, layers read out as if they were the last\n"
    "  cohesion   whether states that share a label are alike (IICG), plain and centred\n"
    "Each value stands beside its controls and beside the same in the untrained model. The\n"
    "figure is written to RUN/probes unless --out names another folder.\n"
    "\n"
    "RUN may be a table of such probes, with any columns before `measure` that tell runs apart:\n"
    "medians over its `seed`s are printed and drawn beside it, a map for each value of the others.";

}  // namespace

Command probe_command() {
  Command command{
      "probe",
      "RUN|TABLE NAME [--pool P] [--difficulty N] [--examples N] [--step N|all] [--out FOLDER] "
      "[--json]",
      "what a trained model has learned and where: a table with controls, and a figure",
      about,
      {"lab probe 3f attention --difficulty 20", "lab probe 3f linear --label next --step all",
       "lab probe results/coverage/probes/patch.tsv patch --measure 'stream probability'"},
      {},
      {},
      run};
  auto add = command.options.add_options();
  add("run", one_value());
  add("name", one_value());
  add("pool", one_value(), "see `lab tasks NAME` (default: test, or the first held out)");
  add("difficulty", one_value(),
      "of the questions (default: the hardest trained on; of errors: all scored)");
  add("facet", one_value(), "only questions with this: name=number, as in k_cutoff=2");
  add("examples", one_value(),
      "questions (default: 300; linear, cohesion 1000; errors 500; overlap 200; repair 100)");
  add("task", one_value(), "probe with this task of the run (a hint, for example)");
  add("with", one_value(), "overlap: the run to hold against this one (default: the same)");
  add("with-task", one_value(), "overlap: the task to hold against (default: the run's main one)");
  add("label", one_value(), "linear, cohesion: only this label (default: all the task has)");
  add("measure", one_value(), "of a table: only this one (default: all it has)");
  add("step", one_value(), "a checkpoint's step, or `all` (default: the newest)");
  add("prompt", one_value(), "attention over this prompt and the model's answer to it");
  add("out", one_value(), "folder of the figure (default: RUN/probes, or the table's)");
  add("no-figure", boost::program_options::bool_switch(), "only the table");
  add_store(command.options);
  add_threads(command.options, "at most this many (default: all cores)");
  add_json(command.options);
  add_quiet(command.options);
  command.positionals.add("run", 1).add("name", 1);
  return command;
}

}  // namespace lab
