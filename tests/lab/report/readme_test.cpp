#include "lab/report/readme.h"

#include <catch2/catch.hpp>

namespace lab::report {
namespace {

ReportExperiment experiment_with(const std::string& readme) {
  ReportExperiment experiment;
  experiment.name = "tiny";
  experiment.readme = readme;
  ReportFigure figure;
  figure.data.spec.name = "lines";
  experiment.figures.push_back(figure);
  experiment.sweeps.push_back({"cpu.textproto", "", {}});
  return experiment;
}

}  // namespace

TEST_CASE("a README is shown in parts, without its title") {
  const auto parts = readme_parts(experiment_with(
      "# Title\n\nThe claim.\n\n## What came out\n\nx\n```\n## no heading\n# nor this\n```\n"
      "## Files\n### below\n## Files\n"));
  REQUIRE(parts.size() == 4);
  CHECK(parts[0].text == "\nThe claim.\n\n");
  CHECK(parts[1].heading == "What came out");
  CHECK(parts[1].text == "\nx\n```\n## no heading\n# nor this\n```\n");
  CHECK(is_outcome(parts[1]));
  CHECK(!is_outcome(parts[2]));
  CHECK(parts[1].anchor == "readme/tiny/what-came-out");
  CHECK(parts[2].anchor == "readme/tiny/files");
  CHECK(parts[2].text == "### below\n");
  CHECK(parts[3].anchor == "readme/tiny/files-again");
  CHECK(readme_parts(experiment_with("")).empty());
}

TEST_CASE("links of a README lead to what they name, where that is on the page") {
  const auto shown = [](const std::string& address) {
    const ReportExperiment experiment = experiment_with("[w](" + address + ")");
    return readme_words(readme_parts(experiment)[0], experiment).code;
  };
  const auto leads = [&](const std::string& address, const std::string& to) {
    CHECK(shown(address) == "\n<p><a href=\"#" + to + "\">w</a></p>");
  };
  leads("../../results/tiny/lines.svg", "figure/tiny/lines");
  leads("../../results/tiny/gap.tsv", "gap/tiny");
  leads("../../results/tiny/scores.tsv", "runs/tiny");
  leads("../../results/tiny/", "experiment/tiny");
  leads("cpu.textproto", "sweep/tiny/cpu.textproto");
  for (const char* nowhere : {"https://arxiv.org/", "../../results/tiny/other.svg",
                              "javascript:alert(1)", "../../../etc/passwd", "paper.tsv", "#x"}) {
    CHECK(shown(nowhere) == "\n<p>w</p>");
  }
}

}  // namespace lab::report
