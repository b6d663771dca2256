#include "tasks/knowledge/world.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "base/error.h"
#include "base/random.h"
#include "tasks/allowed.h"
#include "tasks/selection.h"
#include "tasks/set_apart.h"

namespace tasks::knowledge {
namespace {

constexpr double most_questions = 1 << 25;

void require_valid(const KnowledgeConfig& config) {
  base::require(config.entities >= 2, "entities: must be >= 2, got ", config.entities);
  base::require(config.relations >= 1, "relations: must be >= 1, got ", config.relations);
  base::require(1 <= config.out_degree && config.out_degree <= config.relations,
                "out_degree: must be in 1..relations (", config.relations, "), got ",
                config.out_degree);
  const double questions = std::pow(config.out_degree, 2) * config.entities;
  base::require(questions <= most_questions, "entities: ", config.entities, " times ",
                config.out_degree, " squared are ", questions, " questions, more than ",
                most_questions);
  base::require(config.phi > 0, "phi: must be above 0, got ", config.phi);
  base::require(0 <= config.ood_share && config.ood_share < 1, "ood_share: must be in [0, 1), got ",
                config.ood_share);
  base::require(config.zipf >= 0, "zipf: must be >= 0, got ", config.zipf);
  base::require(config.pool_items >= 1, "pool_items: must be >= 1, got ", config.pool_items);
}

class GraphMaker {
 public:
  explicit GraphMaker(const KnowledgeConfig& config) {
    require_valid(config);
    world_.config = config;
    draw_facts();
    for (const Pool pool : knowledge_pools(config.coverage)) {
      world_.one_hop[pool], world_.two_hop[pool];
    }
  }

  KnowledgeWorld made() {
    choose_distribution();
    allowed_ = allowed();
    share_out_facts();
    share_out_questions();
    return std::move(world_);
  }

 private:
  base::Random random(std::string_view what, std::uint64_t index = 0) const {
    return base::Random(world_.config.world_seed, base::concat("knowledge ", what), index);
  }

  std::size_t place(int head, int relation) const {
    return static_cast<std::size_t>(head) * static_cast<std::size_t>(world_.config.relations) +
           static_cast<std::size_t>(relation);
  }

  bool known(int head, int relation) const { return world_.in_distribution[place(head, relation)]; }

  void draw_facts() {
    const auto& config = world_.config;
    world_.tails.assign(place(config.entities, 0), -1);
    for (int head = 0; head < config.entities; ++head) {
      std::vector<int> relations(static_cast<std::size_t>(config.relations));
      std::iota(relations.begin(), relations.end(), 0);
      random("relations", static_cast<std::uint64_t>(head)).shuffle(std::span(relations));
      relations.resize(static_cast<std::size_t>(config.out_degree));
      std::ranges::sort(relations);
      for (const int relation : relations) {
        const std::size_t at = place(head, relation);
        const auto tail = static_cast<int>(random("tail", at).below(config.entities));
        world_.tails[at] = tail;
        facts_.push_back({head, {relation}, tail});
      }
    }
  }

  void choose_distribution() {
    world_.in_distribution.assign(world_.tails.size(), false);
    const auto facts = std::ssize(facts_);
    const auto kept = facts - std::llround(world_.config.ood_share * static_cast<double>(facts));
    Selection selection(kept, facts, random("in distribution"));
    for (const Fact& fact : facts_) {
      const bool takes = selection.takes_next();
      world_.in_distribution[place(fact.head, fact.relations[0])] = takes;
      known_facts_ += takes ? 1 : 0;
    }
  }

  /// Of the facts in distribution, in each hop.
  AllowedFragments allowed() const {
    FragmentChoice choice{
        {}, [](Fragment) { return std::vector<Token>{}; }, [](Fragment) { return 0; }};
    for (const Fact& fact : facts_) {
      if (!known(fact.head, fact.relations[0])) continue;
      choice.possible.push_back(fragment_of(fact.head, fact.relations[0]));
    }
    const std::array kinds{KindChoice{"first_hop", choice}, KindChoice{"second_hop", choice}};
    return {kinds, world_.config.coverage};
  }

  bool is_allowed(const Fact& question) const {
    const int bridge = world_.tails[place(question.head, question.relations[0])];
    const Fragment whole = fragment_of(question.head, question.relations[0], question.relations[1]);
    return allowed_.allows(0, fragment_of(question.head, question.relations[0])) &&
           allowed_.allows(1, fragment_of(bridge, question.relations[1])) &&
           allowed_.allows_question(static_cast<std::uint64_t>(whole));
  }

  void share_out_facts() {
    const auto& config = world_.config;
    if (config.atomic == AtomicFacts::none) return;
    for (const Fact& fact : facts_) {
      const bool trained = config.atomic == AtomicFacts::all || known(fact.head, fact.relations[0]);
      world_.one_hop[trained ? Pool::train : Pool::oo].push_back(fact);
    }
    if (config.identity == IdentityRows::off) return;
    for (int entity = 0; entity < config.entities; ++entity) {
      world_.one_hop[Pool::train].push_back({entity, {config.relations}, entity});
    }
  }

