#include "tasks/comparison/world.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/error.h"
#include "base/random.h"
#include "tasks/allowed.h"
#include "tasks/selection.h"
#include "tasks/set_apart.h"

namespace tasks::comparison {
namespace {

constexpr double most_questions = 1 << 25;

void require_valid(const ComparisonConfig& config) {
  base::require(config.entities >= 2, "entities: must be >= 2, got ", config.entities);
  base::require(config.attributes >= 1, "attributes: must be >= 1, got ", config.attributes);
  base::require(config.values >= 2, "values: must be >= 2, got ", config.values);
  const double questions = std::pow(config.entities, 2) * config.attributes;
  base::require(questions <= most_questions, "entities: ", config.entities, " squared times ",
                config.attributes, " attributes are ", questions, " questions, more than ",
                most_questions);
  base::require(config.phi > 0, "phi: must be above 0, got ", config.phi);
  base::require(0 <= config.ood_share && config.ood_share < 1, "ood_share: must be in [0, 1), got ",
                config.ood_share);
  base::require(config.pool_items >= 2, "pool_items: must be >= 2, got ", config.pool_items);
}

class TableMaker {
 public:
  explicit TableMaker(const ComparisonConfig& config) {
    require_valid(config);
    world_.config = config;
    for (const Pool pool : comparison_pools(config.coverage)) {
      world_.one_hop[pool], world_.two_hop[pool];
    }
  }

  ComparisonWorld made() {
    draw_facts();
    allowed_ = allowed();
    share_out_pairs();
    return std::move(world_);
  }

 private:
  base::Random random(std::string_view what, std::uint64_t index = 0) const {
    return base::Random(world_.config.world_seed, base::concat("comparison ", what), index);
  }

  std::size_t place(int attribute, int entity) const {
    return static_cast<std::size_t>(attribute * world_.config.entities + entity);
  }

  bool known(int attribute, int entity) const {
    return world_.in_distribution[place(attribute, entity)];
  }

  void draw_facts() {
    const auto& config = world_.config;
    const auto kept =
        config.entities - std::llround(config.ood_share * static_cast<double>(config.entities));
    for (int attribute = 0; attribute < config.attributes; ++attribute) {
      Selection selection(kept, config.entities,
                          random("in distribution", static_cast<std::uint64_t>(attribute)));
      for (int entity = 0; entity < config.entities; ++entity) {
        base::Random value = random("value", world_.values.size());
        world_.values.push_back(static_cast<int>(value.below(config.values)));
        world_.in_distribution.push_back(selection.takes_next());
        world_.one_hop[Pool::train].push_back({attribute, {entity}});
      }
    }
    known_facts_ = kept * config.attributes;
  }

  /// Of the facts in distribution; of each attribute the same share.
  AllowedFragments allowed() const {
    FragmentChoice choice{{},
                          [](Fragment) { return std::vector<Token>{}; },
                          [](Fragment fact) { return numbers_of(fact)[0]; }};
    for (int attribute = 0; attribute < world_.config.attributes; ++attribute) {
      for (int entity = 0; entity < world_.config.entities; ++entity) {
        if (known(attribute, entity)) choice.possible.push_back(fragment_of(attribute, entity));
      }
    }
    const std::array kinds{KindChoice{"compared", std::move(choice)}};
    return {kinds, world_.config.coverage};
  }

  bool is_allowed(const Comparison& pair) const {
    const auto [first, second] = std::minmax(pair.entities[0], pair.entities[1]);
    return allowed_.allows(0, fragment_of(pair.attribute, first)) &&
           allowed_.allows(0, fragment_of(pair.attribute, second)) &&
           allowed_.allows_question(
               static_cast<std::uint64_t>(fragment_of(pair.attribute, first, second)));
  }

  /// Every pair in one order, by whether its facts are in distribution; all of `ii` so far.
  ComparisonWorld::Pools pairs() const {
    ComparisonWorld::Pools all;
    for (int attribute = 0; attribute < world_.config.attributes; ++attribute) {
      for (int first = 0; first < world_.config.entities; ++first) {
        for (int second = first + 1; second < world_.config.entities; ++second) {
          const int both = (known(attribute, first) ? 1 : 0) + (known(attribute, second) ? 1 : 0);
          const Pool pool = both == 2 ? Pool::ii : both == 1 ? Pool::io : Pool::oo;
          all[pool].push_back({attribute, {first, second}});
        }
      }
    }
    return all;
  }

