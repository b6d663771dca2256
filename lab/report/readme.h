#pragma once
#include <string>
#include <vector>

#include "lab/report/html.h"
#include "lab/report/report.h"

namespace lab::report {

/// A part of a README that begins with a heading of the second level; the first has none.
struct ReadmePart {
  std::string heading;
  std::string text;    ///< without its heading, and the first without the README's title
  std::string anchor;  ///< of an experiment's README; differs from that of any other part
};

/// The parts of an experiment's README.md; none if it has none.
std::vector<ReadmePart> readme_parts(const ReportExperiment& experiment);

/// Whether the part says what was found.
bool is_outcome(const ReadmePart& part);

/// The words of a part; its links to figures, probes, sweeps and the gap lead to them on the page.
Html readme_words(const ReadmePart& part, const ReportExperiment& experiment);

}  // namespace lab::report
