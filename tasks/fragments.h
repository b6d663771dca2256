#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/random.h"
#include "tasks/example.h"
#include "tasks/fragment.h"

namespace tasks {

class AllowedFragments;

/// Draws questions of one task where drawing any and looking at its fragments would take too long.
/// Immutable, safe to share between threads. Borrows the task and what is allowed.
class FragmentSampler {
 public:
  virtual ~FragmentSampler() = default;

  /// A question of this difficulty; most often all its fragments are allowed, and of those that are
  /// each comes as often as sample() gives it, unless the task says otherwise. Nothing: there is
  /// no such question, or it has to be drawn and looked at.
  virtual std::optional<Example> allowed(int difficulty, base::Random& random) const = 0;

  /// A question of the shape of this one (Fragments::shape), whatever is allowed.
  virtual Example like(std::span<const Token> prompt, base::Random& random) const = 0;
};

/// The pieces that a task's questions are made of. How often training shows each is its coverage,
/// which is counted (lab/coverage) and controlled (control/controlled.h).
class Fragments {
 public:
  virtual ~Fragments() = default;

  /// Never empty. Kinds are known by their place here.
  virtual std::span<const FragmentKind> kinds() const = 0;

  /// Those of a kind in a question, as often as they occur. They hang on what is asked, not on how
  /// it is written.
  virtual std::vector<Fragment> in(std::size_t kind, std::span<const Token> prompt) const = 0;

  /// All of a kind that questions of these difficulties have, each once, rising. Nothing: they are
  /// too many to list (more than most_listed).
  virtual std::optional<std::vector<Fragment>> possible(std::size_t kind,
                                                        Range difficulties) const = 0;
  static constexpr std::int64_t most_listed = 1 << 20;

  /// For people: "3 5". Equal texts of equal kinds are the same piece, whichever task says so.
  virtual std::string text(std::size_t kind, Fragment fragment) const = 0;

  /// Tokens that a question has because it has the fragment, of kinds that are more than a token:
  /// something of each token is always allowed.
  virtual std::vector<Token> tokens(std::size_t /*kind*/, Fragment /*fragment*/) const {
    return {};
  }

  /// Fragments of one group share an answer, or a length: of each group the same share is allowed.
  virtual int group(std::size_t /*kind*/, Fragment /*fragment*/) const { return 0; }

  /// What questions with and without a piece should have in common, beside their difficulty, to be
  /// compared.
  virtual std::vector<int> shape(std::span<const Token> /*prompt*/) const { return {}; }

  /// Null: drawing and looking will do.
  virtual std::unique_ptr<const FragmentSampler> sampler(
      const AllowedFragments& /*allowed*/) const {
    return nullptr;
  }
};

/// A listing of pairs first < second below `count`, as fragments; nothing if they are too many.
std::optional<std::vector<Fragment>> rising_pairs(std::int64_t count);

/// fragment_of(0) .. fragment_of(count - 1).
std::vector<Fragment> single_fragments(std::int64_t first, std::int64_t last);

}  // namespace tasks
