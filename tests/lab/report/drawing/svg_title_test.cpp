#include "lab/report/drawing/svg_title.h"

#include <catch2/catch.hpp>

#include "base/error.h"

namespace lab::report::drawing {
namespace {

using Catch::Contains;

std::string svg(const std::string& content) {
  return "<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg' font-size='3'>" + content +
         "</svg>\n";
}

}  // namespace

TEST_CASE("a figure's title is what is written largest in it, else its title element") {
  CHECK(svg_title(svg("<title>name</title><g font-size='9'><text>axis</text></g>"
                      "<g font-size='13.00'><text><tspan>A &amp; </tspan><tspan>B</tspan></text>"
                      "<text>another</text></g><text>small</text>"),
                  "f") == "A & B");
  CHECK(svg_title(svg("<title>na&lt;me</title><g><title>of a part</title></g>"), "f") == "na<me");
  CHECK(svg_title(svg("<rect/>"), "f") == "");
}

TEST_CASE("what a browser would not show as a figure is none") {
  const auto refused = [](const std::string& text, const std::string& why) {
    CHECK_THROWS_WITH(svg_title(text, "f.svg"), Contains("f.svg: is no SVG figure: " + why));
  };
  refused("", "line 1: no element found");
  refused("GIF89a", "line 1: syntax error");
  refused(svg("<g>"), "line 2: mismatched tag");
  refused(svg("<g/>").substr(0, 60), "line 2: ");
  refused(svg("") + "<svg/>", "line 3: junk after document element");
  refused("<svg></svg>", "its root is `svg`");
  refused("<html xmlns='http://www.w3.org/1999/xhtml'/>",
          "its root is `http://www.w3.org/1999/xhtml html`");
  CHECK_THROWS_AS(svg_title("<svg></svg>", "f"), base::Error);
}

TEST_CASE("a figure is read whole however long it is") {
  const std::string long_one(3 << 20, ' ');
  CHECK(svg_title(svg(long_one + "<text>end</text>"), "f") == "end");
  CHECK_THROWS_AS(svg_title(svg(long_one + "<text>end</txt>"), "f"), base::Error);
}

}  // namespace lab::report::drawing
