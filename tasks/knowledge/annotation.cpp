#include <optional>

#include "tasks/knowledge/knowledge.h"

// What probes may look for in a model that answers over facts. Row 0 is the task token, row 1 the
// entity, then one or two relations, "=" and the answer.

namespace tasks::knowledge {
namespace {

std::size_t place_of(const KnowledgeWorld& world, int head, int relation) {
  return static_cast<std::size_t>(head) * static_cast<std::size_t>(world.config.relations) +
         static_cast<std::size_t>(relation);
}

/// The tail of a fact that training uses in this hop (0 or 1); nothing of any other.
std::optional<int> used_tail(const KnowledgeWorld& world, std::size_t hop, int head, int relation) {
  const std::size_t place = place_of(world, head, relation);
  if (world.uses[hop][place] == 0) return std::nullopt;
  return world.tails[place];
}

/// Where a fact leads; "same" leads back.
int tail_of(const KnowledgeWorld& world, int head, int relation) {
  return relation == world.config.relations ? head : world.tails[place_of(world, head, relation)];
}

}  // namespace

Annotation Knowledge::annotation(const Example& example) const {
  const Fact question = question_of(example.prompt);
  const int equals = static_cast<int>(example.prompt.size()) - 1;
  Annotation all{{"task", "entity", "relation 1"}, {}, {}, {}};
  if (question.relations.size() == 2) all.roles.emplace_back("relation 2");
  all.roles.insert(all.roles.end(), {"equals", "answer"});
  int entity = question.head;
  for (std::size_t hop = 0; hop < question.relations.size(); ++hop) {
    entity = tail_of(world_, entity, question.relations[hop]);
    const bool last = hop + 1 == question.relations.size();
    for (int row = 2 + static_cast<int>(hop); row <= equals; ++row) {
      all.tokens.push_back({last ? "answer" : "bridge", row, entity});
    }
  }
  return all;
}

std::optional<Counterfactual> Knowledge::counterfactual(const Example& example,
                                                        base::Random& random) const {
  const Fact question = question_of(example.prompt);
  if (question.relations.size() != 2) return std::nullopt;
  const int own_bridge = tail_of(world_, question.head, question.relations[0]);
  std::vector<std::pair<int, int>> found;  // another first relation, the answer with it
  for (int relation = 0; relation < world_.config.relations; ++relation) {
    const auto bridge = used_tail(world_, 0, question.head, relation);
    if (!bridge || *bridge == own_bridge) continue;
    const auto answer = used_tail(world_, 1, *bridge, question.relations[1]);
    if (answer && *answer != example.answer[0]) found.emplace_back(relation, *answer);
  }
  if (found.empty()) return std::nullopt;
  const auto [relation, answer] = found[static_cast<std::size_t>(random.below(std::ssize(found)))];
  Counterfactual pair{example.prompt, example.prompt, example.answer[0], answer, {}};
  pair.changed[2] = world_.config.entities + relation;
  pair.places = {
      {"changed relation 1", {2}}, {"entity", {1}}, {"relation 2", {3}}, {"equals", {4}}};
  return pair;
}

}  // namespace tasks::knowledge
