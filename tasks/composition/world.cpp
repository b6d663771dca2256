#include "tasks/composition/world.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/error.h"
#include "base/random.h"
#include "tasks/composition/allowed.h"
#include "tasks/composition/coverage.h"
#include "tasks/composition/target.h"
#include "tasks/coverage/built.h"
#include "tasks/coverage/pool.h"
#include "tasks/selection.h"

namespace tasks::composition {
namespace {

constexpr double most_tuples = 1 << 25;

void require_valid(const WorldConfig& config, const CallPlan& plan) {
  base::require(config.entities >= 2, "entities: must be >= 2, got ", config.entities);
  const double tuples = std::pow(config.entities, plan.inputs);
  base::require(tuples <= most_tuples, "entities: ", config.entities, " to the power of ",
                plan.inputs, " inputs are ", tuples, " tuples, more than ", most_tuples);
  base::require(config.items >= 1, "items: must be >= 1, got ", config.items);
  base::require(config.pool_items >= 1, "pool_items: must be >= 1, got ", config.pool_items);
  base::require(config.seen_ratio > 0 && config.seen_ratio <= 1,
                "seen_ratio: must be in (0, 1], got ", config.seen_ratio);
  for (const auto& [field, noise] : {std::pair("bridge_noise", config.bridge_noise),
                                     std::pair("answer_noise", config.answer_noise)}) {
    base::require(noise >= 0 && noise <= 1, field, ": must be in [0, 1], got ", noise);
  }
  coverage::require_valid(config.target);
  base::require(config.pool_at_each_k >= 0, "pool_at_each_k: must be >= 0, got ",
                config.pool_at_each_k);
}

void require_cutoffs(const CompositionWorld& world) {
  const WorldConfig& config = world.config;
  if (has_cutoffs(world) || (config.target.share.empty() && config.pool_at_each_k == 0)) return;
  throw base::Error(base::concat(
      config.target.share.empty() ? "pool_at_each_k" : "target.share", ": ", config.entities,
      " entities to the power of ", world.plan.inputs,
      " inputs are more than the 2^20 tuples whose k-cutoffs are found; take fewer entities"));
}

std::size_t cells_of(const Call& call, int entities) {
  std::size_t cells = 1;
  for (std::size_t i = 0; i < call.operands.size(); ++i)
    cells *= static_cast<std::size_t>(entities);
  return cells;
}

void draw_tables(CompositionWorld* world) {
  for (const Call& call : world->plan.calls) {
    const auto table = static_cast<std::size_t>(call.table);
    if (table < world->tables.size()) continue;  // shared
    base::Random random(world->config.world_seed, "composition table", table);
    auto& values = world->tables.emplace_back(cells_of(call, world->config.entities));
    for (int& value : values) value = static_cast<int>(random.below(world->config.entities));
  }
}

/// A target looks at what is seen at all, and takes any tuple of that.
void require_rules(const WorldConfig& config) {
  for (const CoverageRule& rule : config.coverage) {
    const bool fits = rule.at_least == 1 && rule.fragment != question_fragment;
    base::require(fits || config.target.share.empty(), "coverage: neither at_least nor a rule of ",
                  question_fragment, " goes with a target");
  }
}

/// Replaces `value` by another one, in a share `noise` of the cases. What is wrong at a small share
/// is wrong at a larger one too.
void disturb(double noise, int entities, base::Random* random, int* value) {
  const bool wrong = random->uniform() < noise;
  const auto step = 1 + static_cast<int>(random->below(entities - 1));
  if (wrong) *value = (*value + step) % entities;
}

/// Makes a world in passes over all its tuples, which have numbers in the order of the passes.
class WorldMaker {
 public:
  explicit WorldMaker(const WorldConfig& config) {
    world_.config = config;
    world_.plan = plan_of(config.formula, config.hops, config.operators);
    require_valid(config, world_.plan);
    require_rules(config);
    stream_ = base::concat("composition ", key_of(world_.plan), ' ');
    require_cutoffs(world_);
    draw_tables(&world_);
    for (const Call& call : world_.plan.calls) {
      world_.uses.emplace_back(world_.tables[static_cast<std::size_t>(call.table)].size());
    }
  }

