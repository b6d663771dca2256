#include "tasks/blocks/domain.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/error.h"
#include "base/text.h"
#include "tasks/blocks/sections.h"
#include "tasks/blocks/words.h"

namespace tasks::blocks {
namespace {

using enum BlocksPredicate;

/// A fact of an operator's own blocks (0 and 1), or that it does not hold.
struct Condition {
  BlocksFact fact;
  bool holds = true;
  bool operator==(const Condition&) const = default;
};

using Conditions = std::vector<Condition>;

struct Rule {
  Conditions before, after;
};

/// The four operators, written down once more: tasks/blocks/state.cpp does what these say.
Rule rule_of(BlocksOperator kind) {
  switch (kind) {
    case BlocksOperator::pick_up:
      return {{{{clear, 0}}, {{ontable, 0}}, {{handempty}}},
              {{{holding, 0}}, {{clear, 0}, false}, {{ontable, 0}, false}, {{handempty}, false}}};
    case BlocksOperator::put_down:
      return {{{{holding, 0}}},
              {{{clear, 0}}, {{ontable, 0}}, {{handempty}}, {{holding, 0}, false}}};
    case BlocksOperator::stack:
      return {
          {{{holding, 0}}, {{clear, 1}}},
          {{{on, 0, 1}}, {{clear, 0}}, {{handempty}}, {{holding, 0}, false}, {{clear, 1}, false}}};
    case BlocksOperator::unstack:
      break;
  }
  return {{{{on, 0, 1}}, {{clear, 0}}, {{handempty}}},
          {{{holding, 0}},
           {{clear, 1}},
           {{on, 0, 1}, false},
           {{clear, 0}, false},
           {{handempty}, false}}};
}

/// Reads one (:action ...).
class ActionReader final {
 public:
  ActionReader(const PddlForm& form, std::string place) : form_(form), place_(std::move(place)) {
    const bool has_name = form.items.size() > 1 && !form.items[1].is_list;
    require_form(has_name, place_, form, "wanted (:action NAME ...)");
    for (std::size_t i = 2; i + 1 < form.items.size(); i += 2) {
      const PddlForm& key = form.items[i];
      const std::string name = base::small_letters(key.word);
      const bool known = name == ":parameters" || name == ":precondition" || name == ":effect";
      require_form(
          known && part(name) == &form.items[i + 1], place_, key,
          "wanted :parameters, :precondition and :effect, each once, found `" + key.word + "`");
    }
    require_form(form.items.size() % 2 == 0, place_, form, "a part of `" + name() + "` is missing");
  }

  const std::string& name() const { return form_.items[1].word; }

  std::vector<Typed> parameters() const {
    const PddlForm* list = part(":parameters");
    require_form(list != nullptr && list->is_list, place_, form_,
                 "wanted :parameters (?block ...)");
    return typed_list(*list, 0, place_);
  }

  Conditions conditions(const std::string& part_name, const BlockNames& names, int& cost) const {
    Conditions all;
    if (const PddlForm* form = part(part_name)) gather(*form, names, all, cost);
    return all;
  }

 private:
  /// What follows the first key of this name.
  const PddlForm* part(const std::string& name) const {
    for (std::size_t i = 2; i + 1 < form_.items.size(); i += 2) {
      if (base::small_letters(form_.items[i].word) == name) return &form_.items[i + 1];
    }
    return nullptr;
  }

  void gather(const PddlForm& form, const BlockNames& names, Conditions& all, int& cost) const {
    if (form.is_list && form.items.empty()) return;
    if (form.starts_with("and")) {
      for (std::size_t i = 1; i < form.items.size(); ++i) gather(form.items[i], names, all, cost);
    } else if (form.starts_with("increase")) {
      const bool total = form.items.size() == 3 && form.items[1].starts_with("total-cost");
      const bool unit = total && (form.items[2].word == "1" || form.items[2].word == "1.0");
      require_form(unit, place_, form, "wanted (increase (total-cost) 1): costs of one each alone");
      ++cost;
    } else if (form.starts_with("not") && form.items.size() == 2) {
      if (!form.items[1].starts_with("=")) all.push_back({names.fact(form.items[1]), false});
    } else {
      all.push_back({names.fact(form), true});
    }
  }