  /// Every question over two facts, by whether these are in distribution; all of `ii` so far.
  KnowledgeWorld::Pools questions() const {
    KnowledgeWorld::Pools all;
    const auto degree = static_cast<std::size_t>(world_.config.out_degree);
    for (const Fact& first : facts_) {
      for (std::size_t i = 0; i < degree; ++i) {
        const Fact& second = facts_[static_cast<std::size_t>(first.tail) * degree + i];
        const bool known_first = known(first.head, first.relations[0]);
        const bool known_second = known(second.head, second.relations[0]);
        const Pool pool = known_first ? (known_second ? Pool::ii : Pool::io)
                                      : (known_second ? Pool::oi : Pool::oo);
        all[pool].push_back({first.head, {first.relations[0], second.relations[0]}, second.tail});
      }
    }
    return all;
  }

  /// Which questions are trained on: those that win a race of exponential clocks whose rates are
  /// the weights. (Efraimidis and Spirakis 2006.)
  std::vector<bool> chosen(const std::vector<Fact>& offered) const {
    base::require(!offered.empty(), "ood_share: ", world_.config.ood_share, " of ", facts_.size(),
                  " facts leaves no question over two facts in distribution, wanted fewer out of "
                  "it or more facts");
    const double ratio = static_cast<double>(offered.size()) / static_cast<double>(known_facts_);
    const auto wanted = std::llround(world_.config.phi * static_cast<double>(known_facts_));
    base::require(wanted >= 1, "phi: ", world_.config.phi, " for each of ", known_facts_,
                  " facts in distribution is no question to train on, wanted more");
    base::require(wanted <= std::ssize(offered), "phi: must be at most ", ratio, " (",
                  offered.size(), " questions over ", known_facts_, " facts in distribution), got ",
                  world_.config.phi);
    base::Random clock = random("train");
    std::vector<std::pair<double, std::size_t>> times;
    for (std::size_t i = 0; i < offered.size(); ++i) {
      const double weight = std::pow(
          (offered[i].relations[0] + 1.0) * (offered[i].relations[1] + 1.0), -world_.config.zipf);
      times.emplace_back(-std::log1p(-clock.uniform()) / weight, i);
    }
    std::ranges::nth_element(times, times.begin() + wanted - 1);
    std::vector<bool> trained(offered.size());
    for (std::ptrdiff_t i = 0; i < wanted; ++i) {
      trained[times[static_cast<std::size_t>(i)].second] = true;
    }
    return trained;
  }

  /// The places of a question's two facts.
  std::array<std::size_t, 2> places(const Fact& question) const {
    const std::size_t first = place(question.head, question.relations[0]);
    return {first, place(world_.tails[first], question.relations[1])};
  }

  void count_uses(const std::vector<Fact>& trained) {
    world_.uses.fill(std::vector<int>(world_.tails.size()));
    for (const Fact& question : trained) {
      const std::array at = places(question);
      for (std::size_t hop = 0; hop < 2; ++hop) ++world_.uses[hop][at[hop]];
    }
  }

  /// Whether it has a fact in distribution in a hop where training has it nowhere.
  bool is_unused(const Fact& question) const {
    const std::array at = places(question);
    const auto unused = [&](std::size_t hop) {
      return world_.in_distribution[at[hop]] &&
             world_.uses[hop][at[hop]] < allowed_.wanted_uses(hop);
    };
    return unused(0) || unused(1);
  }

  /// Takes the questions that are not allowed from those in distribution.
  std::vector<Fact> uncovered(KnowledgeWorld::Pools* all) const {
    std::vector<Fact>& known = (*all)[Pool::ii];
    const auto apart =
        std::ranges::stable_partition(known, [&](const Fact& one) { return is_allowed(one); });
    std::vector<Fact> taken(apart.begin(), apart.end());
    known.erase(apart.begin(), apart.end());
    return taken;
  }

  void share_out_questions() {
    KnowledgeWorld::Pools all = questions();
    const std::vector<Fact> not_allowed = uncovered(&all);
    const std::vector<Fact> both_known = std::move(all[Pool::ii]);
    all[Pool::ii].clear();
    const std::vector<bool> trained = chosen(both_known);
    base::Random tenth = random("validate");
    for (std::size_t i = 0; i < both_known.size(); ++i) {
      const bool validates = tenth.below(10) == 0;
      const Pool pool = trained[i] ? Pool::train : validates ? Pool::validate : Pool::ii;
      all[pool].push_back(both_known[i]);
    }
    count_uses(all[Pool::train]);
    set_apart(&all, Pool::unused, [&](const Fact& question) { return is_unused(question); });
    if (!not_allowed.empty()) all[Pool::uncovered] = not_allowed;
    for (auto& [pool, questions] : all) {
      const std::int64_t wanted =
          pool == Pool::train ? std::ssize(questions) : world_.config.pool_items;
      Selection selection(wanted, std::ssize(questions), random(name(pool)));
      for (const Fact& question : questions) {
        if (selection.takes_next()) world_.two_hop[pool].push_back(question);
      }
    }
  }

  KnowledgeWorld world_;
  std::vector<Fact> facts_;  ///< out_degree for each head, in order
  std::int64_t known_facts_ = 0;
  AllowedFragments allowed_;
};

}  // namespace

KnowledgeWorld knowledge_world(const KnowledgeConfig& config) { return GraphMaker(config).made(); }

std::span<const Pool> knowledge_pools(std::span<const CoverageRule> rules) {
  static constexpr std::array pools{Pool::train, Pool::validate, Pool::ii,     Pool::io,
                                    Pool::oi,    Pool::oo,       Pool::unused, Pool::uncovered};
  return std::span(pools).first(pools.size() - (rules.empty() ? 1 : 0));
}

}  // namespace tasks::knowledge
