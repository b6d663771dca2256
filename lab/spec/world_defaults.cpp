#include "lab/spec/world_defaults.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "base/error.h"
#include "lab/spec/from_proto.h"
#include "tasks/comparison/world.h"
#include "tasks/composition/world.h"
#include "tasks/knowledge/world.h"
#include "tasks/scan/grammar.h"
#include "tasks/scan/world.h"

namespace lab::spec {
namespace {

constexpr double most_questions = 1 << 25;  // that a world may have

/// Whether there is such a world.
template <typename Make>
bool is_possible(const Make& make) {
  try {
    make();
    return true;
  } catch (const base::Error&) {
    return false;
  }
}

/// Entities whose tuples can be gone through in a moment.
int entities_for(int inputs) {
  constexpr double quickly = 1 << 22;
  return std::max(2, static_cast<int>(std::pow(quickly, 1.0 / inputs)));
}

/// The largest of the sizes that is possible, or the last.
template <typename Config, typename Size>
Size largest_possible(Config config, Size Config::*size, std::initializer_list<Size> sizes) {
  for (const Size one : sizes) {
    config.*size = one;
    if (is_possible([&] { tasks::scan::scan_world(config); })) return one;
  }
  return *(sizes.end() - 1);
}

/// Whether there may be too few commands of one or two sentences for the usual sizes, or none that
/// are listed.
bool is_unusual(const proto::Scan& scan) {
  constexpr int long_command = 18, short_command = 8;  // actions
  return scan.max_sentences() != 2 || scan.min_actions() > long_command ||
         (scan.has_max_actions() && scan.max_actions() < short_command);
}

/// Whether commands are drawn one by one, since there are too many to list.
bool is_drawn(const proto::Scan& scan) {
  constexpr double most_listed = 2e6;
  const double kinds =
      tasks::scan::scan_sentences(tasks::scan::scan_primitives + scan.extra_primitives());
  return scan.max_sentences() > 2 || 2 * kinds * kinds > most_listed;
}

void fit(const proto::Composition& said, proto::Composition* defaults) {
  proto::Composition all = filled(said, *defaults);
  const int inputs = calls_of(all) + 1;
  if (std::pow(defaults->entities(), inputs) > most_questions) {
    defaults->set_entities(entities_for(inputs));
    all = filled(said, *defaults);
  }
  all.set_items(defaults->items());
  all.clear_target();  // a search, and of items that are there already
  all.clear_pool_at_each_k();
  const double expected =
      std::pow(all.entities(), inputs) * std::pow(all.seen_ratio(), calls_of(all));
  const bool plenty = expected > 2.0 * all.items();
  if (plenty || is_possible([&] {
        tasks::composition::composition_world(from_proto<tasks::composition::WorldConfig>(all));
      })) {
    return;
  }
  defaults->set_items(std::max(1, static_cast<int>(expected / 3)));
}

void fit(const proto::Knowledge& said, proto::Knowledge* defaults) {
  const auto lower = [](auto usual, double most) {
    return std::max(1, static_cast<int>(std::min<double>(usual, most)));
  };
  if (said.has_out_degree()) {
    defaults->set_relations(std::max(defaults->relations(), said.out_degree()));
  }
  if (said.has_relations()) {
    defaults->set_out_degree(lower(defaults->out_degree(), said.relations()));
  }
  const double degree = filled(said, *defaults).out_degree();
  defaults->set_entities(
      std::max(2, lower(defaults->entities(), most_questions / (degree * degree))));
  proto::Knowledge all = filled(said, *defaults);
  defaults->set_out_degree(
      lower(defaults->out_degree(), std::sqrt(most_questions / all.entities())));
  all = filled(said, *defaults);
  all.set_phi(defaults->phi());
  const double expected = all.out_degree() * (1 - all.ood_share());
  constexpr double surely = 1.3;
  const bool possible =
      expected > surely * all.phi() || is_possible([&] {
        tasks::knowledge::knowledge_world(from_proto<tasks::knowledge::KnowledgeConfig>(all));
      });
  if (!possible) defaults->set_phi(expected / 2);
}

void fit(const proto::Comparison& said, proto::Comparison* defaults) {
  const double attributes = filled(said, *defaults).attributes();
  defaults->set_entities(std::min(
      defaults->entities(), std::max(2, static_cast<int>(std::sqrt(most_questions / attributes)))));
  const double entities = filled(said, *defaults).entities();
  const double most = most_questions / (entities * entities);
  defaults->set_attributes(
      std::max(1, static_cast<int>(std::min<double>(defaults->attributes(), most))));
  const proto::Comparison all = filled(said, *defaults);
  const auto out = static_cast<double>(std::llround(all.ood_share() * entities));
  const double known = entities - out;  // of an attribute
  const double pairs = known * (known - 1) / 2 * all.attributes();
  const double usual = std::round(defaults->phi() * known * all.attributes() / 2);
  if (usual > pairs && known > 1) defaults->set_phi((known - 1) / 2);
}

void fit(const proto::Scan& said, proto::Scan* defaults) {
  using Config = tasks::scan::ScanWorldConfig;
  proto::Scan all = filled(said, *defaults);
  const bool drawn = is_drawn(all);
  if (!drawn && !is_unusual(all)) return;
  auto config = from_proto<Config>(all);
  if (drawn && config.train_items == 0) config.train_items = 1;
  defaults->set_validate_items(largest_possible(config, &Config::validate_items,
                                                {defaults->validate_items(), 1000, 100, 10, 1, 0}));
  if (!drawn || defaults->train_items() > 0) return;
  config = from_proto<Config>(filled(said, *defaults));
  defaults->set_train_items(
      largest_possible(config, &Config::train_items, {20'000, 2000, 200, 20, 1}));
}

/// fit(), a pure function, of every question once: the runs of a sweep ask the same.
template <typename Message>
void fit_once(const Message& said, Message* defaults) {
  static std::mutex one_at_a_time;
  static std::map<std::pair<std::string, std::string>, Message> known;
  const std::pair question(said.SerializeAsString(), defaults->SerializeAsString());
  {
    const std::lock_guard lock(one_at_a_time);
    const auto found = known.find(question);
    if (found != known.end()) {
      *defaults = found->second;
      return;
    }
  }
  fit(said, defaults);
  const std::lock_guard lock(one_at_a_time);
  known.emplace(question, *defaults);
}

}  // namespace

void fit_world(const proto::Part& part, proto::Part* defaults) {
  if (part.has_composition()) fit_once(part.composition(), defaults->mutable_composition());
  if (part.has_knowledge()) fit_once(part.knowledge(), defaults->mutable_knowledge());
  if (part.has_comparison()) fit_once(part.comparison(), defaults->mutable_comparison());
  if (part.has_scan()) fit_once(part.scan(), defaults->mutable_scan());
}

int hops_of(const proto::Composition& composition) {
  switch (composition.formula()) {
    case proto::Composition::THREE_HOP:
      return 3;
    case proto::Composition::CHAIN:
      return composition.hops();
    case proto::Composition::TWO_HOP:
    case proto::Composition::PARALLEL_TWO_HOP:
    case proto::Composition::NON_TREE:
      break;
  }
  return 2;
}

int calls_of(const proto::Composition& composition) {
  const bool parallel = composition.formula() == proto::Composition::PARALLEL_TWO_HOP;
  return parallel ? 3 : hops_of(composition);
}

}  // namespace lab::spec
