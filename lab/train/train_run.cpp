#include "lab/train/train_run.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iostream>
#include <thread>

#include "base/clock.h"
#include "base/error.h"
#include "base/file.h"
#include "lab/store/claim.h"
#include "lab/store/descent.h"
#include "lab/store/event_file.h"
#include "lab/store/manifest.h"
#include "lab/store/model_json.h"
#include "lab/store/removal.h"
#include "lab/store/run_folder.h"
#include "lab/store/step_log.h"
#include "lab/train/memory.h"
#include "lab/train/scoring.h"
#include "lab/train/start.h"
#include "lab/train/trained_run.h"
#include "lab/train/trainer.h"

namespace lab::train {
namespace {

/// Shortest time between two reports.
constexpr double report_seconds = 0.25;

/// One process's work on a run whose claim it holds.
class Attempt {
 public:
  Attempt(const Lesson& lesson, const RunOptions& options, const store::Claim& claim);

  /// Trains and scores what is left to do.
  RunOutcome work();

 private:
  RunOutcome learn_and_score();
  void take_step();
  void log(bool due);
  void report(bool due);
  void save();
  bool score_if_due();
  void note(store::RunState state);
  std::optional<store::FinalLoss> final_loss() const;
  model::training::TrainingState state_of_before();
  store::Manifest manifest_of_before() const;
  std::vector<store::StepValues> curves_before() const;

