#include "lab/probe/map/question_count.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "lab/figure/text.h"

namespace lab::probe::map {

std::string questions_text(const ProbeResult& result, const std::string& measure,
                           std::size_t seeds) {
  std::int64_t low = std::numeric_limits<std::int64_t>::max(), high = 0;
  for (const ProbeCell& cell : result.cells) {
    if (cell.measure != measure) continue;
    low = std::min(low, cell.questions);
    high = std::max(high, cell.questions);
  }
  const std::string range = low == high
                                ? figure::shown_count(high)
                                : figure::shown_count(low) + " to " + figure::shown_count(high);
  const std::string of = seeds > 1 ? fmt::format(" in {} seeds", seeds) : "";
  return high == 0 ? "" : "n = " + range + of;
}

}  // namespace lab::probe::map
