#pragma once
#include <array>
#include <string_view>

#include "tasks/composition/cutoffs.h"
#include "tasks/composition/world.h"
#include "tasks/introduction.h"
#include "tasks/simple_fragments.h"
#include "tasks/task.h"

namespace tasks::composition {

/// What an answer shows before the entity that was asked for.
enum class Scratchpad {
  off,
  bridges,  ///< the results of all calls but the last (chain of thought)
  filler,   ///< as many times "_": the same computation, no information (control)
};
/// In order; specs write them in capitals.
constexpr auto names_of(Scratchpad) {
  return std::to_array<std::string_view>({"off", "bridges", "filler"});
}

struct CompositionConfig {
  WorldConfig world;
  Scratchpad scratchpad = Scratchpad::off;
};

constexpr std::string_view kind_name(const CompositionConfig&) { return "composition"; }

template <typename Visit>
void each_field(CompositionConfig& config, const Visit& visit) {
  each_field(config.world, visit);
  visit("scratchpad", config.scratchpad);
}

/// What do random functions make of these entities? The functions are fixed by the world's seed and
/// never shown: they can be learned from the training items only, and what these determine is known
/// exactly. (Chang et al. 2025, 2505.20278.)
///   off       prompt "<two_hop> t2 t4 t2 ="   answer "t1 ."
///   bridges   the same prompt                 answer "t3 t1 ."   with t3 = f1(t2, t4)
///   filler    the same prompt                 answer "_ t1 ."
///   difficulty: hops, which the formula decides
/// Named for its formula. Pools: see CompositionWorld; all are finite. Questions of the training
/// pool have the noise of the world in their answers, all others and sample() have none; what is
/// right is always what the functions say.
class Composition final : public Task, public FinitePools, public Annotator {
 public:
  using Config = CompositionConfig;
  static std::vector<Introduction<Config>> introductions();

  explicit Composition(const CompositionConfig& config);

  std::string_view name() const override { return composition::name(world_.config.formula); }
  const Vocabulary& vocabulary() const override { return vocabulary_; }
  Range difficulties() const override { return {world_.plan.hops, world_.plan.hops}; }
  /// Uniform over all tuples, whatever their pools.
  Example sample(int difficulty, base::Random& random) const override;
  /// Every entity of the answer must be right, bridges too.
  bool solves(std::span<const Token> prompt, std::span<const Token> answer) const override;
  /// Of the functions and the entities: the same in worlds that differ in what is trained on, and
  /// with and without scratchpad.
  std::uint64_t question_key(std::span<const Token> prompt) const override;
  /// The entities, and the functions of this world.
  Content content(std::span<const Token> prompt) const override;
  int answer_limit(std::span<const Token> prompt) const override;
  /// Exact: the share of all tuples that have the most frequent answer (about 1 / n; with bridges,
  /// of the most frequent bridges and answer).
  double chance(int difficulty) const override;
  /// "hops", for each call the number of training items that make it: "f1_uses", ..., and of worlds
  /// of up to 2^20 tuples "k_cutoff" (CompositionCutoffs).
  std::map<std::string, int> facets(const Example& example) const override;
  std::vector<std::string> facet_names() const override;

  const FinitePools* finite_pools() const override { return this; }
  std::span<const Pool> pools() const override;
  std::int64_t pool_size(Pool pool, int difficulty) const override;
  Example pool_item(Pool pool, int difficulty, std::int64_t place) const override;

  /// See fragments.cpp.
  const Fragments* fragments() const override { return &fragments_; }

  /// See function_of.
  std::optional<FiniteFunction> finite_function() const override;

  const Annotator* annotator() const override { return this; }
  /// The bridges and the answer, at the rows that can know them; see annotation.cpp.
  Annotation annotation(const Example& example) const override;
  /// With another last operand of the first call, so that bridge and answer change; asked for the
  /// answer, or for the bridge where bridges are shown. Only calls that training has.
  std::optional<Counterfactual> counterfactual(const Example& example,
                                               base::Random& random) const override;

  const CompositionWorld& world() const { return world_; }

 private:
  std::vector<int> inputs_of(std::span<const Token> prompt) const;
  Example example_of(const ComposedItem& item) const;
  SimpleFragments made_fragments() const;

  CompositionWorld world_;
  Scratchpad scratchpad_;
  Vocabulary vocabulary_;
  double chance_;
  CompositionCutoffs cutoffs_;
  SimpleFragments fragments_;
};

}  // namespace tasks::composition
