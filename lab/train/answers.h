#pragma once
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "lab/train/mixture.h"
#include "model/training/learner.h"
#include "model/transformer/transformer.h"

namespace lab::train {

/// Continues prompts (joint tokens) greedily, each until `end` (kept) or its limit of new tokens.
using Decode = std::function<std::vector<std::vector<int>>(
    std::span<const std::vector<int>> prompts, std::span<const int> limits, int end)>;

/// By the weights that scores are taken with. Borrows both.
Decode decoded_by(model::training::Learner& learner, const model::training::TrainingState& learned);

/// By a model on this many threads. Borrows it.
Decode decoded_by(const model::transformer::Transformer<float>& model, int threads);

/// A question of a task, in its own tokens, and how long the answer may get.
struct AskedPrompt {
  std::vector<tasks::Token> prompt;
  int limit = 0;  ///< tokens; 0 or less: no answer
};

/// `limit`, or as many tokens as the model has positions left.
int within_positions(int limit, std::span<const tasks::Token> prompt,
                     model::arithmetic::Index max_positions);

/// What a model says to a question.
struct Answer {
  std::vector<tasks::Token> own;  ///< the task's tokens
  std::vector<int> joint;         ///< the same in the mixture's
  bool solved = false;            ///< what the judge says
  bool judged = true;  ///< whether it could say: of a file's tasks only what is listed is judged
};

/// The answers of one part of the mixture, decoded and judged.
std::vector<Answer> answers(const Mixture& mixture, std::size_t part,
                            std::span<const AskedPrompt> asked, const Decode& decode);

/// The answer to one prompt of at most the length that the task gives it.
Answer answer_to(const std::vector<tasks::Token>& prompt, const Mixture& mixture, std::size_t part,
                 const Decode& decode);

}  // namespace lab::train
