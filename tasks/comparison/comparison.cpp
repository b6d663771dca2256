#include "tasks/comparison/comparison.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "base/error.h"
#include "tasks/comparison/coverage.h"

namespace tasks::comparison {
namespace {

/// The ids: entities, attributes, values, then these.
struct Marks {
  Token first_attribute, first_value, less, equal, greater, equals, end, task;
};

Marks marks_of(const ComparisonConfig& config) {
  const int attribute = config.entities, value = attribute + config.attributes,
            after = value + config.values;
  return {attribute, value, after, after + 1, after + 2, after + 3, after + 4, after + 5};
}

Vocabulary vocabulary_of(const ComparisonConfig& config) {
  std::vector<std::string> names;
  for (int i = 0; i < config.entities; ++i) names.push_back("e" + std::to_string(i));
  for (int i = 0; i < config.attributes; ++i) names.push_back("a" + std::to_string(i));
  for (int i = 0; i < config.values; ++i) names.push_back("v" + std::to_string(i));
  names.insert(names.end(),
               {"less", "equal", "greater", "=", std::string(end_token), "<comparison>"});
  return Vocabulary(std::move(names));
}

/// Of all facts, the share that has the most frequent value.
double value_majority(const ComparisonWorld& world) {
  std::vector<int> counts(static_cast<std::size_t>(world.config.values));
  for (const int value : world.values) ++counts[static_cast<std::size_t>(value)];
  return *std::ranges::max_element(counts) / static_cast<double>(world.values.size());
}

/// Of all ordered pairs, the share that has the most frequent answer; less and greater are equally
/// frequent.
double order_majority(const ComparisonWorld& world) {
  const double n = world.config.entities, all = n * (n - 1) * world.config.attributes;
  double equal = 0;
  for (int attribute = 0; attribute < world.config.attributes; ++attribute) {
    std::vector<double> counts(static_cast<std::size_t>(world.config.values));
    for (int entity = 0; entity < world.config.entities; ++entity) {
      const auto at = static_cast<std::size_t>(attribute * world.config.entities + entity);
      ++counts[static_cast<std::size_t>(world.values[at])];
    }
    for (const double count : counts) equal += count * (count - 1);
  }
  return std::max(equal, (all - equal) / 2) / all;
}

}  // namespace

std::vector<Introduction<ComparisonConfig>> ComparisonTask::introductions() {
  return {
      {"comparison",
       "attributes of entities, alone or two compared",
       "The prompt is an attribute and one or two entities. The answer is the value of the one,\n"
       "or less, equal or greater for the first against the second, then the end token. The\n"
       "values are random and can be learned from the pool train only.",
       "<comparison> a3 e7 e31 =",
       "less .",
       {}}};
}

ComparisonTask::ComparisonTask(const ComparisonConfig& config)
    : world_(comparison_world(config)),
      vocabulary_(vocabulary_of(config)),
      chance_{value_majority(world_), order_majority(world_)},
      fragments_(made_fragments()) {}

int ComparisonTask::value(int attribute, int entity) const {
  return world_.values[static_cast<std::size_t>(attribute * world_.config.entities + entity)];
}

Comparison ComparisonTask::question_of(std::span<const Token> prompt) const {
  const Marks marks = marks_of(world_.config);
  const auto is_entity = [&](Token t) { return 0 <= t && t < marks.first_attribute; };
  const bool framed = (prompt.size() == 4 || prompt.size() == 5) && prompt.front() == marks.task &&
                      prompt.back() == marks.equals && marks.first_attribute <= prompt[1] &&
                      prompt[1] < marks.first_value;
  const auto entities = framed ? prompt.subspan(2, prompt.size() - 3) : std::span<const Token>();
  const bool well_formed = framed && std::ranges::all_of(entities, is_entity) &&
                           (entities.size() == 1 || entities[0] != entities[1]);
  require_prompt(well_formed, *this, prompt, "<comparison> a0 e1 e2 =");
  return {prompt[1] - marks.first_attribute, {entities.begin(), entities.end()}};
}

Example ComparisonTask::example_of(const Comparison& asked) const {
  const Marks marks = marks_of(world_.config);
  Example example{{marks.task, marks.first_attribute + asked.attribute},
                  {},
                  static_cast<int>(asked.entities.size())};
  example.prompt.insert(example.prompt.end(), asked.entities.begin(), asked.entities.end());
  example.prompt.push_back(marks.equals);
  const int first = value(asked.attribute, asked.entities[0]);
  if (asked.entities.size() == 1) {
    example.answer = {marks.first_value + first, marks.end};
    return example;
  }
  const int second = value(asked.attribute, asked.entities[1]);
  const std::array words{marks.less, marks.equal, marks.greater};
  example.answer = {words[static_cast<std::size_t>(1 + (first > second) - (first < second))],
                    marks.end};
  return example;
}

Example ComparisonTask::sample(int difficulty, base::Random& random) const {
  require_difficulty(*this, difficulty);
  const int n = world_.config.entities;
  Comparison asked{static_cast<int>(random.below(world_.config.attributes)),
                   {static_cast<int>(random.below(n))}};
  if (difficulty == 2) {
    const auto step = 1 + static_cast<int>(random.below(n - 1));
    asked.entities.push_back((asked.entities[0] + step) % n);
  }
  return example_of(asked);
}

bool ComparisonTask::solves(std::span<const Token> prompt, std::span<const Token> answer) const {
  const Comparison asked = question_of(prompt);
  if (answer.size() != 2) return false;
  const std::string said = vocabulary_.shown(answer);
  const int difference = value(asked.attribute, asked.entities.front()) -
                         value(asked.attribute, asked.entities.back());
  if (asked.entities.size() == 1) {
    return said == base::concat('v', value(asked.attribute, asked.entities[0]), ' ', end_token);
  }
  if (difference == 0) return said == "equal .";
  return said == (difference < 0 ? "less ." : "greater .");
}

std::uint64_t ComparisonTask::question_key(std::span<const Token> prompt) const {
  Comparison asked = question_of(prompt);
  std::ranges::sort(asked.entities);
  const ComparisonConfig& config = world_.config;
  std::vector<int> parts{config.entities, config.values, asked.attribute};
  parts.insert(parts.end(), asked.entities.begin(), asked.entities.end());
  return base::digest(std::span<const int>(parts), base::digest("comparison", config.world_seed));
}

Content ComparisonTask::content(std::span<const Token> prompt) const {
  Comparison asked = question_of(prompt);
  std::ranges::sort(asked.entities);
  asked.entities.insert(asked.entities.begin(), prompt[1]);
  const ComparisonConfig& config = world_.config;
  return {base::concat("comparison of ", config.entities, " entities, ", config.values,
                       " values, world ", config.world_seed),
          words_of(vocabulary_, asked.entities)};
}

int ComparisonTask::answer_limit(std::span<const Token> prompt) const {
  question_of(prompt);
  return 2;
}

double ComparisonTask::chance(int difficulty) const {
  require_difficulty(*this, difficulty);
  return chance_[difficulty - 1];
}

std::map<std::string, int> ComparisonTask::facets(const Example& example) const {
  const Comparison asked = question_of(example.prompt);
  int known = 0;
  for (const int entity : asked.entities) {
    const int place = asked.attribute * world_.config.entities + entity;
    known += world_.uses[static_cast<std::size_t>(place)] > 0 ? 1 : 0;
  }
  const int difference = value(asked.attribute, asked.entities.front()) -
                         value(asked.attribute, asked.entities.back());
  return {{"hops", static_cast<int>(asked.entities.size())},
          {"known", known},
          {"gap", std::abs(difference)}};
}

std::int64_t ComparisonTask::pool_size(Pool pool, int difficulty) const {
  require_difficulty(*this, difficulty);
  return std::ssize((difficulty == 1 ? world_.one_hop : world_.two_hop).at(pool));
}

Example ComparisonTask::pool_item(Pool pool, int difficulty, std::int64_t place) const {
  require_difficulty(*this, difficulty);
  const auto& pools = difficulty == 1 ? world_.one_hop : world_.two_hop;
  return example_of(pools.at(pool).at(static_cast<std::size_t>(place)));
}

std::optional<FiniteFunction> ComparisonTask::finite_function() const {
  return function_of(world_);
}

}  // namespace tasks::comparison
