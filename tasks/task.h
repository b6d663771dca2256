#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "tasks/annotation.h"
#include "tasks/pool_names.h"
#include "tasks/vocabulary.h"

namespace tasks {

/// The end token of every task: its name in every vocabulary.
inline constexpr std::string_view end_token = ".";

/// One question with a correct answer, the only one unless the task says otherwise. Both are tokens
/// of the task's vocabulary.
struct Example {
  std::vector<Token> prompt;
  std::vector<Token> answer;  ///< not empty; holds the end token at most once, as the last
  int difficulty = 0;         ///< what was asked for: items, bits, hops, blocks
};

/// Difficulties low .. high, both included.
struct Range {
  int low = 1;
  int high = 1;
  bool contains(int value) const { return low <= value && value <= high; }
  bool operator==(const Range&) const = default;
};

/// Calls visit(name, member) for each field, by its name in specs. Every config that a spec fills
/// has such a list beside it, and a task's config the name of its kind: kind_name(config).
template <typename Visit>
void each_field(Range& config, const Visit& visit) {
  visit("low", config.low);
  visit("high", config.high);
}

/// A source of questions that can also judge answers. Immutable, safe to share between threads.
/// Every implementation is `final`; variants are new configs or wrappers, never subclasses.
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

  /// Whether each question has one right answer. Where it has many, `answer` of an Example is one
  /// of them, and only decoding an answer and judging it tells whether a model solves the question.
  virtual bool unique_answers() const { return true; }

  /// Prompts with equal keys are the same question, up to the task's symmetry: they always land in
  /// the same pool. A hint's key is that of the main question it helps with, so that a hint seen in
  /// training never shows the items of a test question.
  virtual std::uint64_t question_key(std::span<const Token> prompt) const = 0;

  /// The most tokens a correct answer to `prompt` takes (where there are many, that sample gives);
  /// decoding stops there or at the end token.
  virtual int answer_limit(std::span<const Token> prompt) const = 0;

  /// Probability that the best guesser who ignores the items (but knows the task and difficulty)
  /// is right: the level below which nothing was learned.
  virtual double chance(int difficulty) const = 0;

  /// Named integers to slice scores by: "length", "distinct", "largest_multiplicity", ...
  virtual std::map<std::string, int> facets(const Example& example) const = 0;

  /// The names that facets() gives to every example, by the alphabet. By default those of one; for
  /// tasks whose facets take long to find there is a quicker way.
  virtual std::vector<std::string> facet_names() const;

  /// The pools it has, train first, in the order of the enumerators. By default train, validate and
  /// test, which are endless and shared out by question_key (tasks::pool_of). A task over a finite
  /// world has pools of its own and answers the two questions below.
  virtual std::span<const Pool> pools() const;

  /// How many questions a pool of pools() has; nothing, the default, if it is endless. Finite pools
  /// hold each question once, and no key is in two of them.
  /// Throws base::Error if the task has no such difficulty.
  virtual std::optional<std::int64_t> pool_size(Pool pool, int difficulty) const;

  /// Question number `place` of a finite pool, 0 <= place < pool_size(pool, difficulty). By default
  /// a broken promise: endless pools have no numbers. Called by tasks::example_at, like sample().
  virtual Example pool_item(Pool pool, int difficulty, std::int64_t place) const;

  /// What is wrong with an answer to this example, in a few words that many answers share ("an item
  /// dropped"); empty if it is right. By default: unfinished, too short, too long, or the place of
  /// the first wrong token: the first, the last, or between.
  virtual std::string mistake(const Example& example, std::span<const Token> answer) const;

  /// Of a right answer to this example, where right answers differ in worth: how good it is, in a
  /// few words that many answers share ("optimal"). Empty, the default, where they do not.
  virtual std::string merit(const Example& /*example*/, std::span<const Token> /*answer*/) const {
    return "";
  }

  /// What there is to look for inside a model that reads this example. Nothing, if it is not said.
  virtual Annotation annotation(const Example& /*example*/) const { return {}; }

  /// The example with one thing changed, so that another token should follow some row; which thing
  /// and which row are drawn. Nothing if the task does not say, or the example cannot be changed.
  virtual std::optional<Counterfactual> counterfactual(const Example& /*example*/,
                                                       base::Random& /*random*/) const {
    return std::nullopt;
  }
};

/// Throws base::Error "<task>: difficulty must be in <low>..<high>, got <difficulty>" unless the
/// task has this difficulty.
void require_difficulty(const Task& task, int difficulty);

/// Throws base::Error saying that prompts of `task` look like `looks_like`, unless `well_formed`.
void require_prompt(bool well_formed, const Task& task, std::span<const Token> prompt,
                    std::string_view looks_like);

}  // namespace tasks
