#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "tasks/capabilities.h"
#include "tasks/content.h"
#include "tasks/example.h"
#include "tasks/finite_function.h"
#include "tasks/fragments.h"
#include "tasks/vocabulary.h"

namespace tasks {

/// A source of questions that can also judge answers. Immutable, safe to share between threads.
/// Every implementation is `final`; variants are new configs or wrappers, never subclasses. The
/// nine questions that have no default are all that the smallest task answers.
class Task {
 public:
  virtual ~Task() = default;

  virtual std::string_view name() const = 0;
  virtual const Vocabulary& vocabulary() const = 0;

  /// The difficulties sample() accepts.
  virtual Range difficulties() const = 0;

  /// A question of exactly this difficulty; depends on nothing but the arguments.
  /// Throws base::Error if the task has no such difficulty.
  virtual Example sample(int difficulty, base::Random& random) const = 0;

  /// Whether `answer` (end token included) solves `prompt`. A task may have many right answers; a
  /// malformed answer is simply wrong. Never calls the generator's own solver. A malformed prompt
  /// (typed by a person) throws base::Error saying what a prompt looks like.
  virtual bool solves(std::span<const Token> prompt, std::span<const Token> answer) const = 0;

  /// Prompts with equal keys are the same question, up to the task's symmetry: they always land in
  /// the same pool. A hint's key is that of the main question it helps with, so that a hint seen in
  /// training never shows the items of a test question: questions of equal content() have equal
  /// keys, whichever tasks ask them, if these agree (tasks::catalog::agree).
  virtual std::uint64_t question_key(std::span<const Token> prompt) const = 0;

  /// What the question is about, to be compared with what other tasks ask. By default the prompt's
  /// tokens in their order, of the kind name(): no other task asks that.
  virtual Content content(std::span<const Token> prompt) const;

  /// The most tokens a correct answer to `prompt` takes (where there are many, that sample gives);
  /// decoding stops there or at the end token.
  virtual int answer_limit(std::span<const Token> prompt) const = 0;

  /// Probability that the best guesser who ignores the items (but knows the task, the difficulty
  /// and what the prompt has beside the items: whom a hint asks about, where marks start) is right:
  /// the level below which nothing was learned. Exact, or an upper bound that its comment calls so.
  virtual double chance(int difficulty) const = 0;

  /// Named integers to slice scores by: "length", "distinct", "largest_multiplicity", ...
  virtual std::map<std::string, int> facets(const Example& example) const = 0;

  /// The names that facets() gives to every example, by the alphabet. By default those of one; for
  /// tasks whose facets take long to find there is a quicker way.
  virtual std::vector<std::string> facet_names() const;

  // What only some tasks can say (capabilities.h); null or nothing, the default, if this one
  // cannot.
  virtual const FinitePools* finite_pools() const { return nullptr; }
  virtual const DrawnPools* drawn_pools() const { return nullptr; }
  virtual const ManyAnswers* many_answers() const { return nullptr; }
  virtual const Critic* critic() const { return nullptr; }
  virtual const Annotator* annotator() const { return nullptr; }
  virtual const TypedPrompts* typed_prompts() const { return nullptr; }

  /// The pieces that questions are made of. Every task of the catalog says.
  virtual const Fragments* fragments() const { return nullptr; }

  /// Which of them training may show; null: all.
  virtual const AllowedFragments* allowed_fragments() const { return nullptr; }

  /// The function that the questions ask about, where it is finite and its inputs are positions
  /// whose values may be substituted. Throws base::Error if it has too many inputs to list.
  virtual std::optional<FiniteFunction> finite_function() const { return std::nullopt; }
};

/// Whether each question has one right answer, that of its example.
inline bool has_unique_answers(const Task& task) { return task.many_answers() == nullptr; }

/// Critic::mistake. Of a task without a critic: unfinished, too short, too long, or the place of
/// the first wrong token: the first, the last, or between.
std::string mistake_in(const Task& task, const Example& example, std::span<const Token> answer);

/// ManyAnswers::merit. Of a task with unique answers: empty.
std::string merit_of(const Task& task, const Example& example, std::span<const Token> answer);

/// Annotator::annotation. Of a task without one: nothing.
Annotation annotation_of(const Task& task, const Example& example);

/// Annotator::counterfactual. Of a task without one: nothing.
std::optional<Counterfactual> counterfactual_of(const Task& task, const Example& example,
                                                base::Random& random);

/// Throws base::Error "<task>: difficulty must be in <low>..<high>, got <difficulty>" unless the
/// task has this difficulty.
void require_difficulty(const Task& task, int difficulty);

/// Throws base::Error saying that prompts of `task` look like `looks_like`, unless `well_formed`.
void require_prompt(bool well_formed, const Task& task, std::span<const Token> prompt,
                    std::string_view looks_like);

}  // namespace tasks
