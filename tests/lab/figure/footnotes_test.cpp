#include "lab/figure/footnotes.h"

#include <catch2/catch.hpp>

#include "lab/figure/kinds/lines.h"
#include "lab/figure/text.h"

namespace lab::figure {

TEST_CASE("what was not run is told from what was run and reached no threshold") {
  FigureData data;
  data.spec.kind = &kinds::lines_kind;
  for (const char* label : {"found", "in vain", "still to come"}) {
    data.series.emplace_back().label = label;
  }
  data.series[0].measured.points.resize(1);
  data.series[0].measured.seeds = 1;
  data.series[1].measured.left_out = 3;
  CHECK(shown_seeds(data.series[0].measured) == "1 seed");
  CHECK(shown_seeds(data.series[1].measured) == "no threshold");
  CHECK(shown_seeds(data.series[2].measured) == "not run");
  const std::string last = footnotes(data, 1000).back();
  CHECK(last ==
        "Not run: still to come. No threshold in the range searched: 3 of in vain (that x is left "
        "out).");
}

TEST_CASE("of panels nothing of which was run the title is told") {
  FigureData data;
  data.spec.kind = &kinds::lines_kind;
  for (const auto& [panel, label] : {std::pair{"sorting", "hint"},
                                     {"sorting", "none"},
                                     {"parity", "hint"},
                                     {"parity", "none"}}) {
    data.series.emplace_back().label = label;
    data.series.back().panel = panel;
  }
  data.series[0].measured.points.resize(1);
  CHECK(footnotes(data, 1000).back() == "Not run: sorting: none; parity.");
}

}  // namespace lab::figure
