#include "lab/train/questions.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <string>
#include <unordered_set>

#include "lab/train/guess.h"
#include "lab/train/packing.h"
#include "lab/train/shown_fragments.h"
#include "tasks/different.h"
#include "tasks/emptiness.h"

namespace lab::train {
namespace {

using Places = std::vector<std::size_t>;

std::vector<int> hint_difficulties(const spec::ScoreSpec& score, tasks::Range trained) {
  std::vector<int> kept;
  for (const int d : score.difficulties) {
    if (trained.contains(d)) kept.push_back(d);
  }
  if (kept.empty()) kept.push_back(trained.high);
  return kept;
}

std::vector<tasks::Pool> hint_pools(const spec::ScoreSpec& score, const tasks::Task& task,
                                    bool is_trained) {
  std::vector<tasks::Pool> kept;
  for (const tasks::Pool pool : score.pools) {
    if (!tasks::has_pool(task, pool)) continue;
    if (pool == tasks::Pool::train && !is_trained) continue;
    kept.push_back(pool);
  }
  return kept;
}

/// Fills the blanks of one set.
class Blanks {
 public:
  Blanks(const Lesson& lesson, const QuestionSet& set, std::span<const tasks::Example> own,
         const std::optional<OwnAnswer>& trained, const UnseenFacets& unseen)
      : task_(lesson.mixture.task(set.part)),
        unseen_(unseen),
        own_(own),
        guesses_(task_, set.difficulty, own, trained) {
    of_set_.task = lesson.mixture.part(set.part).name;
    of_set_.pool = set.pool;
    of_set_.difficulty = set.difficulty;
    for (const tasks::Example& question : own) keys_.push_back(task_.question_key(question.prompt));
  }

  std::vector<BlankScore> all(std::span<const std::string> facets) const {
    Places every(own_.size());
    std::iota(every.begin(), every.end(), 0);
    std::vector<BlankScore> blanks{blank(std::move(every), std::nullopt)};
    for (const std::string& facet : facets) {
      for (auto& [value, places] : by_value(facet)) {
        blanks.push_back(blank(std::move(places), store::FacetValue{facet, value}));
      }
    }
    return blanks;
  }

 private:
  BlankScore blank(Places places, std::optional<store::FacetValue> facet) const {
    store::Score score = of_set_;
    std::unordered_set<std::uint64_t> different;
    for (const std::size_t i : places) different.insert(keys_[i]);
    score.asked = std::ssize(places);
    score.different = std::ssize(different);
    score.guess = facet ? guesses_.on_facet(places) : guesses_.on_all();
    score.facet = std::move(facet);
    return {std::move(score), std::move(places)};
  }

  std::map<int, Places> by_value(const std::string& facet) const {
    std::map<int, Places> places;
    for (std::size_t i = 0; i < own_.size(); ++i) {
      auto facets = task_.facets(own_[i]);
      facets.merge(unseen_.of(own_[i].prompt));
      const auto found = facets.find(facet);
      if (found != facets.end()) places[found->second].push_back(i);
    }
    return places;
  }

  const tasks::Task& task_;
  const UnseenFacets& unseen_;
  std::span<const tasks::Example> own_;
  Guesses guesses_;
  store::Score of_set_;
  std::vector<std::uint64_t> keys_;  ///< of the questions
};

QuestionSet question_set(const Lesson& lesson, std::size_t part, tasks::Pool pool, int difficulty,
                         const std::optional<OwnAnswer>& trained, const UnseenFacets& unseen) {
  const spec::ScoreSpec& score = lesson.spec.score;
  QuestionSet set{part, pool, difficulty, {}, {}};
  if (!tasks::has_question(lesson.mixture.task(part), pool, difficulty)) return set;
  const std::vector<tasks::Example> own = tasks::different_examples(
      lesson.mixture.task(part), pool, difficulty, lesson.spec.score_seed, score.examples);
  if (own.empty()) return set;
  for (const tasks::Example& one : own) set.questions.push_back(lesson.mixture.joint_of(part, one));
  require_fit(set.questions, lesson.model.max_positions);
  const std::span<const std::string> facets(score.facets);
  set.blanks = Blanks(lesson, set, own, trained, unseen).all(part == 0 ? facets : facets.first(0));
  return set;
}

}  // namespace

std::vector<QuestionSet> questions_of(const Lesson& lesson, std::size_t part,
                                      std::span<const tasks::Pool> pools,
                                      std::span<const int> difficulties) {
  const std::optional<OwnAnswer> trained = most_frequent_answer(lesson, part);
  const std::span<const std::string> facets(lesson.spec.score.facets);
  const UnseenFacets unseen(lesson, part == 0 ? facets : facets.first(0));
  std::vector<QuestionSet> sets;
  for (const tasks::Pool pool : pools) {
    for (const int difficulty : difficulties) {
      QuestionSet set = question_set(lesson, part, pool, difficulty, trained, unseen);
      if (!set.questions.empty()) sets.push_back(std::move(set));
    }
  }
  return sets;
}

std::vector<QuestionSet> questions_to_score(const Lesson& lesson) {
  const Mixture& mixture = lesson.mixture;
  const spec::ScoreSpec& score = lesson.spec.score;
  const bool main_is_trained = mixture.part(0).is_trained();
  std::vector<tasks::Pool> pools = score.pools;
  if (!main_is_trained) std::erase(pools, tasks::Pool::train);
  std::vector<QuestionSet> sets = questions_of(lesson, 0, pools, score.difficulties);
  for (std::size_t part = 1; score.hints && part < mixture.size(); ++part) {
    const spec::MixturePart& hint = mixture.part(part);
    std::ranges::move(
        questions_of(lesson, part, hint_pools(score, mixture.task(part), hint.is_trained()),
                     hint_difficulties(score, hint.difficulty)),
        std::back_inserter(sets));
  }
  return sets;
}

}  // namespace lab::train
