#pragma once
#include "tasks/introduction.h"
#include "tasks/knowledge/world.h"
#include "tasks/simple_fragments.h"
#include "tasks/task.h"

namespace tasks::knowledge {

/// What do the facts of a random knowledge graph say, alone or two in a row? The graph is fixed by
/// its seed and never shown. (Wang et al. 2024, 2405.15071, composition.)
///   difficulty 1 (one hop)    prompt "<knowledge> e17 r4 ="      answer "e80 ."
///   difficulty 2 (two hops)   prompt "<knowledge> e17 r4 r6 ="   answer "e5 ."  (r6 of e80)
///   identity rows             prompt "<knowledge> e17 same ="    answer "e17 ."
/// Pools: see KnowledgeWorld; all are finite. Without atomic facts in training there are two hops
/// only.
class Knowledge final : public Task, public FinitePools, public Annotator {
 public:
  using Config = KnowledgeConfig;
  static std::vector<Introduction<Config>> introductions();

  explicit Knowledge(const KnowledgeConfig& config);

  std::string_view name() const override { return "knowledge"; }
  const Vocabulary& vocabulary() const override { return vocabulary_; }
  Range difficulties() const override;
  /// Uniform over all questions of the graph, whatever their pools; identity rows are none.
  Example sample(int difficulty, base::Random& random) const override;
  /// Follows the facts. What the graph says nothing about has no right answer.
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override;
  /// Of the graph and the question: the same in graphs that differ in what is trained on.
  std::uint64_t question_key(std::span<const Token> prompt) const override;
  /// The head and the relations, in this world.
  Content content(std::span<const Token> prompt) const override;
  int answer_limit(std::span<const Token> prompt) const override;
  /// Exact: the share of the questions of this difficulty that have the most frequent answer.
  double chance(int difficulty) const override;
  /// "hops", and "known": how many of its facts training has in a question over two, in the same
  /// hop; of a question over one fact, in either (one for each identity row).
  std::map<std::string, int> facets(const Example& example) const override;

  const FinitePools* finite_pools() const override { return this; }
  std::span<const Pool> pools() const override { return knowledge_pools(world_.config.coverage); }
  std::int64_t pool_size(Pool pool, int difficulty) const override;
  Example pool_item(Pool pool, int difficulty, std::int64_t place) const override;

  /// See fragments.cpp.
  const Fragments* fragments() const override { return &fragments_; }

  /// See function_of.
  std::optional<FiniteFunction> finite_function() const override;

  const Annotator* annotator() const override { return this; }
  /// The bridge and the answer, at the rows that can know them.
  Annotation annotation(const Example& example) const override;
  /// Of two hops, with another first relation, so that bridge and answer change; only facts that
  /// training uses in their hops. (2405.15071, section 3.3.)
  std::optional<Counterfactual> counterfactual(const Example& example,
                                               base::Random& random) const override;

  const KnowledgeWorld& world() const { return world_; }

 private:
  Fact question_of(std::span<const Token> prompt) const;
  Example example_of(const Fact& fact) const;
  int uses_of(int head, int relation, std::size_t hop) const;  ///< KnowledgeWorld::uses
  std::vector<Fragment> facts_in(std::span<const Token> prompt) const;
  SimpleFragments made_fragments() const;

  KnowledgeWorld world_;
  Vocabulary vocabulary_;
  double chance_[2];  ///< of one hop, of two
  SimpleFragments fragments_;
};

}  // namespace tasks::knowledge
