#include "lab/report/drawing.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "base/file.h"
#include "lab/report/drawing_colors.h"
#include "lab/report/drawing_html.h"

namespace lab::report {
namespace {

namespace fs = std::filesystem;

/// A page as gnuplot writes it.
std::string svg(const std::string& content) {
  return "<?xml version=\"1.0\"?>\n<svg width=\"100\" height=\"80\" viewBox=\"0 0 100 80\" "
         "xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n"
         "<title>t</title><rect x=\"0\" y=\"0\" width=\"100\" height=\"80\" fill=\"#ffffff\"/>\n"
         "<defs><circle id='gpPt5' r='1'/><script>alert(1)</script></defs>\n" +
         content + "</svg>\n";
}

/// In a group as gnuplot's are.
std::string drawn(const std::string& content) {
  return svg(
      "<g fill=\"none\" color=\"black\" stroke=\"currentColor\" stroke-width=\"2.00\" "
      "stroke-linecap=\"butt\" stroke-linejoin=\"miter\">" +
      content + "</g>");
}

std::string text(const std::string& words, const std::string& place, const std::string& size,
                 const std::string& fill, bool bold = false) {
  return "<g transform=\"translate(" + place + ")\" stroke=\"none\" fill=\"" + fill +
         "\" font-family=\"D\" font-size=\"" + size + "\" text-anchor=\"start\"><text><tspan " +
         (bold ? "font-weight=\"bold\" " : "") + ">" + words + "</tspan></text></g>";
}

bool is_drawing(const std::string& content) { return read_drawing(svg(content)).has_value(); }

std::string html(const std::string& content) {
  const auto drawing = read_drawing(drawn(content));
  REQUIRE(drawing);
  return drawing_html(*drawing, "d").code;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

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

TEST_CASE("every figure of the results is a drawing in our colours, without what is around it") {
  int figures = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(LAB_SOURCE_DIR) / "results")) {
    if (entry.path().extension() != ".svg" || has(entry.path().string(), "/smoke/")) continue;
    ++figures;
    INFO(entry.path());
    auto drawing = read_drawing(base::read_file(entry.path()));
    REQUIRE(drawing);
    const double height = drawing->height;
    const Lettering lettering = take_lettering(&*drawing);
    CHECK(!lettering.title.empty());
    CHECK(!lettering.caption.empty());
    CHECK(drawing->height < height - 30);
    CHECK(!has(drawing_html(*drawing, "d").code, "class=\"plain\""));
  }
  CHECK(figures > 50);
}

TEST_CASE("title, what is below it and caption are taken out, other letters stay") {
  auto drawing = read_drawing(drawn(text("Title", "5,10", "14.00", "black", true) +
                                    text("about", "5,25", "10.00", "rgb(68,68,68)") +
                                    text("one line", "5,70", "10.00", "rgb(85,85,85)") +
                                    text("and another", "5,78", "10.00", "rgb(85,85,85)") +
                                    text("label", "20,40", "10.00", "rgb(85,85,85)") +
                                    text("row", "5,50", "10.00", "rgb(68,68,68)")));
  REQUIRE(drawing);
  const Lettering lettering = take_lettering(&*drawing);
  CHECK(lettering.title == "Title");
  CHECK(lettering.about == "about");
  CHECK(lettering.caption == "one line and another");
  REQUIRE(drawing->shapes.size() == 2);
  CHECK(drawing->top == Approx(24));  // the label, and air
  CHECK(drawing->top + drawing->height == Approx(59));
}

TEST_CASE("a drawing is shown in the page's colours, and cells of maps over its background") {
  const std::string page = html(
      "<g stroke='none'><polygon fill='rgb(74,159,216)' points='0,0 9,0 9,9 0,9'/>"
      "<polygon fill='rgb(164,207,235)' points='0,0 9,0 9,9 0,9'/></g>" +
      text("7", "1,2", "9.00", "rgb(255,255,255)"));
  CHECK(has(page, "class=\"cell\" fill=\"var(--m1)\" fill-opacity=\".5\""));
  CHECK(has(page, "<g fill=\"var(--k2)\" font-size=\"9\"><text x=\"1\" y=\"2\">7</text></g>"));
  CHECK(has(page, "role=\"img\" aria-label=\"d\""));
  CHECK(!has(page, "class=\"plain\""));
}

TEST_CASE("a drawing with a colour of others keeps all of its own, on white") {
  const std::string page =
      html("<path stroke='#123456' d='M0,0 L5,0 L5,5'/>" + text("x", "1,2", "9.00", "black"));
  CHECK(has(page, "class=\"plain\""));
  CHECK(has(page, "<g stroke=\"#123456\" stroke-width=\"2\"><path d=\"M0,0H5V5\"/></g>"));
  CHECK(!has(page, "var("));
}

TEST_CASE("letters of a drawing are no markup") {
  const std::string page = html(text("&lt;script&gt;\"'", "1,2", "9.00", "black"));
  CHECK(has(page, ">&lt;script&gt;&quot;&#39;</text>"));
}

TEST_CASE("a colour between white and that of a map is so much of it") {
  CHECK(map_color(0xffffff)->opacity == 0);
  CHECK(map_color(0x4a9fd8)->opacity == 1);
  CHECK(map_color(0x0072b2)->variable == "--m1");
  CHECK(map_color(0xeaaf80)->variable == "--m2");
  CHECK(map_color(0xeaaf80)->opacity == Approx(0.5).margin(0.01));
  CHECK(!map_color(0xf0f0f0));
  CHECK(!map_color(0x009e73));
  CHECK(!map_color(0x000000));
}

}  // namespace lab::report