  void count_uses(const std::vector<Comparison>& trained) {
    world_.uses.assign(world_.values.size(), 0);
    for (const Comparison& pair : trained) {
      for (const int entity : pair.entities) ++world_.uses[place(pair.attribute, entity)];
    }
  }

  /// Whether it has a fact in distribution that training compares with nothing.
  bool is_unused(const Comparison& pair) const {
    return std::ranges::any_of(pair.entities, [&](int entity) {
      return known(pair.attribute, entity) &&
             world_.uses[place(pair.attribute, entity)] < allowed_.wanted_uses(0);
    });
  }

  /// Takes the pairs that are not allowed from those in distribution.
  std::vector<Comparison> uncovered(ComparisonWorld::Pools* all) const {
    std::vector<Comparison>& known = (*all)[Pool::ii];
    const auto apart = std::ranges::stable_partition(
        known, [&](const Comparison& one) { return is_allowed(one); });
    std::vector<Comparison> taken(apart.begin(), apart.end());
    known.erase(apart.begin(), apart.end());
    return taken;
  }

  void share_out_pairs() {
    ComparisonWorld::Pools all = pairs();
    const std::vector<Comparison> not_allowed = uncovered(&all);
    const std::vector<Comparison> both_known = std::move(all[Pool::ii]);
    all[Pool::ii].clear();
    const auto wanted = std::llround(world_.config.phi * static_cast<double>(known_facts_) / 2);
    base::require(!both_known.empty(), "ood_share: ", world_.config.ood_share, " of ",
                  world_.config.entities,
                  " entities leaves no two in distribution to compare, wanted fewer out of it or "
                  "more entities");
    base::require(wanted >= 1, "phi: ", world_.config.phi, " for each of ", known_facts_,
                  " facts in distribution is no pair to train on, wanted more");
    base::require(wanted <= std::ssize(both_known), "phi: must be at most ",
                  2 * static_cast<double>(both_known.size()) / static_cast<double>(known_facts_),
                  " (", 2 * both_known.size(), " comparisons of ", known_facts_,
                  " facts in distribution), got ", world_.config.phi);
    Selection trained(wanted, std::ssize(both_known), random("train"));
    base::Random tenth = random("validate");
    for (const Comparison& pair : both_known) {
      const bool validates = tenth.below(10) == 0;
      const Pool pool = trained.takes_next() ? Pool::train : validates ? Pool::validate : Pool::ii;
      all[pool].push_back(pair);
    }
    count_uses(all[Pool::train]);
    set_apart(&all, Pool::unused, [&](const Comparison& pair) { return is_unused(pair); });
    if (!not_allowed.empty()) all[Pool::uncovered] = not_allowed;
    for (const auto& [pool, of_pool] : all) keep(pool, of_pool);
  }

  /// Both orders of the pairs that a pool has room for.
  void keep(Pool pool, const std::vector<Comparison>& offered) {
    const std::int64_t wanted =
        pool == Pool::train ? std::ssize(offered) : world_.config.pool_items / 2;
    Selection selection(wanted, std::ssize(offered), random(name(pool)));
    for (const Comparison& pair : offered) {
      if (!selection.takes_next()) continue;
      world_.two_hop[pool].push_back(pair);
      world_.two_hop[pool].push_back({pair.attribute, {pair.entities[1], pair.entities[0]}});
    }
  }

  ComparisonWorld world_;
  std::int64_t known_facts_ = 0;
  AllowedFragments allowed_;
};

}  // namespace

ComparisonWorld comparison_world(const ComparisonConfig& config) {
  return TableMaker(config).made();
}

std::span<const Pool> comparison_pools(std::span<const CoverageRule> rules) {
  static constexpr std::array pools{Pool::train, Pool::validate, Pool::ii,       Pool::io,
                                    Pool::oo,    Pool::unused,   Pool::uncovered};
  return std::span(pools).first(pools.size() - (rules.empty() ? 1 : 0));
}

}  // namespace tasks::comparison
