#include "lab/report/page.h"

#include <fmt/format.h>

#include <map>

#include "base/text.h"
#include "base/version.h"
#include "lab/report/own_section.h"
#include "lab/report/parts.h"
#include "lab/report/probes.h"
#include "lab/report/runs.h"
#include "lab/report/style.h"

namespace lab::report {
namespace {

std::string anchor(std::size_t experiment) { return fmt::format("e{}", experiment + 1); }

std::string anchor(std::size_t experiment, std::size_t figure) {
  return fmt::format("{}f{}", anchor(experiment), figure + 1);
}

std::string probes_anchor(std::size_t experiment) { return anchor(experiment) + "p"; }

Html link(const std::string& to, const std::string& text) {
  return element("a", {{"href", "#" + to}}, html_text(text));
}

std::string scale_option(paper::Scale scale) {
  return scale == paper::Scale::cpu ? "" : fmt::format(" --scale {}", paper::name(scale));
}

/// "2 reproduced, 1 trend only", each in its colour.
Html verdicts(const ReportExperiment& experiment) {
  std::map<paper::Verdict, int> counts;
  for (const paper::PaperGap& gap : experiment.gaps) ++counts[gap.verdict];
  Html html;
  for (const auto& [verdict, count] : counts) {
    if (!html.code.empty()) html += html_text(", ");
    html += element("span", {{"class", "count"}},
                    html_text(std::to_string(count) + " ") + verdict_mark(verdict));
  }
  return html;
}

int drawn(const ReportExperiment& experiment) {
  int count = 0;
  for (const ReportFigure& figure : experiment.figures) count += figure.svg.empty() ? 0 : 1;
  return count;
}

Cell count_cell(int done, int all) { return number_cell(fmt::format("{} of {}", done, all), done); }

Cell maps_cell(const ReportExperiment& experiment, std::size_t number) {
  if (experiment.probes.empty()) return number_cell("");
  const std::string maps = std::to_string(maps_in(experiment.probes));
  return {link(probes_anchor(number), maps), {}, "number"};
}

Html index_table(const Report& report) {
  std::vector<std::vector<Cell>> rows;
  for (std::size_t i = 0; i < report.experiments.size(); ++i) {
    const ReportExperiment& one = report.experiments[i];
    rows.push_back({{link(anchor(i), one.name)},
                    cell(one.file.headline),
                    cell(one.file.finding),
                    cell(one.file.paper),
                    count_cell(one.runs.done, one.runs.planned),
                    count_cell(drawn(one), static_cast<int>(one.figures.size())),
                    maps_cell(one, i),
                    {verdicts(one)}});
  }
  return sortable_table({"experiment", "the paper's claim", "our finding", "paper", "runs",
                         "figures", "probe maps", "verdicts"},
                        rows);
}

Html figure_section(const std::string& experiment, const ReportFigure& figure,
                    const std::string& id, paper::Scale scale) {
  const figure::FigureSpec& spec = figure.data.spec;
  const std::string command = "lab reproduce " + base::shell_word(experiment + "/" + spec.name);
  Html html = element("h3", html_text(spec.title.empty() ? spec.name : spec.title));
  if (!figure.fault.empty()) {
    html += paragraph(figure.fault + "; draw it again.", "warning");
  } else if (figure.svg.empty()) {
    html += paragraph("Not drawn yet.", "warning");
  } else {
    if (figure.outdated) {
      html += paragraph("Drawn from other scores than the tables below; draw it again.", "warning");
    }
    html += figure_image(figure.svg, alternative_text(figure.data));
  }
  Html caption;
  if (!spec.caption.empty()) caption += paragraph(spec.caption);
  html += element("figcaption", caption + code_block(command + scale_option(scale)));
  if (!figure.gaps.empty()) html += gap_section(figure.gaps);
  html +=
      folded("Numbers: every point, its seeds and intervals", numbers_table(figure.data), "print");
  return element("figure", {{"id", id}}, html);
}

Html sweeps_section(const ReportExperiment& experiment) {
  Html html;
  for (const ReportSweep& sweep : experiment.sweeps) {
    const std::string file = "experiments/" + experiment.name + "/" + sweep.file;
    html += paragraph(fmt::format("Sweep {}, {} runs:", sweep.plan.name, sweep.plan.runs.size()));
    html += code_block("lab sweep " + base::shell_word(file));
    html += code_block(sweep.text);
  }
  return html;
}

std::string own_anchor(std::size_t number) { return fmt::format("o{}", number + 1); }

/// Which runs of one's own there are, and what of them is finished.
Html own_index(const std::vector<OwnRuns>& all) {
  if (all.empty()) return {};
  std::vector<std::vector<Cell>> rows;
  for (std::size_t i = 0; i < all.size(); ++i) {
    int finished = 0, runs = 0;
    for (const compare::Arm& arm : all[i].comparison.arms) {
      finished += static_cast<int>(compare::finished_runs(arm).size());
      runs += static_cast<int>(arm.runs.size());
    }
    rows.push_back({{link(own_anchor(i), all[i].comparison.name)},
                    cell(all[i].word),
                    count_cell(finished, runs)});
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

/// Text under a bold word that says whose it is.
Html told_by(const std::string& whose, const std::string& text) {
  return element("p", element("strong", html_text(whose + ": ")) + html_text(text));
}

Html experiment_section(const ReportExperiment& experiment, std::size_t number,
                        paper::Scale scale) {
  Html html = element("h2", html_text(experiment.name));
  const bool own = experiment.file.paper.empty();
  html += told_by(own ? "The question" : "The paper's claim", experiment.file.headline);
  html += told_by("Our finding", experiment.file.finding);
  html += paragraph(
      fmt::format("{}{} of {} planned runs have scores.", own ? "" : experiment.file.paper + ". ",
                  experiment.runs.done, experiment.runs.planned),
      "faint");
  html += code_block("lab reproduce " + base::shell_word(experiment.name) + scale_option(scale));
  if (!experiment.gaps.empty()) html += gap_section(experiment.gaps);
  for (std::size_t i = 0; i < experiment.figures.size(); ++i) {
    html += figure_section(experiment.name, experiment.figures[i], anchor(number, i), scale);
  }
  html += probes_section(experiment.probes, probes_anchor(number));
  html += folded("Runs", runs_table(experiment), "print");
  html += folded("Sweeps: what was run, and the commands that run it", sweeps_section(experiment),
                 "screen");
  return element("section", {{"id", anchor(number)}}, html);
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

}  // namespace

std::string report_page(const Report& report) {
  Html main = element("h1", html_text("When does a small transformer learn the rule?"));
  main += paragraph(fmt::format("Results at scale {}, by lab {}, from {}.",
                                paper::name(report.scale), base::version, sources_of(report)),
                    "faint");
  main += own_index(report.own);
  if (!report.experiments.empty()) main += index_table(report);
  main += explanation();
  for (std::size_t i = 0; i < report.own.size(); ++i) {
    main += own_section(report.own[i], own_anchor(i));
  }
  for (std::size_t i = 0; i < report.experiments.size(); ++i) {
    main += experiment_section(report.experiments[i], i, report.scale);
  }
  const Html body = element("main", main) + element("script", html_constant(report_script));
  return "<!DOCTYPE html>" +
         element("html", {{"lang", "en"}}, page_head() + element("body", body)).code + "\n";
}

}  // namespace lab::report
