#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/error.h"
#include "base/machine.h"
#include "base/numbers.h"
#include "base/random.h"
#include "base/text.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/command/screen/progress_line.h"
#include "lab/questions/prompt.h"
#include "lab/store/claim.h"
#include "lab/store/fit.h"
#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"
#include "lab/train/remarks.h"
#include "lab/train/shown_scores.h"

namespace lab::command {
namespace {

/// Of the last step.
std::vector<store::Score> last_scores(const train::Lesson& lesson,
                                      const std::filesystem::path& folder) {
  std::vector<store::Score> scores = store::scores_in(folder);
  std::erase_if(scores,
                [&](const store::Score& score) { return score.step != lesson.spec.train.steps; });
  return scores;
}

void print_json(const train::Lesson& lesson, const std::filesystem::path& folder) {
  using Json = nlohmann::ordered_json;
  const std::vector<store::Score> scores = last_scores(lesson, folder);
  const store::RunFit fit = store::run_fit(lesson.spec, folder);
  const Json object{
      {"fingerprint", lesson.spec.fingerprint},
      {"name", lesson.spec.name},
      {"folder", folder.string()},
      {"status", store::name(store::state_of(folder))},
      {"step", lesson.spec.train.steps},
      {"fit", fit.fit ? Json{{"percent", fit.fit->percent()}, {"is_fitted", fit.fit->is_fitted()}}
                      : Json()},
      {"scores", Json::parse(train::json_scores(scores, lesson.spec))}};
  std::cout << object.dump(2) << '\n';
}

/// A command to paste; nothing if its question cannot be typed.
std::optional<std::string> next_command(const train::Lesson& lesson, const Arguments& arguments) {
  constexpr int short_one = 5;
  constexpr std::size_t longest = 120;
  const tasks::Range trained = lesson.mixture.part(0).difficulty;
  const std::optional<std::string> question = questions::typed_question(
      lesson.mixture.task(0), std::clamp(short_one, trained.low, trained.high));
  if (!question || question->size() > longest) return std::nullopt;
  std::string line = fmt::format("lab ask {} {}", lesson.spec.fingerprint.substr(0, 8),
                                 base::shell_word(*question));
  if (has(arguments, "store")) line += " --store " + base::shell_word(text(arguments, "store", ""));
  return line;
}

base::ExitCode finish(train::RunOutcome outcome, const train::Lesson& lesson,
                      const std::filesystem::path& folder, const Arguments& arguments) {
  if (outcome == train::RunOutcome::claimed) {
    throw base::Error("another process (" + store::claim_holder(folder).value_or("it just ended") +
                      ") works on this run: " + folder.string());
  }
  if (outcome == train::RunOutcome::stopped) {
    std::cerr << "stopped; the state is saved, run the same command again to go on\n";
    return base::stop_exit_code();
  }
  const auto loss = store::read_manifest(folder).value_or(store::Manifest{}).final_loss;
  if (loss && loss->is_diverged()) std::cerr << "warning: " << store::in_words(*loss) << '\n';
  const bool as_json = flag(arguments, "json");
  if (as_json) print_json(lesson, folder);
  if (flag(arguments, "quiet")) return base::ExitCode::done;
  std::cerr << (outcome == train::RunOutcome::cached ? "was finished before: " : "finished: ")
            << folder.string() << '\n';
  const std::optional<std::string> next = next_command(lesson, arguments);
  if (next) std::cerr << "next: " << *next << '\n';
  if (!as_json) {
    std::cout << base::tsv(train::shown_scores(last_scores(lesson, folder), lesson.spec));
  }
  std::cerr << store::in_words(store::run_fit(lesson.spec, folder)) << '\n';
  return base::ExitCode::done;
}

/// That of a run which goes on from one that is finished, for so many steps more.
spec::Spec spec_to_go_on(const Arguments& arguments, const std::string& run) {
  const std::filesystem::path store = store_of(arguments);
  const std::filesystem::path folder = store::find_run(store, run);
  const spec::RunSpec before = store::spec_in(folder).run;
  if (!store::is_finished(folder)) {
    throw base::Error(fmt::format("--steps: run {} is not finished: `lab train {}/spec.textproto` "
                                  "goes on with it",
                                  before.fingerprint, folder.string()),
                      base::ExitCode::wrong_usage);
  }
  const std::int64_t steps = whole(arguments, "steps", 1, 1'000'000'000, 0);
  spec::Overrides sets{
      fmt::format("name={} +{}", before.name, steps),
      fmt::format("start={{run: \"{}\" step: {} optimizer: KEPT}}", before.fingerprint,
                  before.train.steps),
      fmt::format("train.steps={}", steps),
      "train.warmup=0",
      fmt::format("data_seed={}", base::digest("after " + before.fingerprint)),
  };
  std::ranges::move(texts(arguments, "set"), std::back_inserter(sets));
  return spec::read_spec(folder / "spec.textproto", sets);
}

spec::Spec spec_to_train(const Arguments& arguments) {
  const std::string text = word(arguments, "spec", "a SPEC file");
  if (has(arguments, "steps")) return spec_to_go_on(arguments, text);
  return spec::read_spec(text, texts(arguments, "set"));
}

/// A sweep that is killed leaves none of its runs behind to go on alone.
void stop_with_sweep() {
  const char* parent = std::getenv(base::parent_variable);
  const auto process = base::number_in<pid_t>(parent == nullptr ? "" : parent);
  if (process) base::stop_with_parent(*process);
}

base::ExitCode run(const Arguments& arguments) {
  const base::StopOnSignals signals;  // from the start: to read a spec may take a while
  stop_with_sweep();
  const bool quiet = flag(arguments, "quiet");
  screen::ProgressLine line;
  train::RunOptions options{
      store_of(arguments), threads_of(arguments, base::available_cores()), {}};
  const spec::Spec spec = spec_to_train(arguments);
  if (!quiet) {
    options.report = [&](const train::TrainingReport& report) { line.show(report); };
    options.first = [&](const spec::RunSpec& first) {
      std::cerr << "first, to start from: " << first.name << ": "
                << store::run_folder(options.store, first.fingerprint).string() << '\n';
    };
  }
  const std::filesystem::path folder = store::run_folder(options.store, spec.run.fingerprint);
  const train::Lesson lesson =
      store::is_run(folder) ? train::lesson_of_stored(spec) : train::lesson_of(spec);
  for (const spec::Spec* one = spec.parent.get(); one != nullptr; one = one->parent.get()) {
    train::lesson_of(*one);  // what is wrong with it is told before work
  }
  if (!quiet) {
    std::cerr << spec.run.name << ": " << folder.string() << '\n';
    for (const std::string& remark : train::remarks_on(lesson)) {
      std::cerr << "warning: " << remark << '\n';
    }
  }
  const train::RunOutcome outcome = train::train_run(lesson, options);
  if (!quiet && outcome != train::RunOutcome::cached) line.end();
  return finish(outcome, lesson, folder, arguments);
}

}  // namespace

Command train_command() {
  Command command{
      "train",
      "SPEC|RUN [--steps N] [--set path=value]... [--threads N] [--json] [-q]",
      "train and score one run; goes on where it was interrupted",
      "The run's folder is STORE/<fingerprint>; the same numbers come out for any number\n"
      "of threads and after any number of interruptions. Ctrl-C saves the state. What cannot be\n"
      "is refused before work is spent: nothing to train on at a difficulty, nothing to ask. What\n"
      "may be but is hardly meant is said first: pools too small to be asked at a difficulty, and\n"
      "learned positions that are scored and that training never reaches. What is said last is\n"
      "whether the run is fit: solves 99 % of the training questions that it was asked.\n"
      "The run that a spec starts from (`lab docs spec start`) is trained first if it is missing.\n"
      "With --steps N a finished RUN is gone on with for N steps more, as a run of its own that\n"
      "starts from its weights and its optimizer's moments, sees examples that RUN did not draw\n"
      "(a data_seed of its own), and follows RUN's schedule anew, without warm-up.",
      {"lab train experiments/task_hinting/smoke.textproto",
       "lab train experiments/task_hinting/smoke.textproto --set train.steps=500"},
      {{"spec", {Completion::files, Completion::runs}}},
      run};
  command.options.add_options()("steps", one_value(),
                                "steps more for a RUN that is finished, as another run");
  add_set(command.options);
  add_store(command.options);
  add_threads(command.options, "at most this many (default: $LAB_THREADS, else all cores)");
  add_json(command.options);
  add_quiet(command.options);
  return command;
}

}  // namespace lab::command
