#include "tasks/knowledge/knowledge.h"

#include <algorithm>
#include <string>

#include "base/error.h"
#include "tasks/knowledge/coverage.h"
#include "tasks/knowledge/judge.h"

namespace tasks::knowledge {
namespace {

/// The ids after the entities: relations, "same", then these.
struct Marks {
  Token first_relation, equals, end, task;
};

Marks marks_of(const KnowledgeConfig& config) {
  const int after = config.entities + config.relations + 1;
  return {config.entities, after, after + 1, after + 2};
}

Vocabulary vocabulary_of(const KnowledgeConfig& config) {
  std::vector<std::string> names;
  for (int i = 0; i < config.entities; ++i) names.push_back("e" + std::to_string(i));
  for (int i = 0; i < config.relations; ++i) names.push_back("r" + std::to_string(i));
  names.insert(names.end(), {"same", "=", std::string(end_token), "<knowledge>"});
  return Vocabulary(std::move(names));
}

/// Of the entities, how often each is the answer; divided by all, the largest.
double majority(const std::vector<std::int64_t>& counts) {
  std::int64_t all = 0;
  for (const std::int64_t count : counts) all += count;
  return static_cast<double>(*std::ranges::max_element(counts)) / static_cast<double>(all);
}

/// How often each entity is the end of a path of facts that starts `times[h]` times at h.
std::vector<std::int64_t> ends(const KnowledgeWorld& world,
                               const std::vector<std::int64_t>& times) {
  std::vector<std::int64_t> counts(times.size());
  const auto relations = static_cast<std::size_t>(world.config.relations);
  for (std::size_t place = 0; place < world.tails.size(); ++place) {
    if (world.tails[place] < 0) continue;
    counts[static_cast<std::size_t>(world.tails[place])] += times[place / relations];
  }
  return counts;
}

}  // namespace

std::vector<Introduction<KnowledgeConfig>> Knowledge::introductions() {
  return {{"knowledge",
           "facts of a random knowledge graph, alone or two in a row",
           "The prompt is an entity and one or two relations. The answer is the relation of the\n"
           "entity, or the second relation of the first, then the end token. The facts are random\n"
           "and never shown otherwise: they can be learned from the pool train only.",
           "<knowledge> e17 r4 r6 =",
           "e19 .",
           {}}};
}

Knowledge::Knowledge(const KnowledgeConfig& config)
    : world_(knowledge_world(config)),
      vocabulary_(vocabulary_of(config)),
      fragments_(made_fragments()) {
  const std::vector<std::int64_t> once(static_cast<std::size_t>(config.entities), 1);
  const auto one_hop = ends(world_, once);
  chance_[0] = majority(one_hop);
  chance_[1] = majority(ends(world_, one_hop));
}

Range Knowledge::difficulties() const {
  return {world_.config.atomic == AtomicFacts::none ? 2 : 1, 2};
}

Fact Knowledge::question_of(std::span<const Token> prompt) const {
  const Marks marks = marks_of(world_.config);
  const bool framed = (prompt.size() == 4 || prompt.size() == 5) && prompt.front() == marks.task &&
                      prompt.back() == marks.equals && 0 <= prompt[1] &&
                      prompt[1] < marks.first_relation;
  const auto relations = framed ? prompt.subspan(2, prompt.size() - 3) : std::span<const Token>();
  const auto is_relation = [&](Token t) { return marks.first_relation <= t && t < marks.equals; };
  require_prompt(framed && std::ranges::all_of(relations, is_relation), *this, prompt,
                 "<knowledge> e1 r0 r1 =");
  Fact question{prompt[1], {}, 0};
  for (const Token t : relations) question.relations.push_back(t - marks.first_relation);
  return question;
}

Example Knowledge::example_of(const Fact& fact) const {
  const Marks marks = marks_of(world_.config);
  const bool identity = fact.relations[0] == world_.config.relations;
  Example example{{marks.task, fact.head},
                  {fact.tail, marks.end},
                  identity ? 1 : static_cast<int>(fact.relations.size())};
  for (const int relation : fact.relations) {
    example.prompt.push_back(marks.first_relation + relation);
  }
  example.prompt.push_back(marks.equals);
  return example;
}

Example Knowledge::sample(int difficulty, base::Random& random) const {
  require_difficulty(*this, difficulty);
  const auto relations = static_cast<std::size_t>(world_.config.relations);
  Fact fact{static_cast<int>(random.below(world_.config.entities)), {}, 0};
  fact.tail = fact.head;
  while (std::ssize(fact.relations) < difficulty) {
    const auto relation = static_cast<int>(random.below(world_.config.relations));
    const int tail = world_.tails[static_cast<std::size_t>(fact.tail) * relations +
                                  static_cast<std::size_t>(relation)];
    if (tail < 0) continue;
    fact.relations.push_back(relation);
    fact.tail = tail;
  }
  return example_of(fact);
}

bool Knowledge::solves(std::span<const Token> prompt, std::span<const Token> answer) const {
  const Fact question = question_of(prompt);
  const std::optional<int> end = followed(world_, question.head, question.relations);
  return end && answer.size() == 2 && answer[0] == *end && answer[1] == marks_of(world_.config).end;
}

std::uint64_t Knowledge::question_key(std::span<const Token> prompt) const {
  const Fact question = question_of(prompt);
  const KnowledgeConfig& config = world_.config;
  std::vector<int> parts{config.entities, config.relations, config.out_degree, question.head};
  parts.insert(parts.end(), question.relations.begin(), question.relations.end());
  return base::digest(std::span<const int>(parts), base::digest("knowledge", config.world_seed));
}

Content Knowledge::content(std::span<const Token> prompt) const {
  question_of(prompt);
  const KnowledgeConfig& config = world_.config;
  return {base::concat("knowledge of ", config.entities, " entities, ", config.relations,
                       " relations, ", config.out_degree, " facts each, world ", config.world_seed),
          words_of(vocabulary_, prompt)};
}

int Knowledge::answer_limit(std::span<const Token> prompt) const {
  question_of(prompt);
  return 2;
}

double Knowledge::chance(int difficulty) const {
  require_difficulty(*this, difficulty);
  return chance_[difficulty - 1];
}

int Knowledge::uses_of(int head, int relation, std::size_t hop) const {
  const auto relations = static_cast<std::size_t>(world_.config.relations);
  return world_
      .uses[hop][static_cast<std::size_t>(head) * relations + static_cast<std::size_t>(relation)];
}

std::map<std::string, int> Knowledge::facets(const Example& example) const {
  const Fact question = question_of(example.prompt);
  const std::size_t hops = question.relations.size();
  int known = 0;
  std::optional<int> at = question.head;
  for (std::size_t hop = 0; hop < hops && at; ++hop) {
    const int relation = question.relations[hop];
    const int uses = relation == world_.config.relations ? 1
                     : hops == 1 ? uses_of(*at, relation, 0) + uses_of(*at, relation, 1)
                                 : uses_of(*at, relation, hop);
    known += uses > 0 ? 1 : 0;
    at = followed(world_, *at, std::span(&relation, 1));
  }
  return {{"hops", static_cast<int>(hops)}, {"known", known}};
}

std::int64_t Knowledge::pool_size(Pool pool, int difficulty) const {
  require_difficulty(*this, difficulty);
  return std::ssize((difficulty == 1 ? world_.one_hop : world_.two_hop).at(pool));
}

Example Knowledge::pool_item(Pool pool, int difficulty, std::int64_t place) const {
  require_difficulty(*this, difficulty);
  const auto& pools = difficulty == 1 ? world_.one_hop : world_.two_hop;
  return example_of(pools.at(pool).at(static_cast<std::size_t>(place)));
}

std::optional<FiniteFunction> Knowledge::finite_function() const { return function_of(world_); }

}  // namespace tasks::knowledge
