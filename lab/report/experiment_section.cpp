#include "lab/report/experiment_section.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "lab/report/anchor.h"
#include "lab/report/parts.h"
#include "lab/report/probes.h"
#include "lab/report/readme.h"
#include "lab/report/runs.h"

namespace lab::report {
namespace {

std::string scale_option(paper::Scale scale) {
  return scale == paper::Scale::cpu ? "" : fmt::format(" --scale {}", paper::name(scale));
}

/// Text under a bold word that says whose it is.
Html told_by(const std::string& whose, const std::string& text, const std::string& kind) {
  return element("p", {{"class", kind}},
                 element("strong", html_text(whose + ": ")) + html_text(text));
}

/// The drawing, or why there is none; `caption` is what its file says below the plot.
Html drawn(const ReportFigure& figure, std::string* caption) {
  if (!figure.fault.empty()) return paragraph(figure.fault + "; draw it again.", "warning");
  if (figure.svg.empty()) return paragraph("Not drawn yet.", "warning");
  Html html;
  if (figure.outdated) {
    html += paragraph("Drawn from other scores than the tables below; draw it again.", "warning");
  }
  const Picture shown = picture(figure.svg, alternative_text(figure.data));
  *caption = shown.lettering.caption;
  return html + shown.html;
}

Html figure_section(const std::string& experiment, const ReportFigure& figure, paper::Scale scale) {
  const figure::FigureSpec& spec = figure.data.spec;
  const std::string id = figure_anchor(experiment, spec.name);
  const std::string command = "lab reproduce " + base::shell_word(experiment + "/" + spec.name);
  Html html = linked_heading("h4", id, title_of(figure));
  std::string caption = spec.caption;
  html += drawn(figure, &caption);
  if (!caption.empty()) html += element("figcaption", html_text(caption));
  html += element("p", {{"class", "command"}},
                  element("code", html_text(command + scale_option(scale))));
  if (!figure.gaps.empty()) {
    html +=
        folded("Beside the paper: the claims that this figure shows", claims_table(figure.gaps));
  }
  html += folded("Numbers: every point, its seeds and intervals", numbers_table(figure.data));
  return element("figure", {{"id", id}}, html);
}

Html figures_section(const ReportExperiment& experiment, paper::Scale scale) {
  if (experiment.figures.empty()) return {};
  Html figures;
  for (const ReportFigure& figure : experiment.figures) {
    figures += figure_section(experiment.name, figure, scale);
  }
  const std::string id = anchor({"figures", experiment.name});
  return element(
      "section", {{"id", id}},
      linked_heading("h3", id, "Figures") + element("div", {{"class", "figures"}}, figures));
}

Html gap_section(const ReportExperiment& experiment) {
  if (experiment.gaps.empty()) return {};
  const std::string id = gap_anchor(experiment.name);
  const bool own = experiment.file.paper.empty();
  return element("section", {{"id", id}},
                 linked_heading("h3", id, own ? "Our numbers" : "Beside the paper") +
                     claims_table(experiment.gaps) +
                     folded("More of each number: seeds, mean and interval, what it rests on",
                            claims_numbers(experiment.gaps)));
}

Html sweeps_section(const ReportExperiment& experiment) {
  Html html;
  for (const ReportSweep& sweep : experiment.sweeps) {
    const std::string file = "experiments/" + experiment.name + "/" + sweep.file;
    html += element(
        "p", {{"id", sweep_anchor(experiment.name, sweep.file)}},
        html_text(fmt::format("Sweep {}, {} runs:", sweep.plan.name, sweep.plan.runs.size())));
    html += code_block("lab sweep " + base::shell_word(file));
    html += code_block(sweep.text);
  }
  return html;
}

/// Parts of the README for which `is_meant`, under headings of their own.
Html readme_section(const ReportExperiment& experiment, const std::vector<ReadmePart>& parts,
                    bool (*is_meant)(const ReadmePart&)) {
  Html html;
  for (const ReadmePart& part : parts) {
    if (part.heading.empty() || !is_meant(part)) continue;
    html +=
        element("section", {{"id", part.anchor}, {"class", "words"}},
                linked_heading("h3", part.anchor, part.heading) + readme_words(part, experiment));
  }
  return html;
}

/// Those that do not say what came out, folded: how it was done, which file is what.
Html readme_rest(const ReportExperiment& experiment, const std::vector<ReadmePart>& parts) {
  Html html;
  for (const ReadmePart& part : parts) {
    if (part.heading.empty() || is_outcome(part)) continue;
    html += element("div", {{"id", part.anchor}, {"class", "words"}},
                    folded(part.heading, readme_words(part, experiment)));
  }
  return html;
}

Html claim_and_finding(const ReportExperiment& experiment, const std::vector<ReadmePart>& parts) {
  Html html = told_by("Our finding", experiment.file.finding, "finding");
  html += told_by(claim_name(experiment), experiment.file.headline, "claim");
  if (!parts.empty() && !base::trimmed(parts.front().text).empty()) {
    html +=
        folded("The claim in full, and where it is from", readme_words(parts.front(), experiment));
  }
  return html;
}

}  // namespace

Html verdict_counts(const ReportExperiment& experiment) {
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

std::string claim_name(const ReportExperiment& experiment) {
  return experiment.file.paper.empty() ? "The question" : "The paper's claim";
}

const std::string& title_of(const ReportFigure& figure) {
  const figure::FigureSpec& spec = figure.data.spec;
  return spec.title.empty() ? spec.name : spec.title;
}

Html experiment_section(const ReportExperiment& experiment, paper::Scale scale) {
  const std::string id = experiment_anchor(experiment.name);
  const std::vector<ReadmePart> parts = readme_parts(experiment);
  const std::string& paper = experiment.file.paper;
  Html html = linked_heading("h2", id, experiment.name);
  html += paragraph(
      fmt::format("{}{} of {} planned runs have scores.", paper.empty() ? "" : paper + ". ",
                  experiment.runs.done, experiment.runs.planned),
      "faint");
  html += claim_and_finding(experiment, parts);
  html += readme_section(experiment, parts, is_outcome);
  html += gap_section(experiment);
  html += figures_section(experiment, scale);
  html += probes_section(experiment.probes, experiment.name);
  html += readme_rest(experiment, parts);
  html += element("div", {{"id", runs_anchor(experiment.name)}},
                  folded("Runs: what each solves", runs_table(experiment)));
  html += folded("Sweeps: what was run, and the commands that run it", sweeps_section(experiment));
  html += element("p", {{"class", "command"}},
                  element("code", html_text("lab reproduce " + base::shell_word(experiment.name) +
                                            scale_option(scale))));
  return element("section", {{"id", id}, {"class", "experiment"}}, html);
}

}  // namespace lab::report
