#include "base/error.h"
#include "tasks/knowledge/knowledge.h"

// Pieces that questions are made of: a fact, alone or in a hop.

namespace tasks::knowledge {

/// The facts that the question goes along, as far as the graph has them.
std::vector<Fragment> Knowledge::facts_in(std::span<const Token> prompt) const {
  const Fact question = question_of(prompt);
  std::vector<Fragment> facts;
  int entity = question.head;
  for (const int relation : question.relations) {
    if (relation == world_.config.relations || entity < 0) break;  // "same" is no fact
    facts.push_back(fragment_of(entity, relation));
    entity = world_.tails[static_cast<std::size_t>(entity * world_.config.relations + relation)];
  }
  return facts;
}

SimpleFragments Knowledge::made_fragments() const {
  const auto in_hop = [this](std::size_t hops, std::size_t hop) {
    return [this, hops, hop](std::span<const Token> prompt) {
      const std::vector<Fragment> facts = facts_in(prompt);
      const bool has = question_of(prompt).relations.size() == hops && facts.size() > hop;
      return has ? std::vector<Fragment>{facts[hop]} : std::vector<Fragment>{};
    };
  };
  const auto all = [this](bool any) {
    std::vector<Fragment> facts;
    if (!any) return facts;
    for (std::size_t i = 0; i < world_.tails.size(); ++i) {
      const auto place = static_cast<std::int64_t>(i);
      if (world_.tails[i] < 0) continue;
      facts.push_back(
          fragment_of(place / world_.config.relations, place % world_.config.relations));
    }
    return facts;
  };
  const auto of_two = [all](Range hops) { return all(hops.contains(2)); };
  const auto of_one = [all](Range hops) { return all(hops.contains(1)); };
  const auto text = [](Fragment fact) {
    return base::concat('e', numbers_of(fact)[0], " r", numbers_of(fact)[1]);
  };
  return SimpleFragments(
      {{{"first_hop", "the fact of the first of two hops"}, in_hop(2, 0), of_two, text},
       {{"second_hop", "the fact of the second of two hops"}, in_hop(2, 1), of_two, text},
       {{"fact", "a fact asked for alone"}, in_hop(1, 0), of_one, text}});
}

}  // namespace tasks::knowledge
