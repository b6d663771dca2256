#include "base/error.h"
#include "tasks/comparison/comparison.h"

// Pieces that questions are made of: a fact, alone or compared.

namespace tasks::comparison {

SimpleFragments ComparisonTask::made_fragments() const {
  const auto of_size = [this](std::size_t entities) {
    return [this, entities](std::span<const Token> prompt) {
      const Comparison asked = question_of(prompt);
      std::vector<Fragment> facts;
      for (const int entity : asked.entities) {
        if (asked.entities.size() == entities) {
          facts.push_back(fragment_of(asked.attribute, entity));
        }
      }
      return facts;
    };
  };
  const auto all = [this](bool any) {
    std::vector<Fragment> facts;
    if (!any) return facts;
    for (int attribute = 0; attribute < world_.config.attributes; ++attribute) {
      for (int entity = 0; entity < world_.config.entities; ++entity) {
        facts.push_back(fragment_of(attribute, entity));
      }
    }
    return facts;
  };
  const auto of_two = [all](Range facts) { return all(facts.contains(2)); };
  const auto of_one = [all](Range facts) { return all(facts.contains(1)); };
  const auto text = [](Fragment fact) {
    return base::concat('a', numbers_of(fact)[0], " e", numbers_of(fact)[1]);
  };
  return SimpleFragments(
      {{{"compared", "an attribute of an entity that is compared"}, of_size(2), of_two, text},
       {{"fact", "an attribute of an entity, asked for alone"}, of_size(1), of_one, text}});
}

}  // namespace tasks::comparison