  CompositionWorld made() {
    for (const Pool pool : composition_pools(calls())) world_.pools[pool];
    choose_training_items();
    choose_other_items();
    return std::move(world_);
  }

 private:
  static constexpr signed char nowhere = -1;

  int calls() const { return static_cast<int>(world_.plan.calls.size()); }

  base::RandomStreams streams(std::string_view what) const {
    return {world_.config.world_seed, stream_ + std::string(what)};
  }

  base::Random random(std::string_view what) const { return streams(what).at(0); }

  /// Visits every tuple with its number and the cell that each of its calls looks up.
  template <typename Visit>
  void for_all(const Visit& visit) const {
    std::uint64_t number = 0;
    std::vector<int> cells(world_.plan.calls.size()), values(world_.plan.calls.size());
    for_each_tuple(world_.config.entities, world_.plan.inputs, [&](std::span<const int> inputs) {
      for (std::size_t i = 0; i < cells.size(); ++i) {
        const Call& call = world_.plan.calls[i];
        cells[i] = cell_of(call, inputs, values, world_.config.entities);
        values[i] =
            world_.tables[static_cast<std::size_t>(call.table)][static_cast<std::size_t>(cells[i])];
      }
      visit(number++, inputs, std::span<const int>(cells));
    });
  }

  void choose_training_items() {
    allowed_ = AllowedCalls(world_);
    std::int64_t offered = 0;
    std::uint64_t tuples = 0;
    for_all([&](std::uint64_t number, std::span<const int>, std::span<const int> cells) {
      ++tuples;
      offered += allowed_.allows(number, cells) ? 1 : 0;
    });
    base::require(offered > 0, "seen_ratio: ", world_.config.seen_ratio, " of ",
                  world_.config.entities,
                  " entities' calls leave no tuple whose calls are all allowed, wanted more of "
                  "either");
    base::require(world_.config.items <= offered, "items: must be at most ", offered,
                  ", the tuples whose calls are all allowed, got ", world_.config.items);
    std::vector<char> trained(tuples);
    Selection selection(world_.config.items, offered, random("train"));
    for_all([&](std::uint64_t number, std::span<const int>, std::span<const int> cells) {
      trained[number] = allowed_.allows(number, cells) && selection.takes_next() ? 1 : 0;
    });
    add_training_items(world_.config.target.share.empty() ? trained
                                                          : built_to_target(std::move(trained)));
  }

  /// The training items to take instead of those drawn.
  std::vector<char> built_to_target(std::vector<char> drawn) {
    coverage::CalledFunction function = called_function(world_);
    const base::RandomStreams noises = streams("noise");
    for_all([&](std::uint64_t number, std::span<const int> inputs, std::span<const int>) {
      ComposedItem item{{}, values_of(world_, inputs)};
      disturb_item(noises.at(number), &item);
      function.shown.push_back(item.answer());
    });
    coverage::BuiltTraining built =
        coverage::built_to_target(function, drawn, world_.config.target, random("target"));
    world_.built = std::move(built.how);
    return std::move(built.trained);
  }

  void add_training_items(const std::vector<char>& trained) {
    pools_.assign(trained.size(), nowhere);
    const base::RandomStreams noises = streams("noise");
    for_all([&](std::uint64_t number, std::span<const int> inputs, std::span<const int> cells) {
      if (trained[number] == 0) return;
      pools_[number] = static_cast<signed char>(Pool::train);
      for (std::size_t i = 0; i < cells.size(); ++i) {
        ++world_.uses[i][static_cast<std::size_t>(cells[i])];
      }
      add(Pool::train, inputs);
      disturb_item(noises.at(number), &world_.pools[Pool::train].back());
    });
  }

