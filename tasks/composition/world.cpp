#include "tasks/composition/world.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/error.h"
#include "base/random.h"
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

using Cells = std::vector<std::vector<bool>>;  ///< of each table

Cells allowed_cells(const CompositionWorld& world) {
  Cells allowed;
  for (std::size_t table = 0; table < world.tables.size(); ++table) {
    const auto cells = std::ssize(world.tables[table]);
    const auto share = std::llround(world.config.seen_ratio * static_cast<double>(cells));
    Selection selection(share, cells,
                        base::Random(world.config.world_seed, "composition allowed", table));
    auto& of_table = allowed.emplace_back(cells);
    for (std::size_t cell = 0; cell < of_table.size(); ++cell) {
      of_table[cell] = selection.takes_next();
    }
  }
  return allowed;
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
    stream_ = base::concat("composition ", key_of(world_.plan), ' ');
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

  bool all_allowed(const Cells& allowed, std::span<const int> cells) const {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto table = static_cast<std::size_t>(world_.plan.calls[i].table);
      if (!allowed[table][static_cast<std::size_t>(cells[i])]) return false;
    }
    return true;
  }

  void choose_training_items() {
    const Cells allowed = allowed_cells(world_);
    std::int64_t offered = 0;
    std::uint64_t tuples = 0;
    for_all([&](std::uint64_t, std::span<const int>, std::span<const int> cells) {
      ++tuples;
      offered += all_allowed(allowed, cells) ? 1 : 0;
    });
    base::require(offered > 0, "seen_ratio: ", world_.config.seen_ratio, " of ",
                  world_.config.entities,
                  " entities' calls leave no tuple whose calls are all allowed, wanted more of "
                  "either");
    base::require(world_.config.items <= offered, "items: must be at most ", offered,
                  ", the tuples whose calls are all allowed, got ", world_.config.items);
    pools_.assign(tuples, nowhere);
    const base::RandomStreams noises = streams("noise");
    Selection selection(world_.config.items, offered, random("train"));
    for_all([&](std::uint64_t number, std::span<const int> inputs, std::span<const int> cells) {
      if (!all_allowed(allowed, cells) || !selection.takes_next()) return;
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
      seen = 2 * seen + (world_.uses[i][static_cast<std::size_t>(cells[i])] > 0 ? 1 : 0);
    }
    const bool all = seen == (1 << cells.size()) - 1;
    if (all) return validate.below(10) == 0 ? Pool::validate : Pool::type_0;
    if (calls() > 3) return Pool::ood;
    return static_cast<Pool>(static_cast<int>(Pool::type_1) + seen);
  }

  void choose_other_items() {
    const base::RandomStreams validate = streams("validate");
    std::map<Pool, std::int64_t> offered;
    for_all([&](std::uint64_t number, std::span<const int>, std::span<const int> cells) {
      if (pools_[number] != nowhere) return;
      const Pool pool = pool_of(validate.at(number), cells);
      pools_[number] = static_cast<signed char>(pool);
      ++offered[pool];
    });
    std::map<Pool, Selection> selections;
    for (const auto& [pool, count] : offered) {
      selections.emplace(pool,
                         Selection(world_.config.pool_items, count, random(tasks::name(pool))));
    }
    std::uint64_t number = 0;
    for_each_tuple(world_.config.entities, world_.plan.inputs, [&](std::span<const int> inputs) {
      const auto pool = static_cast<Pool>(pools_[number++]);
      if (pool != Pool::train && selections.at(pool).takes_next()) add(pool, inputs);
    });
  }

  CompositionWorld world_;
  std::string stream_;  ///< begins the names of random streams that differ between formulas
  std::vector<signed char> pools_;  ///< of each tuple: a Pool, or nowhere so far
};

}  // namespace

CompositionWorld composition_world(const WorldConfig& config) { return WorldMaker(config).made(); }

std::span<const Pool> composition_pools(int calls) {
  static constexpr std::array few{Pool::train,  Pool::validate, Pool::type_0, Pool::type_1,
                                  Pool::type_2, Pool::type_3,   Pool::type_4, Pool::type_5,
                                  Pool::type_6, Pool::type_7};
  static constexpr std::array many{Pool::train, Pool::validate, Pool::type_0, Pool::ood};
  if (calls > 3) return many;
  return std::span(few).first(2 + (std::size_t{1} << calls));
}

int cell_of(const Call& call, std::span<const int> inputs, std::span<const int> values,
            int entities) {
  int cell = 0;
  for (const int operand : call.operands) {
    const int value = operand >= 0 ? inputs[static_cast<std::size_t>(operand)]
                                   : values[static_cast<std::size_t>(-operand - 1)];
    cell = cell * entities + value;
  }
  return cell;
}

void values_into(const CompositionWorld& world, std::span<const int> inputs,
                 std::span<int> values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Call& call = world.plan.calls[i];
    const int cell = cell_of(call, inputs, values, world.config.entities);
    values[i] = world.tables[static_cast<std::size_t>(call.table)][static_cast<std::size_t>(cell)];
  }
}

std::vector<int> values_of(const CompositionWorld& world, std::span<const int> inputs) {
  std::vector<int> values(world.plan.calls.size());
  values_into(world, inputs, values);
  return values;
}

}  // namespace tasks::composition
