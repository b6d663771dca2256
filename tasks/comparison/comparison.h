#pragma once
#include "tasks/comparison/world.h"
#include "tasks/introduction.h"
#include "tasks/simple_fragments.h"
#include "tasks/task.h"

namespace tasks::comparison {

/// How do two entities compare in an attribute? The attributes are fixed by the world's seed; each
/// is asked about alone, and in pairs. (Wang et al. 2024, 2405.15071, comparison.)
///   difficulty 1 (one fact)    prompt "<comparison> a3 e7 ="       answer "v4 ."
///   difficulty 2 (two facts)   prompt "<comparison> a3 e7 e31 ="   answer "less ."
///                              or "equal ." or "greater .", of the first against the second
/// Pools: see ComparisonWorld; all are finite.
class ComparisonTask final : public Task, public FinitePools {
 public:
  using Config = ComparisonConfig;
  static std::vector<Introduction<Config>> introductions();

  explicit ComparisonTask(const ComparisonConfig& config);

  std::string_view name() const override { return "comparison"; }
  const Vocabulary& vocabulary() const override { return vocabulary_; }
  Range difficulties() const override { return {1, 2}; }
  /// Uniform over all questions about the table, whatever their pools.
  Example sample(int difficulty, base::Random& random) const override;
  /// Reads the table.
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override;
  /// Of the table and the question; the two orders of a pair are one question.
  std::uint64_t question_key(std::span<const Token> prompt) const override;
  /// The attribute and the entities, whichever comes first.
  Content content(std::span<const Token> prompt) const override;
  int answer_limit(std::span<const Token> prompt) const override;
  /// Exact: the share of the questions of this difficulty that have the most frequent answer.
  double chance(int difficulty) const override;
  /// "hops", "known" (how many of its facts training compares) and "gap" (between the two values; 0
  /// of one).
  std::map<std::string, int> facets(const Example& example) const override;

  const FinitePools* finite_pools() const override { return this; }
  std::span<const Pool> pools() const override { return comparison_pools(world_.config.coverage); }
  std::int64_t pool_size(Pool pool, int difficulty) const override;
  Example pool_item(Pool pool, int difficulty, std::int64_t place) const override;

  /// See fragments.cpp.
  const Fragments* fragments() const override { return &fragments_; }

  /// See function_of.
  std::optional<FiniteFunction> finite_function() const override;

  const ComparisonWorld& world() const { return world_; }

 private:
  Comparison question_of(std::span<const Token> prompt) const;
  Example example_of(const Comparison& asked) const;
  int value(int attribute, int entity) const;
  SimpleFragments made_fragments() const;

  ComparisonWorld world_;
  Vocabulary vocabulary_;
  double chance_[2];  ///< of one fact, of two
  SimpleFragments fragments_;
};

}  // namespace tasks::comparison
