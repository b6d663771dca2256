#include "tasks/composition/composition.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "base/error.h"
#include "tasks/composition/coverage.h"
#include "tasks/composition/judge.h"

namespace tasks::composition {
namespace {

/// The ids after the entities 0 .. n - 1.
struct Marks {
  Token equals, end, task, filler;
};

Marks marks_of(const CompositionWorld& world) {
  const int n = world.config.entities;
  return {n, n + 1, n + 2, n + 3};
}

Vocabulary vocabulary_of(const CompositionWorld& world, Scratchpad scratchpad) {
  std::vector<std::string> names;
  for (int i = 0; i < world.config.entities; ++i) names.push_back("t" + std::to_string(i));
  names.insert(names.end(), {"=", std::string(end_token),
                             base::concat('<', composition::name(world.config.formula), '>')});
  if (scratchpad == Scratchpad::filler) names.emplace_back("_");
  return Vocabulary(std::move(names));
}

/// The largest share of tuples that share an answer.
double majority(const CompositionWorld& world, Scratchpad scratchpad) {
  const int n = world.config.entities;
  const std::size_t shown = scratchpad == Scratchpad::bridges ? world.plan.calls.size() : 1;
  std::vector<std::int64_t> counts(static_cast<std::size_t>(std::pow(n, shown)));
  std::vector<int> values(world.plan.calls.size());
  for_each_tuple(n, world.plan.inputs, [&](std::span<const int> inputs) {
    values_into(world, inputs, values);
    std::size_t answer = 0;
    for (std::size_t i = values.size() - shown; i < values.size(); ++i) {
      answer = answer * static_cast<std::size_t>(n) + static_cast<std::size_t>(values[i]);
    }
    ++counts[answer];
  });
  return static_cast<double>(*std::ranges::max_element(counts)) / std::pow(n, world.plan.inputs);
}

CompositionWorld world_of(const CompositionConfig& config) {
  base::require(config.world.bridge_noise == 0 || config.scratchpad == Scratchpad::bridges,
                "bridge_noise: no bridges are shown without scratchpad bridges, got ",
                config.world.bridge_noise);
  return composition_world(config.world);
}

}  // namespace

Composition::Composition(const CompositionConfig& config)
    : world_(world_of(config)),
      scratchpad_(config.scratchpad),
      vocabulary_(vocabulary_of(world_, scratchpad_)),
      chance_(majority(world_, scratchpad_)),
      fragments_(made_fragments()) {}

std::vector<int> Composition::inputs_of(std::span<const Token> prompt) const {
  const Marks marks = marks_of(world_);
  const auto inputs = static_cast<std::size_t>(world_.plan.inputs);
  const bool framed =
      prompt.size() == inputs + 2 && prompt.front() == marks.task && prompt.back() == marks.equals;
  const auto asked = framed ? prompt.subspan(1, inputs) : std::span<const Token>();
  const auto is_entity = [this](Token t) { return 0 <= t && t < world_.config.entities; };
  std::string looks_like = base::concat('<', name(), '>');
  for (std::size_t i = 0; i < inputs; ++i) looks_like += base::concat(" t", i % 2);
  require_prompt(framed && std::ranges::all_of(asked, is_entity), *this, prompt, looks_like + " =");
  return {asked.begin(), asked.end()};
}

Example Composition::example_of(const ComposedItem& item) const {
  const Marks marks = marks_of(world_);
  Example example{{marks.task}, {}, world_.plan.hops};
  example.prompt.insert(example.prompt.end(), item.inputs.begin(), item.inputs.end());
  example.prompt.push_back(marks.equals);
  if (scratchpad_ != Scratchpad::off) {
    example.answer.assign(item.values.begin(), item.values.end() - 1);
  }
  if (scratchpad_ == Scratchpad::filler) std::ranges::fill(example.answer, marks.filler);
  example.answer.push_back(item.answer());
  example.answer.push_back(marks.end);
  return example;
}

Example Composition::sample(int difficulty, base::Random& random) const {
  require_difficulty(*this, difficulty);
  ComposedItem item;
  for (int i = 0; i < world_.plan.inputs; ++i) {
    item.inputs.push_back(static_cast<int>(random.below(world_.config.entities)));
  }
  item.values = values_of(world_, item.inputs);
  return example_of(item);
}

bool Composition::solves(std::span<const Token> prompt, std::span<const Token> answer) const {
  const Marks marks = marks_of(world_);
  const std::vector<int> right = walked(world_, inputs_of(prompt));
  std::vector<Token> wanted;
  if (scratchpad_ == Scratchpad::bridges) wanted.assign(right.begin(), right.end() - 1);
  if (scratchpad_ == Scratchpad::filler) wanted.assign(right.size() - 1, marks.filler);
  wanted.insert(wanted.end(), {right.back(), marks.end});
  return std::ranges::equal(answer, wanted);
}

std::uint64_t Composition::question_key(std::span<const Token> prompt) const {
  std::vector<int> parts = inputs_of(prompt);
  parts.push_back(world_.config.entities);
  return base::digest(std::span<const int>(parts), key_of(world_.plan) ^ world_.config.world_seed);
}

Content Composition::content(std::span<const Token> prompt) const {
  inputs_of(prompt);
  const WorldConfig& config = world_.config;
  return {base::concat(name(), " of ", config.entities, " entities, ",
                       config.operators == Operators::shared ? "one function" : "own functions",
                       ", world ", config.world_seed),
          words_of(vocabulary_, prompt)};
}

int Composition::answer_limit(std::span<const Token> prompt) const {
  inputs_of(prompt);
  return scratchpad_ == Scratchpad::off ? 2 : world_.plan.bridges() + 2;
}

double Composition::chance(int difficulty) const {
  require_difficulty(*this, difficulty);
  return chance_;
}

std::map<std::string, int> Composition::facets(const Example& example) const {
  const std::vector<int> inputs = inputs_of(example.prompt);
  const std::vector<int> values = values_of(world_, inputs);
  std::map<std::string, int> facets{{"hops", world_.plan.hops}};
  if (const auto cutoff = cutoffs_.of(world_, inputs)) facets["k_cutoff"] = *cutoff;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const int cell = cell_of(world_.plan.calls[i], inputs, values, world_.config.entities);
    facets[base::concat('f', i + 1, "_uses")] = world_.uses[i][static_cast<std::size_t>(cell)];
  }
  return facets;
}

std::vector<std::string> Composition::facet_names() const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < world_.plan.calls.size(); ++i) {
    names.push_back(base::concat('f', i + 1, "_uses"));
  }
  names.emplace_back("hops");
  if (CompositionCutoffs::has(world_)) names.emplace_back("k_cutoff");
  return names;
}

std::span<const Pool> Composition::pools() const {
  return composition_pools(static_cast<int>(world_.plan.calls.size()));
}

std::int64_t Composition::pool_size(Pool pool, int difficulty) const {
  require_difficulty(*this, difficulty);
  return std::ssize(world_.pools.at(pool));
}

Example Composition::pool_item(Pool pool, int difficulty, std::int64_t place) const {
  require_difficulty(*this, difficulty);
  return example_of(world_.pools.at(pool).at(static_cast<std::size_t>(place)));
}

std::optional<FiniteFunction> Composition::finite_function() const { return function_of(world_); }

}  // namespace tasks::composition
