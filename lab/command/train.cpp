#include <iostream>

#include "base/error.h"
#include "base/machine.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/command/screen/progress_line.h"
#include "lab/store/claim.h"
#include "lab/store/fit.h"
#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"
#include "lab/train/remarks.h"
#include "lab/train/shown_scores.h"

namespace lab::command {
namespace {

/// The scores of the last step on stdout.
void show_scores(const train::Lesson& lesson, const std::filesystem::path& folder) {
  std::vector<store::Score> scores = store::scores_in(folder);
  std::erase_if(scores,
                [&](const store::Score& score) { return score.step != lesson.spec.train.steps; });
  std::cout << base::tsv(train::shown_scores(scores, lesson.spec));
}

base::ExitCode finish(train::RunOutcome outcome, const train::Lesson& lesson,
                      const std::filesystem::path& folder, bool quiet) {
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
  if (quiet) return base::ExitCode::done;
  std::cerr << (outcome == train::RunOutcome::cached ? "was finished before: " : "finished: ")
            << folder.string() << "\nnext: lab ask " << lesson.spec.fingerprint << " \"...\"\n";
  show_scores(lesson, folder);
  std::cerr << store::in_words(store::run_fit(lesson.spec, folder)) << '\n';
  return base::ExitCode::done;
}

base::ExitCode run(const Arguments& arguments) {
  const base::StopOnSignals signals;  // from the start: to read a spec may take a while
  const std::string file = word(arguments, "spec", "a SPEC file");
  const bool quiet = flag(arguments, "quiet");
  screen::ProgressLine line;
  train::RunOptions options{
      store_of(arguments), threads_of(arguments, base::available_cores()), {}};
  if (!quiet) options.report = [&](const train::TrainingReport& report) { line.show(report); };
  const spec::Spec spec = spec::read_spec(file, texts(arguments, "set"));
  const std::filesystem::path folder = store::run_folder(options.store, spec.run.fingerprint);
  const train::Lesson lesson =
      store::is_run(folder) ? train::lesson_of_stored(spec) : train::lesson_of(spec);
  if (!quiet) {
    std::cerr << spec.run.name << ": " << folder.string() << '\n';
    for (const std::string& remark : train::remarks_on(lesson)) {
      std::cerr << "warning: " << remark << '\n';
    }
  }
  const train::RunOutcome outcome = train::train_run(lesson, options);
  if (!quiet && outcome != train::RunOutcome::cached) line.end();
  return finish(outcome, lesson, folder, quiet);
}

}  // namespace

Command train_command() {
  Command command{
      "train",
      "SPEC [--set path=value]... [--threads N] [-q]",
      "train and score one run; goes on where it was interrupted",
      "The run's folder is STORE/<fingerprint>; the same numbers come out for any number\n"
      "of threads and after any number of interruptions. Ctrl-C saves the state. What cannot be\n"
      "is refused before work is spent: nothing to train on at a difficulty, nothing to ask. What\n"
      "may be but is hardly meant is said first: pools too small to be asked at a difficulty, and\n"
      "learned positions that are scored and that training never reaches. What is said last is\n"
      "whether the run is fit: solves 99 % of the training questions that it was asked.",
      {"lab train experiments/task_hinting/smoke.textproto",
       "lab train experiments/task_hinting/smoke.textproto --set train.steps=500"},
      {{"spec", {Completion::files}}},
      run};
  add_set(command.options);
  add_store(command.options);
  add_threads(command.options, "at most this many (default: $LAB_THREADS, else all cores)");
  add_quiet(command.options);
  return command;
}

}  // namespace lab::command
