#include "lab/train/scoring.h"

#include "lab/train/answers.h"
#include "lab/train/packing.h"
#include "lab/train/trained_run.h"

namespace lab::train {
namespace {

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

store::Score filled(const BlankScore& blank, const std::vector<Answered>& all) {
  store::Score score = blank.score;
  for (const std::size_t i : blank.questions) {
    const Answered& one = all[i];
    score.solved += one.solved ? 1 : 0;
    score.nats += one.nats;
    score.tokens += one.tokens;
    if (score.exact) *score.exact += one.exact ? 1 : 0;
  }
  return score;
}

}  // namespace

std::vector<store::Score> score(const QuestionSet& set, const Lesson& lesson,
                                model::training::Learner& learner,
                                const model::training::TrainingState& learned) {
  const Mixture& mixture = lesson.mixture;
  std::vector<Answered> all = exact_match(set, learner, learned);
  const bool judged = !tasks::has_unique_answers(mixture.task(set.part));
  if (judged) judge(set, mixture, learner, learned, &all);
  std::vector<store::Score> scores;
  for (BlankScore blank : set.blanks) {
    blank.score.step = learned.step;
    if (judged) blank.score.exact = 0;
    scores.push_back(filled(blank, all));
  }
  return scores;
}

bool lacks_scores(const spec::RunSpec& spec, std::span<const store::Score> scores,
                  std::int64_t step) {
  if (spec.score.every == 0) return false;
  for (std::int64_t due = spec.score.every; due < step; due += spec.score.every) {
    if (std::ranges::find(scores, due, &store::Score::step) == scores.end()) return true;
  }
  return false;
}

}  // namespace lab::train
