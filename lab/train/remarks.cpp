#include "lab/train/remarks.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>

#include "base/text.h"
#include "lab/spec/endless.h"
#include "lab/train/mixture.h"
#include "lab/train/rules.h"
#include "tasks/emptiness.h"

namespace lab::train {
namespace {

std::string in_words(const std::vector<int>& difficulties) {
  return base::joined(difficulties, [](int difficulty) { return std::to_string(difficulty); });
}

std::string why_empty(const Lesson& lesson, tasks::Pool pool) {
  if (pool == tasks::Pool::train && lesson.spec.main.train_items > 0) return "no training item";
  return lesson.mixture.task(0).drawn_pools() == nullptr
             ? "too few questions to share out"
             : "hardly a question that its rules of coverage leave";
}

/// Pools are only named if they are not those that are scored by default.
void add_empty_pools(const Lesson& lesson, std::vector<std::string>* remarks) {
  const tasks::Task& task = lesson.mixture.task(0);
  if (task.finite_pools() != nullptr) return;  // some are small, which coverage shows
  for (const tasks::Pool pool : lesson.spec.score.pools) {
    std::vector<int> empty;
    for (const int difficulty : lesson.spec.score.difficulties) {
      if (!tasks::has_question(task, pool, difficulty)) empty.push_back(difficulty);
    }
    if (empty.empty()) continue;
    remarks->push_back(fmt::format("score: pool {} of {} has {} at difficulty {}: not asked there",
                                   tasks::name(pool), lesson.spec.main.name,
                                   why_empty(lesson, pool), in_words(empty)));
  }
}

void add_untrained_positions(const Lesson& lesson, std::vector<std::string>* remarks) {
  const bool shifted = lesson.spec.position_ids == spec::PositionIds::random_shift;
  if (!model::layers::has_position_table(lesson.model.positions) || shifted) return;
  std::int64_t trained = 0;
  for (std::size_t part = 0; part < lesson.mixture.size(); ++part) {
    const spec::MixturePart& one = lesson.mixture.part(part);
    if (!one.is_trained()) continue;
    trained =
        std::max(trained, spec::text_size(lesson.mixture.task(part), one.difficulty.high).tokens);
  }
  const int hardest = std::ranges::max(lesson.spec.score.difficulties);
  const std::int64_t asked = spec::text_size(lesson.mixture.task(0), hardest).tokens;
  if (asked <= trained) return;
  remarks->push_back(fmt::format(
      "model.positions: LEARNED has a row for each position, and training reaches about "
      "{} of them, but {} at difficulty {} takes {}: what is scored there reads rows "
      "that were never trained (position_ids: RANDOM_SHIFT trains all)",
      trained, lesson.spec.main.name, hardest, asked));
}

/// A hint that is not made of what the task's rules speak of shows what it shows.
void add_free_hints(const Lesson& lesson, std::vector<std::string>* remarks) {
  for (std::size_t part = 1; part < lesson.mixture.size(); ++part) {
    const spec::MixturePart& hint = lesson.mixture.part(part);
    if (!hint.is_trained() || !hint.coverage.empty()) continue;
    const auto kinds = fragment_kinds(lesson.mixture.task(part));
    for (const tasks::CoverageRule& rule : lesson.spec.main.coverage) {
      const bool obeys = rule.fragment == tasks::question_fragment ||
                         std::ranges::count(kinds, rule.fragment, &tasks::FragmentKind::name) > 0;
      if (obeys) continue;
      remarks->push_back(fmt::format(
          "{}.coverage: {} is not made of `{}`, so that the rule of `task` does not hold there",
          path_of_part(part), hint.name, rule.fragment));
    }
  }
}

/// Steps that change no weight. Both are allowed: the one is a control, the other a schedule.
void add_idle_steps(const Lesson& lesson, std::vector<std::string>* remarks) {
  const spec::TrainSpec& train = lesson.spec.train;
  if (train.learning_rate == 0) {
    remarks->push_back(
        "train.learning_rate: with 0 nothing is learned: scores are those of the first weights, "
        "whatever the data and the steps");
    return;
  }
  const bool falls = train.schedule != spec::Schedule::constant && train.warmup < train.steps;
  if (!falls || train.final_rate > 0) return;
  remarks->push_back(fmt::format(
      "train.final_rate: with 0 the last of the {} steps changes no weight", train.steps));
}

/// The most questions that one of the pools has at one of the difficulties; nothing if endless.
std::optional<std::int64_t> largest(const tasks::Task& task, std::span<const tasks::Pool> pools,
                                    std::span<const int> difficulties) {
  std::int64_t most = 0;
  for (const tasks::Pool pool : pools) {
    for (const int difficulty : difficulties) {
      const auto size = tasks::pool_size(task, pool, difficulty);
      if (!size) return std::nullopt;
      most = std::max(most, *size);
    }
  }
  return most;
}

/// The same of all that is scored, of hints whatever they are trained on.
std::optional<std::int64_t> largest_scored(const Lesson& lesson) {
  const spec::ScoreSpec& score = lesson.spec.score;
  auto most = largest(lesson.mixture.task(0), score.pools, score.difficulties);
  for (std::size_t part = 1; most && score.hints && part < lesson.mixture.size(); ++part) {
    const tasks::Task& task = lesson.mixture.task(part);
    const tasks::Range trained = lesson.mixture.part(part).difficulty;
    std::vector<int> difficulties;
    for (int d = trained.low; d <= trained.high; ++d) difficulties.push_back(d);
    const auto of_part = largest(task, tasks::pools_of(task), difficulties);
    most = of_part ? std::max(most, of_part) : std::nullopt;
  }
  return most;
}

/// Said only where more than by default was wanted: small worlds are often asked whole.
void add_more_than_there_is(const Lesson& lesson, std::vector<std::string>* remarks) {
  const std::int64_t wanted = lesson.spec.score.examples;
  if (wanted <= spec::ScoreSpec{}.examples) return;
  const std::optional<std::int64_t> most = largest_scored(lesson);
  if (!most || wanted <= *most) return;
  remarks->push_back(fmt::format(
      "score.examples: {} are more than any pool that is asked has ({} at most): every question is "
      "asked, as with any number from {} on",
      wanted, *most, *most));
}

/// A question that is there again is asked and trained on once.
void add_repeats(const Lesson& lesson, std::vector<std::string>* remarks) {
  for (std::size_t part = 0; part < lesson.mixture.size(); ++part) {
    const auto* file = std::get_if<tasks::file::FileConfig>(&lesson.mixture.part(part).task);
    if (file == nullptr || file->questions->repeats() == 0) continue;
    remarks->push_back(
        fmt::format("{}.file: lines that say what a line before them said: {}; each "
                    "question is there once",
                    path_of_part(part), file->questions->repeats()));
  }
}

}  // namespace

std::vector<std::string> remarks_on(const Lesson& lesson) {
  std::vector<std::string> remarks;
  add_empty_pools(lesson, &remarks);
  add_untrained_positions(lesson, &remarks);
  add_free_hints(lesson, &remarks);
  add_idle_steps(lesson, &remarks);
  add_more_than_there_is(lesson, &remarks);
  add_repeats(lesson, &remarks);
  return remarks;
}

}  // namespace lab::train
