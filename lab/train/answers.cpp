#include "lab/train/answers.h"

#include <algorithm>

#include "lab/train/trained_run.h"
#include "model/transformer/decode.h"

namespace lab::train {

Decode decoded_by(model::training::Learner& learner,
                  const model::training::TrainingState& learned) {
  return [&](auto prompts, auto limits, int end) {
    return learner.decode(scored_weights(learned), prompts, limits, end);
  };
}

Decode decoded_by(const model::transformer::Transformer<float>& model, int threads) {
  return [&model, threads](auto prompts, auto limits, int end) {
    return model::transformer::decode(model, prompts, limits, end, threads);
  };
}

int within_positions(int limit, std::span<const tasks::Token> prompt,
                     model::arithmetic::Index max_positions) {
  return std::min(limit, static_cast<int>(max_positions - std::ssize(prompt)));
}

std::vector<Answer> answers(const Mixture& mixture, std::size_t part,
                            std::span<const AskedPrompt> asked, const Decode& decode) {
  const tasks::JointVocabulary& joint = mixture.joint();
  std::vector<std::vector<int>> prompts;
  std::vector<int> limits;
  for (const AskedPrompt& question : asked) {
    prompts.push_back(joint.to_joint(part, question.prompt));
    limits.push_back(question.limit);
  }
  const auto decoded = decode(prompts, limits, joint.vocabulary().id(tasks::end_token));
  std::vector<Answer> all;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    Answer& answer = all.emplace_back();
    answer.joint = decoded[i];
    answer.own = joint.to_own(part, decoded[i]);
    const tasks::TypedPrompts* typed = mixture.task(part).typed_prompts();
    answer.judged = typed == nullptr || typed->is_listed(asked[i].prompt);
    answer.solved = answer.judged && mixture.task(part).solves(asked[i].prompt, answer.own);
  }
  return all;
}

Answer answer_to(const std::vector<tasks::Token>& prompt, const Mixture& mixture, std::size_t part,
                 const Decode& decode) {
  const AskedPrompt asked{prompt, mixture.task(part).answer_limit(prompt)};
  return answers(mixture, part, std::span(&asked, 1), decode).front();
}

}  // namespace lab::train
