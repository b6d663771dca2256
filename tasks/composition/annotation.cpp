#include <algorithm>

#include "base/error.h"
#include "tasks/composition/composition.h"

// What probes may look for in a model that composes functions. Row 0 is the task token, rows 1 .. m
// the inputs, row m + 1 is "=", then the scratchpad and the answer.

namespace tasks::composition {
namespace {

/// The last row that a call's result hangs on: no row before it can know the result.
std::vector<int> rows_of_results(const CallPlan& plan) {
  std::vector<int> rows;
  for (const Call& call : plan.calls) {
    int row = 0;
    for (const int operand : call.operands) {
      row =
          std::max(row, operand >= 0 ? operand + 1 : rows[static_cast<std::size_t>(-operand - 1)]);
    }
    rows.push_back(row);
  }
  return rows;
}

/// "bridge", or "bridge 1" if there are several; "answer" of the last call.
std::string name_of_result(const CallPlan& plan, int call) {
  if (call == plan.bridges()) return "answer";
  return plan.bridges() == 1 ? "bridge" : base::concat("bridge ", call + 1);
}

bool trained_on_all_calls(const CompositionWorld& world, std::span<const int> inputs,
                          std::span<const int> values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const int cell = cell_of(world.plan.calls[i], inputs, values, world.config.entities);
    if (world.uses[i][static_cast<std::size_t>(cell)] == 0) return false;
  }
  return true;
}

/// The tuple with another last operand of the first call, so that the first bridge and the answer
/// change and training has every call of it. (2505.20278, causal trace.)
std::optional<std::vector<int>> changed_inputs(const CompositionWorld& world,
                                               const std::vector<int>& inputs,
                                               base::Random& random) {
  const auto place = static_cast<std::size_t>(world.plan.calls[0].operands.back());
  const std::vector<int> values = values_of(world, inputs);
  std::vector<std::vector<int>> found;
  for (int entity = 0; entity < world.config.entities; ++entity) {
    std::vector<int> changed = inputs;
    changed[place] = entity;
    const std::vector<int> results = values_of(world, changed);
    if (results.front() != values.front() && results.back() != values.back() &&
        trained_on_all_calls(world, changed, results)) {
      found.push_back(std::move(changed));
    }
  }
  if (found.empty()) return std::nullopt;
  return found[static_cast<std::size_t>(random.below(std::ssize(found)))];
}

}  // namespace

Annotation Composition::annotation(const Example& example) const {
  const std::vector<int> inputs = inputs_of(example.prompt);
  const std::vector<int> values = values_of(world_, inputs);
  const int equals = world_.plan.inputs + 1;
  const int shown = scratchpad_ == Scratchpad::off ? 0 : world_.plan.bridges();
  const std::vector<int> known = rows_of_results(world_.plan);
  Annotation all{{"task"}, {}, {}, {}};
  for (int i = 1; i < equals; ++i) all.roles.push_back(base::concat('x', i));
  all.roles.emplace_back("equals");
  all.roles.resize(all.roles.size() + static_cast<std::size_t>(shown), "scratchpad");
  all.roles.emplace_back("answer");
  for (int call = 0; call < std::ssize(values); ++call) {
    const auto c = static_cast<std::size_t>(call);
    for (int row = known[c]; row <= equals + shown; ++row) {
      all.tokens.push_back({name_of_result(world_.plan, call), row, values[c]});
    }
  }
  if (world_.config.formula == CompositionFormula::non_tree) {
    for (int row = known[0]; row <= equals + shown; ++row) {
      all.numbers.push_back({"bridge and x2", row, values[0] * world_.config.entities + inputs[1]});
    }
  }
  return all;
}

std::optional<Counterfactual> Composition::counterfactual(const Example& example,
                                                          base::Random& random) const {
  const std::vector<int> inputs = inputs_of(example.prompt);
  const auto changed = changed_inputs(world_, inputs, random);
  if (!changed) return std::nullopt;
  const std::vector<int> values = values_of(world_, inputs), others = values_of(world_, *changed);
  const bool shows_bridges = scratchpad_ == Scratchpad::bridges;
  Counterfactual pair{example.prompt, example.prompt, {}, {}, {}};
  std::ranges::copy(*changed, pair.changed.begin() + 1);
  pair.expected = shows_bridges ? values.front() : values.back();
  pair.expected_changed = shows_bridges ? others.front() : others.back();
  const int equals = world_.plan.inputs + 1;
  const int row = world_.plan.calls[0].operands.back() + 1;
  pair.places = {{base::concat("changed x", row), {row}}};
  for (int other = 1; other < equals; ++other) {
    if (other != row) pair.places.push_back({base::concat('x', other), {other}});
  }
  pair.places.push_back({"equals", {equals}});
  if (scratchpad_ == Scratchpad::filler) {
    for (auto* text : {&pair.text, &pair.changed}) {
      text->insert(text->end(), example.answer.begin(), example.answer.end() - 2);
    }
    Place filler{"scratchpad", {}};
    for (int i = equals + 1; i < std::ssize(pair.text); ++i) filler.rows.push_back(i);
    pair.places.push_back(std::move(filler));
  }
  return pair;
}

}  // namespace tasks::composition
