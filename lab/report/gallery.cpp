#include "lab/report/gallery.h"

#include <fmt/format.h>

#include <set>

#include "base/text.h"
#include "lab/figure/text.h"
#include "lab/report/anchor.h"
#include "lab/report/contents.h"
#include "lab/report/known_figure.h"
#include "lab/report/parts.h"
#include "lab/report/task_tokens.h"
#include "tasks/catalog/catalog.h"
#include "tasks/easy.h"
#include "tasks/emptiness.h"
#include "tasks/pool.h"

namespace lab::report {
namespace {

using tasks::catalog::CatalogEntry;

/// What a task calls the things that probes look for.
struct Sought {
  std::set<std::string> values;  ///< at rows: tokens and numbers, for linear probes
  std::set<std::string> links;   ///< rows that a row would look at, for attention
  std::set<std::string> places;  ///< rows that patching changes, copies over and asks
};

void add(const tasks::Annotation& annotation, Sought* sought) {
  for (const tasks::RowValue& value : annotation.tokens) sought->values.insert(value.name);
  for (const tasks::RowValue& value : annotation.numbers) sought->values.insert(value.name);
  for (const tasks::RowLink& link : annotation.links) sought->links.insert(link.name);
}

/// Of some questions of the training pool, for not every question has everything.
Sought sought_in(const tasks::Task& task) {
  constexpr std::uint64_t questions = 8;
  Sought sought;
  const int difficulty = tasks::easy_difficulty(task);
  for (std::uint64_t i = 0; i < questions; ++i) {
    const auto example = tasks::example_if_any(task, tasks::Pool::train, difficulty, 0, i);
    if (!example) continue;
    add(tasks::annotation_of(task, *example), &sought);
    base::Random random(0, "gallery", i);
    const auto changed = tasks::counterfactual_of(task, *example, random);
    if (!changed) continue;
    for (const tasks::Place& place : changed->places) sought.places.insert(place.name);
  }
  return sought;
}

/// "attention to successor, copies": nothing for no names.
void say(const std::string& what, const std::set<std::string>& names, std::string* text) {
  if (names.empty()) return;
  *text += (text->empty() ? "" : "; ") + what + " " + base::joined(names);
}

Html probes_line(const tasks::Task& task) {
  const Sought sought = sought_in(task);
  std::string text;
  say("read off a row (linear, cohesion):", sought.values, &text);
  say("looked at (attention):", sought.links, &text);
  say("changed and patched (patch, paths):", sought.places, &text);
  if (text.empty()) text = "nothing by name; lens, errors, ablation and repair need no names";
  return element("p", element("strong", html_text("Probes look for ")) + html_text(text + "."));
}

Html pieces_line(const tasks::Task& task) {
  const std::string text =
      base::joined(task.fragments()->kinds(), [](const tasks::FragmentKind& kind) {
        return std::string(kind.name) + " (" + std::string(kind.meaning) + ")";
      });
  return element("p", element("strong", html_text("Made of ")) + html_text(text + "."));
}

std::string fit_text(const Known& known) {
  if (!known.fit) return "Whether they fit is not known.";
  return fmt::format("{} of {} fit.", known.fit->fitted, known.fit->seeds);
}

/// Which runs those are.
Html known_caption(const Known& known) {
  std::string text = fmt::format(
      "Exact match, %{}; median, lowest to highest of {} runs after {} steps; dotted: guessing. "
      "{} ",
      known.is_curve() ? ", pool " + std::string(tasks::name(known.points.front().pool)) : "",
      known.runs, figure::shown_count(known.steps), fit_text(known));
  if (!known.asked_alone) text += "Only trained with or as a hint. ";
  std::string arm = ", sweep " + known.sweep;
  if (!known.setting.empty()) arm += ": " + known.setting;
  return element("figcaption", html_text(text) +
                                   link(experiment_anchor(known.experiment), known.experiment) +
                                   html_text(arm + "."));
}

Html known_part(const std::string& task, const Report& report) {
  const std::optional<Known> known = known_of(task, report.experiments);
  if (!known) return paragraph("Not yet measured here.", "known faint");
  return element("figure", {{"class", "known"}},
                 known_figure(*known, task) + known_caption(*known));
}

std::string facts(const tasks::Task& task) {
  const int easy = tasks::easy_difficulty(task);
  const tasks::Range range = task.difficulties();
  const double chance = 100 * task.chance(easy);
  return fmt::format("Difficulty {} to {}; chance at {}: {}.", range.low, range.high, easy,
                     chance < 0.05 ? "below 0.1 %" : figure::shown_percent(chance));
}

/// The worked picture of `lab tasks NAME`.
tasks::Example worked_example(const CatalogEntry& entry, const tasks::Task& task) {
  const tasks::Vocabulary& vocabulary = task.vocabulary();
  return {vocabulary.tokens(entry.prompt), vocabulary.tokens(entry.answer), 0};
}

Html card(const CatalogEntry& entry, const Report& report) {
  const auto task = tasks::catalog::make_task(entry.config);
  const std::string id = task_anchor(entry.name);
  const Html words = paragraph(entry.summary.ends_with("?") ? entry.summary : entry.summary + ".") +
                     task_tokens(*task, worked_example(entry, *task)) + probes_line(*task) +
                     pieces_line(*task) + paragraph(facts(*task), "faint");
  return element("article", {{"id", id}},
                 linked_heading("h3", id, entry.name) + element("div", words) +
                     known_part(entry.name, report));
}

Html rule() {
  return paragraph(
      "The figures show one arm of one sweep each: of those that train on the task without a hint, "
      "if there are any, the one that was asked at the most difficulties; then of the most pools, "
      "after the most steps, with the most runs. Other arms do better or worse: see the "
      "experiment.",
      "faint");
}

}  // namespace

Html gallery(const Report& report) {
  Html cards;
  for (const CatalogEntry& entry : tasks::catalog::catalog()) cards += card(entry, report);
  return element("section", {{"id", tasks_anchor}, {"class", "gallery"}},
                 linked_heading("h2", tasks_anchor, "Every task") + token_legend() + rule() +
                     element("div", cards));
}

}  // namespace lab::report