  const PddlForm& form_;
  std::string place_;
};

/// Facts of an operator are spoken of in the words of its parameters.
std::string text_of(const Condition& condition, const BlocksProblem& words) {
  const std::string fact = fact_text(condition.fact, words);
  return condition.holds ? fact : "(not " + fact + ")";
}

void require_same(const Conditions& found, const Conditions& wanted, const std::string& what,
                  const BlocksProblem& words, const PddlForm& form, const std::string& place) {
  for (const Condition& condition : wanted) {
    require_form(std::ranges::find(found, condition) != found.end(), place, form,
                 what + " lacks " + text_of(condition, words) + ": not the four operators");
  }
  for (const Condition& condition : found) {
    require_form(std::ranges::find(wanted, condition) != wanted.end(), place, form,
                 what + " has " + text_of(condition, words) + " too: not the four operators");
  }
}

/// What reading the actions has found so far.
struct Found {
  std::array<bool, 4> operators{};
  int costs = 0;
  std::optional<std::string> type;
};

void read_action(const PddlForm& form, const std::string& place, Found& found) {
  const ActionReader action(form, place);
  const auto kind = operator_named(action.name());
  require_form(
      kind.has_value(), place, form,
      "operator `" + action.name() + "`: wanted pick-up, put-down, stack and unstack alone");
  bool& seen = found.operators[static_cast<std::size_t>(*kind)];
  require_form(!seen, place, form, "a second operator `" + action.name() + "`");
  seen = true;
  BlocksProblem words;
  for (const auto& [name, type] : action.parameters()) {
    require_form(found.type.value_or(type) == type, place, *name,
                 "`" + name->word + "` is of another type than other blocks");
    found.type = type;
    words.blocks.push_back(name->word);
  }
  const bool two = *kind == BlocksOperator::stack || *kind == BlocksOperator::unstack;
  require_form(words.blocks.size() == (two ? 2u : 1u), place, form,
               base::concat("`", action.name(), "` takes ", two ? 2 : 1, " blocks, found ",
                            words.blocks.size()));
  const BlockNames names(words.blocks, place);
  const Rule rule = rule_of(*kind);
  int cost = 0, none = 0;
  const Conditions before = action.conditions(":precondition", names, none);
  const Conditions after = action.conditions(":effect", names, cost);
  require_form(none == 0 && cost < 2, place, form, "`increase` where it cannot stand");
  found.costs += cost;
  require_same(before, rule.before, "precondition of `" + action.name() + "`", words, form, place);
  require_same(after, rule.after, "effect of `" + action.name() + "`", words, form, place);
}

void read_types(const PddlForm* form, const std::string& place, BlocksDomain& domain) {
  if (form == nullptr) return;
  for (const auto& [name, type] : typed_list(*form, 1, place)) {
    domain.parent[base::small_letters(name->word)] = type;
  }
}

void check_predicates(const PddlForm* form, const std::string& place) {
  if (form == nullptr) return;
  for (const PddlForm& item : std::span(form->items).subspan(1)) {
    require_form(item.is_list && !item.items.empty(), place, item, "wanted (predicate ?block ...)");
    BlocksProblem words;
    for (const auto& [name, type] : typed_list(item, 1, place)) words.blocks.push_back(name->word);
    PddlForm fact = item;
    fact.items.resize(1);
    for (const std::string& name : words.blocks) fact.items.push_back({name, {}, false, item.line});
    BlockNames(words.blocks, place).fact(fact);
  }
}

void check_functions(const PddlForm* form, const std::string& place) {
  if (form == nullptr) return;
  for (std::size_t i = 1; i < form->items.size(); ++i) {
    const PddlForm& item = form->items[i];
    const bool number = item.word == "-" && i + 1 < form->items.size() &&
                        base::small_letters(form->items[i + 1].word) == "number";
    if (number) ++i;
    require_form(number || item.starts_with("total-cost"), place, item,
                 "functions beside (total-cost) are PDDL that is not supported");
  }
}

}  // namespace

BlocksDomain read_domain(std::string_view text, const std::string& place) {
  static const std::vector<std::string> known{":requirements", ":types", ":predicates",
                                              ":functions", ":action"};
  const Sections sections(text, "domain", known, place);
  BlocksDomain domain{sections.name(), {}, "object"};
  check_requirements(sections.find(":requirements"), place);
  read_types(sections.find(":types"), place, domain);
  check_predicates(sections.find(":predicates"), place);
  check_functions(sections.find(":functions"), place);
  Found found;
  for (const PddlForm* action : sections.all(":action")) read_action(*action, place, found);
  for (const char* name : {"pick-up", "put-down", "stack", "unstack"}) {
    require_form(found.operators[static_cast<std::size_t>(*operator_named(name))], place,
                 sections.define(), std::string("no operator ") + name);
  }
  require_form(found.costs == 0 || found.costs == 4, place, sections.define(),
               "some operators cost one and others nothing: that is not supported");
  domain.type = found.type.value_or("object");
  return domain;
}

void require_of_domain(const BlocksProblem& problem, const BlocksDomain& domain,
                       const std::string& place) {
  base::require(base::small_letters(problem.domain) == base::small_letters(domain.name), place, ":",
                problem.domain_line, ": wanted a problem of domain `", domain.name, "`, found `",
                problem.domain, "`");
  for (std::size_t b = 0; b < problem.blocks.size(); ++b) {
    std::string type = problem.types[b];
    for (std::size_t i = 0; i <= domain.parent.size() && type != domain.type; ++i) {
      const auto above = domain.parent.find(type);
      if (above != domain.parent.end()) type = above->second;
    }
    base::require(type == domain.type, place, ": `", problem.blocks[b], "` is of type `",
                  problem.types[b], "`, and the operators take `", domain.type, "`");
  }
}

}  // namespace tasks::blocks
