#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "tasks/annotation.h"
#include "tasks/example.h"
#include "tasks/pool_names.h"

namespace tasks {

// What only some tasks can do. Task has a question for each, answered with a null pointer unless
// the task implements it; what the pointer points to lives as long as the task, and is as immutable
// and as safe to share.

/// Tokens of a text as the model reads it, and those that it is to say.
struct TextSize {
  std::int64_t tokens = 0, answer = 0;
};

/// Questions over a finite world, which can be listed: the task shares them out between pools of
/// its own. Each question is in one pool, there once, and no key is in two of them. (Tasks without
/// it have the pools train, validate and test, which are endless and shared out by question_key.)
class FinitePools {
 public:
  /// The pools it has, train first, in the order of the enumerators.
  virtual std::span<const Pool> pools() const = 0;

  /// How many questions a pool of pools() has. Throws base::Error if the task has no such
  /// difficulty.
  virtual std::int64_t pool_size(Pool pool, int difficulty) const = 0;

  /// Question number `place` of a pool, 0 <= place < pool_size(pool, difficulty). Called by
  /// tasks::example_at, like sample().
  virtual Example pool_item(Pool pool, int difficulty, std::int64_t place) const = 0;

  /// Of the longest of this difficulty, where they differ; nothing: any one tells.
  virtual std::optional<TextSize> longest_text(int /*difficulty*/) const { return std::nullopt; }

 protected:
  ~FinitePools() = default;
};

/// Pools of questions that cannot be listed, which the task shares out itself. Each question is in
/// one pool at most.
class DrawnPools {
 public:
  /// The pools it has, train first, in the order of the enumerators.
  virtual std::span<const Pool> pools() const = 0;

  /// A question of this difficulty that may well be in the pool; whether it is, holds() tells. The
  /// best of that many draws.
  static constexpr int draws_of_candidate = 64;
  virtual Example candidate(Pool pool, int difficulty, base::Random& random) const = 0;

  virtual bool holds(Pool pool, std::span<const Token> prompt) const = 0;

 protected:
  ~DrawnPools() = default;
};

/// Questions with many right answers: that of an Example is one of them, and only decoding an
/// answer and judging it tells whether a model solves the question.
class ManyAnswers {
 public:
  /// Of a right answer to this example: how good it is, in a few words that many answers share
  /// ("optimal"). Empty if right answers do not differ in worth.
  virtual std::string merit(const Example& example, std::span<const Token> answer) const = 0;

 protected:
  ~ManyAnswers() = default;
};

/// Words for what is wrong with an answer, better ones than the place of the first wrong token.
class Critic {
 public:
  /// What is wrong with an answer to this example, in a few words that many answers share ("an item
  /// dropped"); empty if it is right.
  virtual std::string mistake(const Example& example, std::span<const Token> answer) const = 0;

 protected:
  ~Critic() = default;
};

/// Prompts that people may type however they like, for what they look like no rule says.
class TypedPrompts {
 public:
  /// Throws base::Error if there is a token in it that the vocabulary lacks.
  virtual std::vector<Token> read(std::string_view text) const = 0;

  /// Whether Task::solves can judge an answer to it.
  virtual bool is_listed(std::span<const Token> prompt) const = 0;

 protected:
  ~TypedPrompts() = default;
};

/// What probes look for inside a model that reads an example.
class Annotator {
 public:
  /// What there is to look for at which row.
  virtual Annotation annotation(const Example& example) const = 0;

  /// The example with one thing changed, so that another token should follow some row; which thing
  /// and which row are drawn. Nothing if the task does not say, or the example cannot be changed.
  virtual std::optional<Counterfactual> counterfactual(const Example& /*example*/,
                                                       base::Random& /*random*/) const {
    return std::nullopt;
  }

 protected:
  ~Annotator() = default;
};

}  // namespace tasks
