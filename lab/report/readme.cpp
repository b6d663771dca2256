#include "lab/report/readme.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "base/text.h"
#include "lab/report/anchor.h"
#include "lab/report/html_markdown.h"
#include "lab/report/probes.h"

namespace lab::report {
namespace {

/// Where the part with this heading is; headings may come again.
std::string anchor_of(const std::string& experiment, const std::string& heading,
                      std::set<std::string>* taken) {
  std::string name = base::small_letters(heading);
  std::ranges::replace(name, ' ', '-');
  while (!taken->insert(name).second) name += "-again";
  return anchor({"readme", experiment, name});
}

/// Of a file of the repository.
std::string file_anchor(const std::string& place, const ReportExperiment& experiment) {
  const std::string results = "results/" + experiment.name;
  if (place == results + "/gap.tsv") return gap_anchor(experiment.name);
  if (place == results) return experiment_anchor(experiment.name);
  if (place == results + "/scores.tsv") return runs_anchor(experiment.name);
  for (const ReportFigure& figure : experiment.figures) {
    for (const char* ending : {".svg", ".png", ".tsv"}) {
      const std::string& name = figure.data.spec.name;
      if (place == results + "/" + name + ending) return figure_anchor(experiment.name, name);
    }
  }
  for (const ReportSweep& sweep : experiment.sweeps) {
    if (place == "experiments/" + experiment.name + "/" + sweep.file) {
      return sweep_anchor(experiment.name, sweep.file);
    }
  }
  return probe_anchor(experiment.probes, experiment.name, place);
}

}  // namespace

std::vector<ReadmePart> readme_parts(const ReportExperiment& experiment) {
  std::vector<ReadmePart> parts;
  if (experiment.readme.empty()) return parts;
  parts.emplace_back();
  std::set<std::string> taken;
  bool code = false;
  for (const std::string& line : base::split(experiment.readme, '\n')) {
    if (line.starts_with("```")) code = !code;
    if (!code && line.starts_with("## ")) {
      const std::string heading = base::trimmed(line.substr(3));
      parts.push_back({heading, {}, anchor_of(experiment.name, heading, &taken)});
    } else if (code || parts.size() > 1 || !line.starts_with("# ")) {
      parts.back().text += line + "\n";
    }
  }
  return parts;
}

bool is_outcome(const ReadmePart& part) {
  const std::string heading = base::small_letters(part.heading);
  constexpr std::array words{"what came out", "finding", "result", "conclusion"};
  return std::ranges::any_of(words,
                             [&](const char* word) { return heading.find(word) != heading.npos; });
}

Html readme_words(const ReadmePart& part, const ReportExperiment& experiment) {
  const auto target = [&](const std::string& address) -> std::string {
    const auto place =
        (std::filesystem::path("experiments") / experiment.name / address).lexically_normal();
    std::string text = place.string();
    if (text.ends_with('/')) text.pop_back();
    const std::string found = file_anchor(text, experiment);
    return found.empty() ? "" : "#" + found;
  };
  return markdown(part.text, 4, target);
}

}  // namespace lab::report
