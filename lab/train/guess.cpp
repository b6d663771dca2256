#include "lab/train/guess.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/random.h"
#include "lab/train/training_data.h"

namespace lab::train {
namespace {

/// Finite training pools of at most so many questions are gone through.
constexpr std::int64_t few_questions = 1 << 14;

constexpr int sampled_draws = 2048;

/// Constant answers that are judged where questions have many answers.
constexpr std::size_t judged_constants = 64;

/// How often each answer came, and which came first.
class AnswerCounts {
 public:
  void add(const OwnAnswer& answer) {
    const auto [place, added] = places_.try_emplace(answer, answers_.size());
    if (added) answers_.push_back({answer, 0});
    ++answers_[place->second].second;
  }

  /// At most `count`, the most frequent first.
  std::vector<OwnAnswer> most_frequent(std::size_t count) const {
    auto sorted = answers_;
    std::ranges::stable_sort(sorted, std::ranges::greater{},
                             &std::pair<OwnAnswer, std::int64_t>::second);
    std::vector<OwnAnswer> first;
    for (std::size_t i = 0; i < std::min(count, sorted.size()); ++i)
      first.push_back(sorted[i].first);
    return first;
  }

 private:
  std::map<OwnAnswer, std::size_t> places_;
  std::vector<std::pair<OwnAnswer, std::int64_t>> answers_;  ///< as they came
};

/// How many questions a part's training pools have over its difficulties; nothing: endless.
std::optional<std::int64_t> training_questions(const tasks::Task& task, tasks::Range range) {
  std::int64_t all = 0;
  for (int difficulty = range.low; difficulty <= range.high; ++difficulty) {
    const auto size = tasks::pool_size(task, tasks::Pool::train, difficulty);
    if (!size) return std::nullopt;
    all += *size;
  }
  return all;
}

AnswerCounts all_trained(const tasks::Task& task, tasks::Range range) {
  AnswerCounts counts;
  for (int difficulty = range.low; difficulty <= range.high; ++difficulty) {
    const std::int64_t size = task.finite_pools()->pool_size(tasks::Pool::train, difficulty);
    for (std::int64_t place = 0; place < size; ++place) {
      counts.add(task.finite_pools()->pool_item(tasks::Pool::train, difficulty, place).answer);
    }
  }
  return counts;
}

/// Over all steps, each as likely.
AnswerCounts sampled(const Lesson& lesson, std::size_t part) {
  const tasks::Task& task = lesson.mixture.task(part);
  const std::uint64_t seed = lesson.spec.score_seed;
  AnswerCounts counts;
  for (std::uint64_t index = 0; index < sampled_draws; ++index) {
    base::Random random(seed, "guess", index);
    const bool rises = lesson.mixture.part(part).curriculum.has_value();
    const std::int64_t step = rises ? random.below(lesson.spec.train.steps) : 0;
    const int difficulty = training_difficulty(task, lesson.mixture.part(part), step, random);
    const auto example = tasks::example_if_any(task, tasks::Pool::train, difficulty, seed, index);
    if (example) counts.add(example->answer);
  }
  return counts;
}

std::int64_t count(const std::vector<bool>& solved) { return std::ranges::count(solved, true); }

std::int64_t count(const std::vector<bool>& solved, std::span<const std::size_t> chosen) {
  return std::ranges::count_if(chosen, [&](std::size_t i) { return solved[i]; });
}

}  // namespace

std::optional<OwnAnswer> most_frequent_answer(const Lesson& lesson, std::size_t part) {
  const spec::MixturePart& mixed = lesson.mixture.part(part);
  if (!mixed.is_trained()) return std::nullopt;
  const tasks::Task& task = lesson.mixture.task(part);
  const auto questions = training_questions(task, mixed.difficulty);
  const bool equally = mixed.lengths == spec::Lengths::uniform && !mixed.curriculum;
  const AnswerCounts counts = equally && questions && *questions <= few_questions
                                  ? all_trained(task, mixed.difficulty)
                                  : sampled(lesson, part);
  const std::vector<OwnAnswer> first = counts.most_frequent(1);
  return first.empty() ? std::nullopt : std::optional(first.front());
}

Guesses::Guesses(const tasks::Task& task, int difficulty, std::span<const tasks::Example> questions,
                 const std::optional<OwnAnswer>& trained)
    : task_(task), questions_(questions), chance_(task.chance(difficulty)) {
  if (trained) frequent_ = solved_by(*trained);
  AnswerCounts counts;
  for (const tasks::Example& question : questions) counts.add(question.answer);
  const bool unique = tasks::has_unique_answers(task);
  for (const OwnAnswer& answer : counts.most_frequent(unique ? 1 : judged_constants)) {
    Solved solved = solved_by(answer);
    best_ = std::max(best_, count(solved));
    if (!unique) constants_.push_back(std::move(solved));
  }
  if (!unique) return;
  std::map<OwnAnswer, std::size_t> ids;
  for (const tasks::Example& question : questions) {
    answer_ids_.push_back(ids.try_emplace(question.answer, ids.size()).first->second);
  }
}

Guesses::Solved Guesses::solved_by(const OwnAnswer& answer) const {
  const bool unique = tasks::has_unique_answers(task_);
  Solved solved;
  for (const tasks::Example& question : questions_) {
    solved.push_back(unique ? question.answer == answer : task_.solves(question.prompt, answer));
  }
  return solved;
}

std::int64_t Guesses::best_constant(std::span<const std::size_t> chosen) const {
  std::int64_t best = 0;
  std::map<std::size_t, std::int64_t> equal;
  if (constants_.empty()) {
    for (const std::size_t i : chosen) best = std::max(best, ++equal[answer_ids_[i]]);
  }
  for (const Solved& solved : constants_) best = std::max(best, count(solved, chosen));
  return best;
}

store::GuessLevels Guesses::on_all() const {
  store::GuessLevels levels{.chance = chance_, .frequent = {}, .constant = best_};
  if (frequent_) levels.frequent = count(*frequent_);
  return levels;
}

store::GuessLevels Guesses::on_facet(std::span<const std::size_t> chosen) const {
  const double share = static_cast<double>(best_) / static_cast<double>(questions_.size());
  store::GuessLevels levels{.chance = chance_,
                            .constant = std::llround(share * static_cast<double>(chosen.size())),
                            .facet_constant = best_constant(chosen)};
  if (frequent_) levels.frequent = count(*frequent_, chosen);
  return levels;
}

}  // namespace lab::train
