#include "lab/paper/self_check.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/file.h"
#include "lab/store/run_folder.h"
#include "lab/store/same_counts.h"
#include "lab/train/scoring.h"
#include "lab/train/train_run.h"
#include "lab/train/trained_run.h"

namespace lab::paper {
namespace {

constexpr double nats_tolerance = 1e-4;  // relative

constexpr const char* tiny_spec = R"(
task { sorting { values: 8 } difficulty { low: 2 high: 5 } }
hint { list_hint { kind: SUCCESSOR } }
position_ids: RANDOM_SHIFT
model { width: 16 heads: 2 blocks: 2 positions: LEARNED max_positions: 32 }
train { steps: 60 batch: 16 lanes: 3 chunk_tokens: 40 warmup: 10 checkpoint_every: 25 log_every: 1
        average_decay: 0.9 }
score { examples: 50 difficulties: [3, 6] every: 30 }
)";

/// Every saved bit that makes up the result.
std::string bits_of(const std::filesystem::path& folder) {
  std::string bits = base::read_file(folder / "scores.tsv");
  for (const std::int64_t step : store::checkpoint_steps(folder)) {
    bits += base::read_file(store::checkpoint_folder(folder, step) / "weights.safetensors");
    bits += base::read_file(store::checkpoint_folder(folder, step) / "optimizer.safetensors");
  }
  return bits;
}

/// Trains to the end, interrupted at each of the steps given.
std::string trained_bits(const train::Lesson& lesson, const std::filesystem::path& store,
                         int threads, const std::vector<std::int64_t>& interruptions) {
  train::RunOptions options{store, threads, {}};
  for (const std::int64_t step : interruptions) {
    options.report = [step](const train::TrainingReport& report) {
      if (report.step == step) base::request_stop();
    };
    train::train_run(lesson, options);
  }
  options.report = {};
  train::train_run(lesson, options);
  return bits_of(store::run_folder(store, lesson.spec.fingerprint));
}

}  // namespace

std::vector<std::string> self_check(const std::filesystem::path& scratch) {
  const train::Lesson lesson = train::lesson_of(spec::parse_spec(tiny_spec, "self-check", "."));
  const std::string first = trained_bits(lesson, scratch / "one", 1, {});
  std::vector<std::string> differences;
  if (trained_bits(lesson, scratch / "again", 1, {}) != first) {
    differences.push_back("training again gave other bits");
  }
  if (trained_bits(lesson, scratch / "threads", 3, {}) != first) {
    differences.push_back("training on three threads gave other bits than on one");
  }
  if (trained_bits(lesson, scratch / "interrupted", 2, {7, 31, 60}) != first) {
    differences.push_back("stopping and going on gave other bits than training in one go");
  }
  return differences;
}

bool ScorePair::agrees() const {
  return store::same_counts(saved, now) &&
         std::abs(saved.nats - now.nats) <= nats_tolerance * std::max(1.0, std::abs(saved.nats));
}

namespace {

/// The saved score of the same questions.
const store::Score& saved_like(const store::Score& now, const std::vector<store::Score>& saved,
                               const std::filesystem::path& folder) {
  const auto same = std::ranges::find_if(saved, [&](const store::Score& old) {
    return old.task == now.task && old.pool == now.pool && old.difficulty == now.difficulty &&
           old.facet == now.facet;
  });
  base::require(same != saved.end(), folder.string(), "/scores.tsv: no row for ", now.task,
                ", pool ", tasks::name(now.pool), ", difficulty ", now.difficulty,
                now.facet ? ", " + store::text_of(*now.facet) : "");
  return *same;
}

}  // namespace

std::vector<ScorePair> recomputed_scores(const std::filesystem::path& folder, int threads) {
  train::TrainedRun run = train::open_run(folder, threads);
  std::vector<store::Score> saved = store::scores_in(folder);
  std::erase_if(saved, [&](const store::Score& score) { return score.step != run.learned.step; });
  base::require(!saved.empty(), folder.string(), ": no scores of the newest checkpoint (step ",
                run.learned.step, "); train the run to its end first");
  std::vector<ScorePair> pairs;
  for (const train::QuestionSet& set : train::questions_to_score(run.lesson)) {
    for (const store::Score& now : train::score(set, run.lesson, run.learner, run.learned)) {
      pairs.push_back({saved_like(now, saved, folder), now});
    }
  }
  return pairs;
}

}  // namespace lab::paper
