#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "tasks/composition/formula.h"
#include "tasks/coverage/target.h"
#include "tasks/finite_function.h"
#include "tasks/fragment.h"
#include "tasks/pool_names.h"

namespace tasks::composition {

/// What decides a world: its functions, what may be trained on, and the pools.
struct WorldConfig {
  CompositionFormula formula = CompositionFormula::two_hop;
  int hops = 3;             ///< of a chain only, 2..8
  int entities = 20;        ///< n
  int items = 1300;         ///< N: training items
  double seen_ratio = 0.7;  ///< share of each function's domain that training may use
  std::uint64_t world_seed = 0;
  Operators operators = Operators::separate;
  int pool_items = 2000;               ///< most items of a pool that is not trained on
  double bridge_noise = 0;             ///< share of wrong bridges in training
  double answer_noise = 0;             ///< share of wrong answers in training
  coverage::CutoffTarget target = {};  ///< of what is asked in distribution
  /// Items of each k-cutoff in `type_0` and in `validate`, in place of pool_items; 0: whatever
  int pool_at_each_k = 0;
  std::vector<CoverageRule> coverage = {};  ///< of the calls: f1, f2, ...
};

template <typename Visit>
void each_field(WorldConfig& config, const Visit& visit) {
  visit("formula", config.formula);
  visit("hops", config.hops);
  visit("entities", config.entities);
  visit("items", config.items);
  visit("seen_ratio", config.seen_ratio);
  visit("world_seed", config.world_seed);
  visit("operators", config.operators);
  visit("pool_items", config.pool_items);
  visit("bridge_noise", config.bridge_noise);
  visit("answer_noise", config.answer_noise);
  visit("target", config.target);
  visit("pool_at_each_k", config.pool_at_each_k);
}

/// An input tuple and what comes of it.
struct ComposedItem {
  std::vector<int> inputs;  ///< x1, x2, ...: entities 0 .. n - 1
  std::vector<int> values;  ///< of each call: the bridges, then the answer; in the training pool
                            ///< with its noise
  int answer() const { return values.back(); }
};

/// A finite world of random functions and the pools of its tuples. Plain data; what is said here is
/// all there is to know, and is true of every world that composition_world() makes.
/// Functions: cell c of table i is draw c of Random(world_seed, "composition table", i), below n.
/// Operands number the cells in base n, the first one most significant.
/// Training: of each function's cells round(seen_ratio * cells) are allowed, and N tuples are drawn
/// without replacement from those whose calls are all allowed. A cell is then seen, in a call, if a
/// training item uses it there: seen is what was trained on, not what was allowed. With a target,
/// some of the N are exchanged for others until it is met (coverage/built.h); N and what is seen
/// stay as they were drawn. A rule of coverage allows a share of the cells in one call, of those
/// that are allowed anyway, and says how many training items must use a cell for it to be seen
/// there; a rule of questions allows a share of the tuples.
/// Pools, of tuples that are not trained on:
///   type_0    all calls seen: in distribution. One in ten of these is in `validate` instead
///   type_1+b  not all calls seen; b: a bit for each call, 1 if seen, the first call's the highest.
///             Of two calls: type_1 none, type_2 only f2, type_3 only f1. With more than three
///             calls there is `ood` instead
/// Each is cut down to pool_items at random; type_0 and validate, if pool_at_each_k is given, to so
/// many of each k-cutoff instead, or to all there are. No tuple is in two pools. (2505.20278; its
/// published generators for three calls leave training items in type_0, these do not.)
struct CompositionWorld {
  WorldConfig config;
  CallPlan plan;
  std::vector<std::vector<int>> tables;  ///< the true functions
  std::vector<std::vector<int>> uses;    ///< of each call and cell: by how many training items
  std::map<Pool, std::vector<ComposedItem>> pools;  ///< those of composition_pools, in order of the
                                                    ///< tuples
  std::optional<BuiltToTarget> built = std::nullopt;  ///< if there is a target
};

/// The pools of a formula with this many calls: train, validate, type_0, ...
std::span<const Pool> composition_pools(int calls);

/// The cell of a table that a call with these inputs and earlier values looks up.
int cell_of(const Call& call, std::span<const int> inputs, std::span<const int> values,
            int entities);

/// What every call gives, noise aside, into one place for each call.
void values_into(const CompositionWorld& world, std::span<const int> inputs, std::span<int> values);

/// The same, returned.
std::vector<int> values_of(const CompositionWorld& world, std::span<const int> inputs);

/// Calls `visit` with every tuple of `inputs` entities, the last input changing fastest.
template <typename Visit>
void for_each_tuple(int entities, int inputs, const Visit& visit) {
  std::vector<int> tuple(static_cast<std::size_t>(inputs));
  for (;;) {
    visit(std::span<const int>(tuple));
    std::size_t place = tuple.size();
    while (place > 0 && tuple[place - 1] == entities - 1) tuple[--place] = 0;
    if (place == 0) return;
    ++tuple[place - 1];
  }
}

}  // namespace tasks::composition
