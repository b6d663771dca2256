#include "tasks/blocks/sections.h"

#include <algorithm>

#include "base/error.h"
#include "base/names.h"
#include "base/text.h"
#include "tasks/blocks/words.h"

namespace tasks::blocks {
namespace {

using Names = std::vector<std::string>;

bool among(const std::string& name, std::span<const std::string> names) {
  return std::ranges::find(names, name) != names.end();
}

/// Sections of PDDL 1.2 to PDDL+, of problems and domains.
const Names pddl_sections{":domain",
                          ":requirements",
                          ":objects",
                          ":init",
                          ":goal",
                          ":metric",
                          ":types",
                          ":constants",
                          ":predicates",
                          ":functions",
                          ":action",
                          ":constraints",
                          ":length",
                          ":situation",
                          ":derived",
                          ":durative-action",
                          ":process",
                          ":event",
                          ":axiom",
                          ":safety",
                          ":extends",
                          ":timeless",
                          ":domain-variables",
                          ":domain-axioms",
                          ":action-expansions"};

const Names pddl_requirements{":strips",
                              ":typing",
                              ":equality",
                              ":negative-preconditions",
                              ":disjunctive-preconditions",
                              ":existential-preconditions",
                              ":universal-preconditions",
                              ":quantified-preconditions",
                              ":conditional-effects",
                              ":adl",
                              ":fluents",
                              ":numeric-fluents",
                              ":object-fluents",
                              ":action-costs",
                              ":durative-actions",
                              ":duration-inequalities",
                              ":continuous-effects",
                              ":derived-predicates",
                              ":timed-initial-literals",
                              ":preferences",
                              ":constraints",
                              ":time",
                              ":goal-utilities",
                              ":domain-axioms",
                              ":safety-constraints",
                              ":open-world",
                              ":ucpop"};

void check_section(const PddlForm& form, const std::string& what,
                   std::span<const std::string> known, const std::string& place) {
  require_form(
      form.is_list && !form.items.empty() && !form.items[0].is_list, place, form,
      form.is_list ? "wanted (:section ...)" : "wanted (:section ...), found `" + form.word + "`");
  const std::string& word = form.items[0].word;
  const std::string name = base::small_letters(word);
  if (name == what || among(name, known)) return;
  require_form(!among(name, pddl_sections), place, form,
               "(" + word + " ...) is PDDL that is not supported in a " + what);
  require_form(false, place, form,
               "no section `" + word + "` in a " + what + base::did_you_mean(name, known));
}

}  // namespace

Sections::Sections(std::string_view text, const std::string& what,
                   std::span<const std::string> known, const std::string& place)
    : place_(place), what_(what) {
  std::vector<PddlForm> forms = pddl_forms(text, place);
  const bool defines = forms.size() == 1 && forms[0].starts_with("define");
  const int line = forms.empty() ? 1 : forms[forms.size() > 1 ? 1 : 0].line;
  base::require(defines, place, ":", line, ": wanted one (define (", what, " ...) ...)");
  define_ = std::move(forms[0]);
  for (const PddlForm& form : std::span(define_.items).subspan(1)) {
    const bool other = form.starts_with(what == "problem" ? "domain" : "problem");
    require_form(!other, place, form,
                 "wanted a " + what + ", found a " + (what == "problem" ? "domain" : "problem"));
    check_section(form, what, known, place);
  }
  name_ = named(at(what), place);
}

const PddlForm* Sections::find(const std::string& name) const {
  const std::vector<const PddlForm*> found = all(name);
  if (found.size() > 1) require_form(false, place_, *found[1], "a second (" + name + " ...)");
  return found.empty() ? nullptr : found.front();
}

const PddlForm& Sections::at(const std::string& name) const {
  const PddlForm* found = find(name);
  require_form(found != nullptr, place_, define_, "no (" + name + " ...) in this " + what_);
  return *found;
}

std::vector<const PddlForm*> Sections::all(const std::string& name) const {
  std::vector<const PddlForm*> found;
  for (const PddlForm& form : define_.items) {
    if (form.starts_with(name)) found.push_back(&form);
  }
  return found;
}

std::string named(const PddlForm& form, const std::string& place) {
  const bool one = form.items.size() == 2 && !form.items[1].is_list;
  require_form(one, place, form, "wanted a name and nothing else");
  return form.items[1].word;
}

std::vector<Typed> typed_list(const PddlForm& form, std::size_t first, const std::string& place) {
  std::vector<Typed> typed;
  std::size_t untyped = 0;
  for (std::size_t i = first; i < form.items.size(); ++i) {
    const PddlForm& item = form.items[i];
    require_form(!item.is_list, place, item, "wanted a name, found a list");
    if (item.word != "-") {
      typed.push_back({&item});
      continue;
    }
    const bool more = ++i < form.items.size();
    require_form(more, place, item, "wanted a type after `-`");
    const PddlForm& type = form.items[i];
    require_form(!type.starts_with("either"), place, type,
                 "(either ...) is PDDL that is not supported");
    require_form(!type.is_list, place, type, "wanted a type after `-`");
    for (; untyped < typed.size(); ++untyped) typed[untyped].type = base::small_letters(type.word);
  }
  return typed;
}

void check_requirements(const PddlForm* form, const std::string& place) {
  if (form == nullptr) return;
  for (const PddlForm& item : std::span(form->items).subspan(1)) {
    require_form(!item.is_list, place, item, "wanted a requirement, found a list");
    const std::string name = base::small_letters(item.word);
    require_form(
        among(name, pddl_requirements), place, item,
        "no requirement `" + item.word + "`" + base::did_you_mean(name, pddl_requirements));
  }
}

}  // namespace tasks::blocks