  const Lesson& lesson_;
  const spec::RunSpec& spec_ = lesson_.spec;
  const RunOptions& options_;
  const store::Claim& claim_;
  std::filesystem::path folder_ = claim_.folder();
  double begun_ = base::seconds_now();
  Trainer trainer_;
  std::vector<QuestionSet> questions_;
  store::Manifest manifest_;
  double earlier_seconds_ = 0;  ///< of the attempts before
  model::training::TrainingState learned_;
  std::int64_t first_step_ = 0;  ///< of this attempt
  std::vector<store::Score> scores_;
  std::optional<store::EventFile> events_;
  store::StepWindow logged_, reported_;  ///< since the last line and the last report
};

Attempt::Attempt(const Lesson& lesson, const RunOptions& options, const store::Claim& claim)
    : lesson_(lesson),
      options_(options),
      claim_(claim),
      trainer_(lesson, options.threads),
      questions_(questions_to_score(lesson)),
      manifest_(manifest_of_before()),
      earlier_seconds_(manifest_.wall_seconds) {
  const model::layers::Layout& layout = trainer_.learner().layout();
  manifest_.parameters = layout.size();
  manifest_.threads = options.threads;
  store::remove_leftovers(claim_);
  store::write_model_json(claim_, trainer_.learner().config(), lesson.mixture.joint().vocabulary());
  scores_ = store::scores_in(folder_);
  learned_ = state_of_before();
  first_step_ = learned_.step;
  store::truncate_step_log(claim_, learned_.step);
  std::erase_if(scores_, [&](const store::Score& score) { return score.step > learned_.step; });
  events_.emplace(claim_, spec_, curves_before());
}

model::training::TrainingState Attempt::state_of_before() {
  const model::layers::Layout& layout = trainer_.learner().layout();
  auto newest = store::load_newest(folder_, layout, spec_.fingerprint);
  const auto before = store::read_manifest(folder_);
  const bool finished = before && before->state == store::RunState::finished;
  if (newest && !finished && lacks_scores(spec_, scores_, newest->step)) {
    std::cerr << folder_.string() << ": scores of earlier steps are gone; it is begun anew\n";
    std::filesystem::remove_all(claim_.folder() / "checkpoints");
  } else if (newest) {
    return *std::move(newest);
  }
  return spec_.start ? started(lesson_, layout, trainer_.start(), options_.store)
                     : trainer_.start();
}

store::Manifest Attempt::manifest_of_before() const {
  store::Manifest manifest = store::new_manifest(spec_);
  if (const auto before = store::read_manifest(folder_)) {
    manifest.started = before->started;
    manifest.wall_seconds = before->wall_seconds;
  }
  return manifest;
}

std::vector<store::StepValues> Attempt::curves_before() const {
  std::vector<store::StepValues> all = store::logged_values(folder_);
  const std::vector<store::StepValues> scored = store::curves_of(scores_);
  all.insert(all.end(), scored.begin(), scored.end());
  std::ranges::stable_sort(all, {}, &store::StepValues::step);
  return all;
}

RunOutcome Attempt::work() {
  const RunOutcome outcome = learn_and_score();
  claim_.folder();  // also after the last write
  return outcome;
}

RunOutcome Attempt::learn_and_score() {
  note(store::RunState::running);
  // A run may have been killed between a checkpoint and its scores.
  bool scored = score_if_due();
  while (scored && learned_.step < spec_.train.steps && !base::stop_requested()) {
    take_step();
    const bool last = learned_.step == spec_.train.steps;
    const bool save_now = last || learned_.step % spec_.train.checkpoint_every == 0;
    const bool log_now = save_now || learned_.step % spec_.train.log_every == 0;
    report(log_now);
    log(log_now);
    if (save_now) save();
    scored = score_if_due();
  }
  if (scored && learned_.step == spec_.train.steps) {
    manifest_.final_loss = final_loss();
    events_->finish(learned_.step);
    note(store::RunState::finished);
    return RunOutcome::done;
  }
  log(logged_.steps > 0);
  if (!std::ranges::count(store::checkpoint_steps(folder_), learned_.step)) save();
  note(store::RunState::stopped);
  base::clear_stop();
  return RunOutcome::stopped;
}

/// Of the log's last line: this attempt may have begun after the last step.
std::optional<store::FinalLoss> Attempt::final_loss() const {
  const std::vector<store::StepLine> lines = store::step_lines(folder_);
  if (lines.empty()) return std::nullopt;
  return store::FinalLoss{lines.back().loss,
                          std::log(static_cast<double>(lesson_.model.vocabulary))};
}

void Attempt::take_step() {
  const double before = base::seconds_now();
  const TrainStep step = trainer_.step(learned_);
  const double seconds = base::seconds_now() - before;
  add(logged_, step, seconds);
  add(reported_, step, seconds);
}

void Attempt::log(bool due) {
  if (!due) return;
  events_->add(store::append_step_line(claim_, learned_.step, logged_));
  logged_ = {};
}

void Attempt::report(bool due) {
  if (!options_.report || (!due && reported_.seconds < report_seconds)) return;
  const double per_step =
      (base::seconds_now() - begun_) / static_cast<double>(learned_.step - first_step_);
  options_.report({learned_.step, spec_.train.steps, reported_.loss_per_token(),
                   reported_.accuracy(), reported_.gradient_norm(), reported_.learning_rate,
                   reported_.tokens_per_second(),
                   per_step * static_cast<double>(spec_.train.steps - learned_.step)});
  reported_ = {};
}

void Attempt::save() {
  store::save_checkpoint_of(claim_, trainer_.learner().layout(), spec_.fingerprint, learned_,
                            spec_.train.keep);
  note(store::RunState::running);
}

/// False if a stop was requested before all was scored; then nothing of this step is kept.
bool Attempt::score_if_due() {
  const std::int64_t step = learned_.step;
  const bool last = step == spec_.train.steps;
  const bool due = last || (spec_.score.every > 0 && step > 0 && step % spec_.score.every == 0);
  if (!due || std::ranges::count(scores_, step, &store::Score::step) > 0) return true;
  std::vector<store::Score> now;
  for (const QuestionSet& set : questions_) {
    if (base::stop_requested()) return false;
    const auto scores = score(set, lesson_, trainer_.learner(), learned_);
    now.insert(now.end(), scores.begin(), scores.end());
  }
  scores_.insert(scores_.end(), now.begin(), now.end());
  base::write_file(claim_.folder() / "scores.tsv", base::tsv(store::scores_table(scores_)));
  for (const store::StepValues& values : store::curves_of(now)) events_->add(values);
  return true;
}

void Attempt::note(store::RunState state) {
  manifest_.state = state;
  manifest_.step = learned_.step;
  manifest_.wall_seconds = earlier_seconds_ + base::seconds_now() - begun_;
  if (state == store::RunState::finished) manifest_.finished = base::utc_now();
  store::write_manifest(claim_, manifest_);
}

/// With a full disk the note fails as well; then the error that is noted is still the one to tell.
void note_failure(const store::Claim& claim, const spec::RunSpec& spec,
                  const std::string& error) try {
  store::Manifest manifest =
      store::read_manifest(claim.folder()).value_or(store::new_manifest(spec));
  manifest.state = store::RunState::failed;
  manifest.error = error;
  store::write_manifest(claim, manifest);
} catch (const base::Error&) {
}

void wait_a_little() {
  constexpr std::chrono::milliseconds between_looks(100);
  std::this_thread::sleep_for(between_looks);
}

RunOutcome work_under(const store::Claim& claim, const Lesson& lesson, const RunOptions& options,
                      const std::filesystem::path& folder) {
  try {
    if (const auto remark = claim.remark()) std::cerr << "warning: " << *remark << '\n';
    store::prepare_run_folder(claim.folder(), lesson.spec);  // removed since, and made by the claim
    return Attempt(lesson, options, claim).work();
  } catch (const base::Error& error) {
    if (claim.is_lost_soon()) store::remove_remains(folder);
    claim.folder();  // throws if the claim is lost: then that is what there is to tell
    note_failure(claim, lesson.spec, error.what());
    throw;
  }
}

/// Trains the run that another starts from, or waits for who does. Done, or stopped.
RunOutcome train_parent(const spec::RunSpec& spec, const RunOptions& options) {
  if (store::is_start_ready(spec, options.store)) return RunOutcome::done;
  const spec::RunSpec parent = store::parent_of(spec, options.store);
  if (options.first) options.first(parent);
  const Lesson lesson = lesson_of(parent);
  while (true) {
    const RunOutcome outcome = train_run(lesson, options);
    if (outcome == RunOutcome::stopped) return outcome;
    if (outcome != RunOutcome::claimed) break;
    wait_a_little();
    if (!base::stop_requested()) continue;
    base::clear_stop();
    return RunOutcome::stopped;
  }
  check_start(spec, spec::Origins(spec.name), options.store);
  return RunOutcome::done;
}

}  // namespace

RunOutcome train_run(const Lesson& lesson, const RunOptions& options) {
  const spec::RunSpec& spec = lesson.spec;
  const std::filesystem::path folder = store::run_folder(options.store, spec.fingerprint);
  if (!store::is_finished(folder)) {
    require_memory(memory_to_train(lesson, options.threads), base::ExitCode::bad_spec);
  }
  const bool begins = spec.start && store::checkpoint_steps(folder).empty();
  if (begins) check_start(spec, spec::Origins(spec.name), options.store);
  store::prepare_run_folder(folder, spec);
  if (store::is_finished(folder)) return RunOutcome::cached;
  if (begins && train_parent(spec, options) == RunOutcome::stopped) return RunOutcome::stopped;
  const std::optional<store::Claim> claim = store::Claim::take(folder);
  if (!claim) return RunOutcome::claimed;
  if (store::is_finished(folder))
    return RunOutcome::cached;  // by the holder of the claim before us
  return work_under(*claim, lesson, options, folder);
}

}  // namespace lab::train
