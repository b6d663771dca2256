#include "lab/report/page.h"

#include <fmt/format.h>

#include "base/version.h"
#include "lab/report/anchor.h"
#include "lab/report/contents.h"
#include "lab/report/experiment_section.h"
#include "lab/report/gallery.h"
#include "lab/report/own_section.h"
#include "lab/report/parts.h"
#include "lab/report/style.h"

namespace lab::report {
namespace {

/// Every experiment in a line or two: what was found, and what was claimed.
Html findings_section(const Report& report) {
  std::vector<std::vector<Cell>> rows;
  for (const ReportExperiment& one : report.experiments) {
    const Html from = element("small", html_text(one.file.paper));
    rows.push_back({{link(experiment_anchor(one.name), one.name) + from, one.name},
                    cell(one.file.finding),
                    cell(one.file.headline),
                    {verdict_counts(one)}});
  }
  return element(
      "section", {{"id", findings_anchor}},
      linked_heading("h2", findings_anchor, "What came out") +
          sortable_table({"experiment", "our finding", "the paper's claim, or the question",
                          "verdicts on the paper's numbers"},
                         rows, "cards"));
}

/// Which runs of one's own there are, and what of them is finished.
Html own_index(const std::vector<OwnRuns>& all) {
  if (all.empty()) return {};
  std::vector<std::vector<Cell>> rows;
  for (const OwnRuns& own : all) {
    int finished = 0, runs = 0;
    for (const compare::Arm& arm : own.comparison.arms) {
      finished += static_cast<int>(compare::finished_runs(arm).size());
      runs += static_cast<int>(arm.runs.size());
    }
    rows.push_back({{link(own_anchor(own.word), own.comparison.name)},
                    cell(own.word),
                    number_cell(fmt::format("{} of {}", finished, runs), finished)});
  }
  return sortable_table({"own sweep or run", "from", "runs"}, rows);
}

/// What the page is made from.
std::string sources_of(const Report& report) {
  std::string text = "experiments/ and results/";
  if (report.of_store) text += " and the probes of a store";
  if (!report.own.empty()) text += " and the own runs named";
  return report.of_store || !report.own.empty() ? text : text + " alone";
}

Html explanation() {
  return paragraph(
      "Exact match: the whole answer must be right. Median, lowest and highest are over seeds; the "
      "interval of the mean is Student's t over seeds, or Wilson's over questions where there is "
      "one seed. Fit: seeds that solve 99 % of the questions they were trained on. Press the head "
      "of a column to sort by it.",
      "faint");
}

Html page_head() {
  const std::string policy = fmt::format(
      "default-src 'none'; img-src data:; style-src '{}'; script-src '{}'; "
      "base-uri 'none'; form-action 'none'",
      report_style_hash, report_script_hash);
  return element(
      "head",
      void_element("meta", {{"charset", "utf-8"}}) +
          void_element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy}}) +
          void_element("meta",
                       {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}) +
          element("title", html_text("lab: results")) +
          element("style", html_constant(report_style)));
}

Html main_of(const Report& report) {
  Html main = element("h1", html_text("When does a small transformer learn the rule?"));
  main += paragraph(fmt::format("Results at scale {}, by lab {}, from {}.",
                                paper::name(report.scale), base::version, sources_of(report)),
                    "faint");
  main += own_index(report.own);
  main += explanation();
  for (const OwnRuns& own : report.own) main += own_section(own);
  if (!report.experiments.empty()) main += findings_section(report);
  for (const ReportExperiment& one : report.experiments) {
    main += experiment_section(one, report.scale);
  }
  if (!report.experiments.empty()) main += gallery(report);
  return element("main", {{"id", "main"}, {"tabindex", "-1"}}, main);
}

}  // namespace

std::string report_page(const Report& report) {
  const Html skip =
      element("a", {{"class", "skip"}, {"href", "#main"}}, html_text("Skip to the results"));
  const Html body =
      skip + contents(report) + main_of(report) + element("script", html_constant(report_script));
  return "<!DOCTYPE html>" +
         element("html", {{"lang", "en"}}, page_head() + element("body", body)).code + "\n";
}

}  // namespace lab::report
