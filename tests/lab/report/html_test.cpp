#include "lab/report/html.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "lab/report/html_table.h"

namespace lab::report {

TEST_CASE("text never becomes markup") {
  CHECK(html_text("<script>alert(1)</script>").code == "&lt;script&gt;alert(1)&lt;/script&gt;");
  CHECK(html_text("a & b &lt;").code == "a &amp; b &amp;lt;");
  CHECK(element("a", {{"title", "\" onclick=\"alert(1)"}}, html_text("'")).code ==
        "<a title=\"&quot; onclick=&quot;alert(1)\">&#39;</a>");
  rc::check("of any bytes", [](const std::string& bytes) {
    const std::string code = html_text(bytes).code;
    RC_ASSERT(code.find_first_of("<>\"'") == code.npos);
    RC_ASSERT(html_text(code).code.find_first_of("<>\"'") == code.npos);
  });
}

TEST_CASE("letters stay as they are and what is no letter is replaced") {
  const std::string mark = "\xEF\xBF\xBD";
  CHECK(html_text("é ∑ 😀 \u00A0\t\n").code == "é ∑ 😀 \u00A0\t\n");
  CHECK(html_text(std::string("\0\x01\x1b\x7f", 4)).code == mark + mark + mark + mark);
  CHECK(html_text("a\xFFz").code == "a" + mark + "z");
  CHECK(html_text("\xC0\xBC").code == mark + mark);                        // "<", a byte too long
  CHECK(html_text("\xE0\x80\xBC").code == mark + mark + mark);             // two too long
  CHECK(html_text("\xED\xA0\x80").code == mark + mark + mark);             // half of a UTF-16 pair
  CHECK(html_text("\xF4\x90\x80\x80").code == mark + mark + mark + mark);  // above U+10FFFF
  CHECK(html_text("\xE2\x88").code == mark + mark);                        // cut short
  CHECK(html_text("\xE2<b>").code == mark + "&lt;b&gt;");
}

TEST_CASE("bytes in an address read back as RFC 4648 says") {
  CHECK(data_uri("t/x", "") == "data:t/x;base64,");
  CHECK(data_uri("t/x", "f") == "data:t/x;base64,Zg==");
  CHECK(data_uri("t/x", "fo") == "data:t/x;base64,Zm8=");
  CHECK(data_uri("t/x", "foo") == "data:t/x;base64,Zm9v");
  CHECK(data_uri("t/x", "foob") == "data:t/x;base64,Zm9vYg==");
  CHECK(data_uri("t/x", "\xFF\xFE") == "data:t/x;base64,//4=");
}

TEST_CASE("a cell says what it is sorted by where that is not what it shows") {
  const std::string code =
      sortable_table({"p"}, {{cell("x")}, {{html_text("< 1 %"), "1", "n"}}}).code;
  CHECK(code.find("<td>x</td>") != code.npos);
  CHECK(code.find("<td class=\"n\" data-sort=\"1\">&lt; 1 %</td>") != code.npos);
}

TEST_CASE("a table leaves out what no row shows, and a head stands as the numbers below it") {
  const std::string code =
      sortable_table({"name", "none", "n", "some"},
                     {{cell("a"), cell(""), {html_text("1"), {}, "n"}, cell("")},
                      {cell("b"), cell(""), {html_text("2"), {}, "n"}, cell("x")}})
          .code;
  CHECK(code.find(">none<") == code.npos);
  CHECK(code.find("<th scope=\"col\"><button type=\"button\">name<") != code.npos);
  CHECK(code.find("<th class=\"n\" scope=\"col\"><button type=\"button\">n<") != code.npos);
  CHECK(code.find("<td>a</td><td class=\"n\">1</td><td></td>") != code.npos);
  CHECK(sortable_table({"name"}, {}).code.find(">name<") != code.npos);
}

TEST_CASE("cells of cards say what they are") {
  const std::string code = sortable_table({"a"}, {{cell("x")}}, "cards").code;
  CHECK(code.find("<table class=\"cards\">") != code.npos);
  CHECK(code.find("<td data-label=\"a\">x</td>") != code.npos);
}

}  // namespace lab::report
