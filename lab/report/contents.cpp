#include "lab/report/contents.h"

#include "lab/report/anchor.h"
#include "lab/report/experiment_section.h"
#include "lab/report/probes.h"
#include "tasks/catalog/catalog.h"

namespace lab::report {
namespace {

/// A link, and those of its parts below it.
Html entry(const Html& link, const Html& parts = {}) {
  return element("li", parts.code.empty() ? link : link + element("ul", parts));
}

Html experiment_entry(const ReportExperiment& experiment) {
  Html parts;
  if (!experiment.gaps.empty()) {
    parts += entry(link(gap_anchor(experiment.name),
                        experiment.file.paper.empty() ? "Our numbers" : "Beside the paper"));
  }
  for (const ReportFigure& figure : experiment.figures) {
    const std::string id = figure_anchor(experiment.name, figure.data.spec.name);
    parts += entry(link(id, title_of(figure)));
  }
  if (!experiment.probes.empty()) {
    parts += entry(link(probes_anchor(experiment.name), "Probes"));
  }
  return entry(link(experiment_anchor(experiment.name), experiment.name), parts);
}

Html search_box() {
  return element(
      "div", {{"role", "search"}, {"hidden", ""}},
      element("label", {{"for", "search"}}, html_text("Search")) +
          void_element("input", {{"type", "search"}, {"id", "search"}, {"autocomplete", "off"}}) +
          element("p", {{"role", "status"}, {"class", "faint"}}, {}) +
          element("ol", {{"class", "hits"}}, {}));
}

}  // namespace

Html contents(const Report& report) {
  Html list;
  for (const OwnRuns& own : report.own) {
    list += entry(link(own_anchor(own.word), own.comparison.name));
  }
  if (!report.experiments.empty()) list += entry(link(findings_anchor, "What came out"));
  for (const ReportExperiment& one : report.experiments) list += experiment_entry(one);
  if (!report.experiments.empty()) {
    Html tasks;
    for (const auto& task : tasks::catalog::catalog()) {
      tasks += entry(link(task_anchor(task.name), task.name));
    }
    list += entry(link(tasks_anchor, "Every task"), tasks);
  }
  return element(
      "nav", {{"aria-label", "Contents"}},
      search_box() + element("details", {{"class", "contents"}},
                             element("summary", html_text("Contents")) + element("ul", list)));
}

}  // namespace lab::report
