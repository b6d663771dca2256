#include "lab/train/scoring.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>

#include "lab/train/answers.h"
#include "lab/train/packing.h"
#include "lab/train/trained_run.h"
#include "tasks/emptiness.h"

namespace lab::train {
namespace {

/// Rows of a chunk when scoring: no gradients are kept, so it only has to fit the cache.
constexpr model::arithmetic::Index scoring_chunk_tokens = 512;

/// Takes the predictions of one answer after the other, whatever chunks they came in.
class PredictionReader {
 public:
  explicit PredictionReader(const std::vector<std::vector<model::layers::Prediction>>& chunks)
      : chunks_(chunks) {}

  const model::layers::Prediction& next() {
    while (place_ == chunks_[chunk_].size()) {
      ++chunk_;
      place_ = 0;
    }
    return chunks_[chunk_][place_++];
  }

 private:
  const std::vector<std::vector<model::layers::Prediction>>& chunks_;
  std::size_t chunk_ = 0, place_ = 0;
};

std::vector<int> hint_difficulties(const spec::ScoreSpec& score, tasks::Range trained) {
  std::vector<int> kept;
  for (const int d : score.difficulties) {
    if (trained.contains(d)) kept.push_back(d);
  }
  if (kept.empty()) kept.push_back(trained.high);
  return kept;
}

/// What came of one question.
struct Answered {
  bool solved = true;
  bool exact = true;  ///< every token as the generator has it
  double nats = 0;
  std::int64_t tokens = 0;
};

/// Every question by one forward pass over questions and answers: solved if exact.
std::vector<Answered> exact_match(const QuestionSet& set, model::training::Learner& learner,
                                  const model::training::TrainingState& learned) {
  const std::vector<model::layers::Batch> chunks =
      pack(set.questions, scoring_chunk_tokens, learner.config().max_positions);
  const auto predictions = learner.predict(scored_weights(learned), chunks);
  PredictionReader reader(predictions);
  std::vector<Answered> all;
  for (const tasks::Example& question : set.questions) {
    Answered& one = all.emplace_back();
    for (const tasks::Token token : question.answer) {
      const model::layers::Prediction& prediction = reader.next();
      one.exact = one.exact && prediction.token == token;
      one.nats += prediction.nats;
    }
    one.tokens = std::ssize(question.answer);
    one.solved = one.exact;
  }
  return all;
}

/// A question is solved if the judge takes the answer that is decoded greedily. An answer that
/// would outgrow the model's positions ends there, and is wrong.
void judge(const QuestionSet& set, const Mixture& mixture, model::training::Learner& learner,
           const model::training::TrainingState& learned, std::vector<Answered>* all) {
  std::vector<AskedPrompt> asked;
  for (const tasks::Example& question : set.questions) {
    const auto own = mixture.joint().to_own(set.part, question.prompt);
    const int limit = mixture.task(set.part).answer_limit(own);
    asked.push_back({own, within_positions(limit, own, learner.config().max_positions)});
  }
  const auto said = answers(mixture, set.part, asked, decoded_by(learner, learned));
  for (std::size_t i = 0; i < said.size(); ++i) (*all)[i].solved = said[i].solved;
}

void count(const Answered& one, store::Score* score) {
  score->solved += one.solved ? 1 : 0;
  score->asked += 1;
  score->nats += one.nats;
  score->tokens += one.tokens;
  if (score->exact) *score->exact += one.exact ? 1 : 0;
}

/// The values of a facet, rising, and what came of their questions.
std::map<int, store::Score> by_facet(const QuestionSet& set, const Mixture& mixture,
                                     const std::vector<Answered>& all, const std::string& facet,
                                     const store::Score& empty) {
  std::map<int, store::Score> scores;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const tasks::Example& joint = set.questions[i];
    const tasks::Example own{mixture.joint().to_own(set.part, joint.prompt),
                             mixture.joint().to_own(set.part, joint.answer), joint.difficulty};
    const auto facets = mixture.task(set.part).facets(own);
    const auto found = facets.find(facet);
    if (found == facets.end()) continue;
    const auto score = scores.emplace(found->second, empty).first;
    score->second.facet = store::FacetValue{facet, found->second};
    count(all[i], &score->second);
  }
  return scores;
}

}  // namespace

QuestionSet question_set(const Mixture& mixture, std::size_t part, tasks::Pool pool, int difficulty,
                         int count, std::uint64_t seed) {
  QuestionSet set{part, pool, difficulty, {}};
  const std::int64_t asked = tasks::available(mixture.task(part), pool, difficulty, count);
  for (std::int64_t i = 0; i < asked; ++i) {
    set.questions.push_back(
        mixture.example(part, pool, difficulty, seed, static_cast<std::uint64_t>(i)));
  }
  return set;
}

std::vector<QuestionSet> questions_of(const Lesson& lesson, std::size_t part, tasks::Pool pool,
                                      std::span<const int> difficulties) {
  const spec::RunSpec& spec = lesson.spec;
  std::vector<QuestionSet> sets;
  for (const int difficulty : difficulties) {
    if (!tasks::has_question(lesson.mixture.task(part), pool, difficulty)) continue;
    QuestionSet set =
        question_set(lesson.mixture, part, pool, difficulty, spec.score.examples, spec.score_seed);
    pack(set.questions, scoring_chunk_tokens, lesson.model.max_positions);
    sets.push_back(std::move(set));
  }
  return sets;
}

std::vector<QuestionSet> questions_to_score(const Lesson& lesson) {
  const Mixture& mixture = lesson.mixture;
  const spec::ScoreSpec& score = lesson.spec.score;
  std::vector<QuestionSet> sets;
  const std::size_t parts = score.hints ? mixture.size() : 1;
  for (std::size_t part = 0; part < parts; ++part) {
    const std::vector<int> difficulties =
        part == 0 ? score.difficulties : hint_difficulties(score, mixture.part(part).difficulty);
    for (const tasks::Pool pool : score.pools) {
      if (part > 0 && !tasks::has_pool(mixture.task(part), pool)) continue;
      if (pool == tasks::Pool::train && mixture.part(part).weight == 0) continue;
      std::ranges::move(questions_of(lesson, part, pool, difficulties), std::back_inserter(sets));
    }
  }
  return sets;
}

std::vector<store::Score> score(const QuestionSet& set, const Lesson& lesson,
                                model::training::Learner& learner,
                                const model::training::TrainingState& learned) {
  const Mixture& mixture = lesson.mixture;
  std::vector<Answered> all = exact_match(set, learner, learned);
  const bool judged = !tasks::has_unique_answers(mixture.task(set.part));
  if (judged) judge(set, mixture, learner, learned, &all);
  store::Score empty{
      learned.step, mixture.part(set.part).name, set.pool, set.difficulty, 0, 0, 0, 0};
  if (judged) empty.exact = 0;
  std::vector<store::Score> scores{empty};
  for (const Answered& one : all) count(one, &scores.front());
  if (set.part != 0) return scores;
  for (const std::string& facet : lesson.spec.score.facets) {
    for (const auto& [value, score] : by_facet(set, mixture, all, facet, empty)) {
      scores.push_back(score);
    }
  }
  return scores;
}

}  // namespace lab::train