  void disturb_item(base::Random noise, ComposedItem* item) const {
    for (int& value : item->values) {
      const bool is_answer = &value == &item->values.back();
      disturb(is_answer ? world_.config.answer_noise : world_.config.bridge_noise,
              world_.config.entities, &noise, &value);
    }
  }

  void add(Pool pool, std::span<const int> inputs) {
    world_.pools[pool].push_back({{inputs.begin(), inputs.end()}, values_of(world_, inputs)});
  }

  /// Of a tuple that is not trained on; `validate` is its own stream.
  Pool pool_of(base::Random validate, std::span<const int> cells) const {
    int seen = 0;  // a bit for each call
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const int uses = world_.uses[i][static_cast<std::size_t>(cells[i])];
      seen = 2 * seen + (uses >= allowed_.wanted_uses(i) ? 1 : 0);
    }
    const bool all = seen == (1 << cells.size()) - 1;
    if (all) return validate.below(10) == 0 ? Pool::validate : Pool::type_0;
    if (calls() > 3) return Pool::ood;
    return static_cast<Pool>(static_cast<int>(Pool::type_1) + seen);
  }

  void choose_other_items() {
    const base::RandomStreams validate = streams("validate");
    for_all([&](std::uint64_t number, std::span<const int>, std::span<const int> cells) {
      if (pools_[number] != nowhere) return;
      pools_[number] = static_cast<signed char>(pool_of(validate.at(number), cells));
    });
    if (world_.config.pool_at_each_k > 0) cut_by_cutoff();
    std::map<Pool, std::int64_t> offered;
    for (const signed char pool : pools_) {
      if (pool != nowhere) ++offered[static_cast<Pool>(pool)];
    }
    std::map<Pool, Selection> selections;
    for (const auto& [pool, count] : offered) {
      const std::int64_t most = is_cut_by_cutoff(pool) ? count : world_.config.pool_items;
      selections.emplace(pool, Selection(most, count, random(tasks::name(pool))));
    }
    std::uint64_t number = 0;
    for_each_tuple(world_.config.entities, world_.plan.inputs, [&](std::span<const int> inputs) {
      const signed char pool = pools_[number++];
      if (pool == nowhere || pool == static_cast<signed char>(Pool::train)) return;
      if (selections.at(static_cast<Pool>(pool)).takes_next()) add(static_cast<Pool>(pool), inputs);
    });
  }

  bool is_cut_by_cutoff(Pool pool) const {
    return world_.config.pool_at_each_k > 0 && (pool == Pool::type_0 || pool == Pool::validate);
  }

  /// Takes out of type_0 and validate what is more than is wanted at each cutoff.
  void cut_by_cutoff() {
    const std::vector<int> cutoffs = cutoffs_of_tuples(world_);
    for (const Pool pool : {Pool::validate, Pool::type_0}) {
      std::vector<std::size_t> numbers;
      std::vector<int> of_pool;
      for (std::size_t number = 0; number < pools_.size(); ++number) {
        if (pools_[number] != static_cast<signed char>(pool)) continue;
        numbers.push_back(number);
        of_pool.push_back(cutoffs[number]);
        pools_[number] = nowhere;
      }
      base::Random at_each_k = random(base::concat(tasks::name(pool), " at each k"));
      for (const std::size_t i :
           coverage::at_each_cutoff(of_pool, world_.config.pool_at_each_k, at_each_k)) {
        pools_[numbers[i]] = static_cast<signed char>(pool);
      }
    }
  }

  CompositionWorld world_;
  AllowedCalls allowed_;
  std::string stream_;  ///< begins the names of random streams that differ between formulas
  std::vector<signed char> pools_;  ///< of each tuple: a Pool, or nowhere (yet)
};

}  // namespace

CompositionWorld composition_world(const WorldConfig& config) { return WorldMaker(config).made(); }

}  // namespace tasks::composition
