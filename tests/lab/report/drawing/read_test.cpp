#include "lab/report/drawing/read.h"

#include <catch2/catch.hpp>

#include "tests/lab/report/drawing/testing.h"

namespace lab::report::drawing {
namespace {

using tests::drawn;
using tests::svg;

bool is_drawing(const std::string& content) { return read_drawing(svg(content)).has_value(); }

}  // namespace

TEST_CASE("lines, marks and letters of a drawing are read with all that they inherit") {
  const auto drawing = read_drawing(
      drawn("<path stroke='rgb( 0, 114, 178)' d='M1,2 L3,4 M5,6 L7,8 Z M9,9 '/>"
            "<use xlink:href='#gpPt6' transform='translate(10,20) scale(2)' "
            "color='rgb(213, 94, 0)' opacity='0.5'/>"
            "<g transform=\"translate(5,6) rotate(-90)\" stroke=\"none\" fill=\"black\" "
            "font-size=\"9.00\" text-anchor=\"end\"><text><tspan>a &amp; b</tspan></text></g>"));
  REQUIRE(drawing);
  CHECK(drawing->width == 100);
  REQUIRE(drawing->shapes.size() == 3);
  const Shape &path = drawing->shapes[0], &mark = drawing->shapes[1], &words = drawing->shapes[2];
  CHECK(path.ink.stroke == Paint(0x0072b2));
  CHECK(path.ink.stroke_width == 2);
  CHECK(!path.ink.fill);
  REQUIRE(path.lines.size() == 2);  // a point alone is not drawn
  CHECK(path.lines[1].closed);
  CHECK(path.lines[1].points[1] == std::array<double, 2>{7, 8});
  CHECK(mark.kind == Shape::Kind::circle);
  CHECK(mark.ink.fill == Paint(0xd55e00));
  CHECK(mark.ink.opacity == 0.5);
  CHECK(mark.x == 10);
  CHECK(mark.radius == Approx(2.222));  // with its border
  CHECK(words.text == "a & b");
  CHECK(words.angle == -90);
  CHECK(words.anchor == "end");
}

TEST_CASE("a file with anything that our figures do not have is no drawing") {
  CHECK(is_drawing("<g><path d='M0,0 L1,1'/></g>"));
  for (const char* other : {"<script>alert(1)</script>",
                            "<image href='x'/>",
                            "<style>*{}</style>",
                            "<a href='x'/>",
                            "<foreignObject/>",
                            "<g onload='alert(1)'/>",
                            "<path style='x' d='M0,0 L1,1'/>",
                            "<path d='M0,0 C1,1 2,2 3,3'/>",
                            "<path/>",
                            "<g filter='url(#f)'/>",
                            "<path fill='url(http://x/)' d='M0,0 L1,1'/>",
                            "<path fill='red' d='M0,0 L1,1'/>",
                            "<g transform='matrix(1 0 0 1 0 0)'/>",
                            "<g transform='scale(2'/>",
                            "<svg/>",
                            "<use xlink:href='#other'/>",
                            "<use xlink:href='#gpPt99'/>",
                            "<use xlink:href='http://x'/>",
                            "<text><text>x</text></text>",
                            "<tspan>x</tspan>",
                            "<rect x='1' y='1' width='3' height='3'/>",
                            "<h:p xmlns:h='http://www.w3.org/1999/xhtml'/>",
                            "<g stroke-width='1e99'/>",
                            "<path d='M0,nan L1,1'/>",
                            "<path d='M1,2,3 L1,1'/>",
                            "<path d='L1,1'/>",
                            "<g stroke-width='2px'/>",
                            "<path fill='rgb(1,2,300)' d='M0,0 L1,1'/>"}) {
    INFO(other);
    CHECK(!is_drawing(other));
  }
  CHECK(!read_drawing(""));
  CHECK(!read_drawing("<svg xmlns='http://www.w3.org/2000/svg'/>"));
  CHECK(!read_drawing(svg("<g>")));
}

}  // namespace lab::report::drawing
