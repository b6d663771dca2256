#include "lab/report/drawing_html.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "base/file.h"
#include "lab/report/drawing/lettering.h"
#include "lab/report/drawing/read.h"
#include "tests/lab/report/drawing/testing.h"

namespace lab::report {
namespace {

using drawing::read_drawing;
using drawing::take_lettering;
namespace fs = std::filesystem;

using tests::drawn;
using tests::svg;

std::string text(const std::string& words, const std::string& place, const std::string& size,
                 const std::string& fill, bool bold = false) {
  return "<g transform=\"translate(" + place + ")\" stroke=\"none\" fill=\"" + fill +
         "\" font-family=\"D\" font-size=\"" + size + "\" text-anchor=\"start\"><text><tspan " +
         (bold ? "font-weight=\"bold\" " : "") + ">" + words + "</tspan></text></g>";
}

std::string html(const std::string& content) {
  const auto drawing = read_drawing(drawn(content));
  REQUIRE(drawing);
  return drawing_html(*drawing, "d").code;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("every figure of the results is a drawing in our colours, without what is around it") {
  int figures = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(LAB_SOURCE_DIR) / "results")) {
    if (entry.path().extension() != ".svg" || has(entry.path().string(), "/smoke/")) continue;
    ++figures;
    INFO(entry.path());
    auto drawing = read_drawing(base::read_file(entry.path()));
    REQUIRE(drawing);
    const double height = drawing->height;
    const drawing::Lettering lettering = take_lettering(&*drawing);
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
  const drawing::Lettering lettering = take_lettering(&*drawing);
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

}  // namespace lab::report
