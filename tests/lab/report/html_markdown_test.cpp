#include "lab/report/html_markdown.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <regex>

namespace lab::report {
namespace {

std::string shown(const std::string& text) {
  return markdown(
             text, 4,
             [](const std::string& address) {
               return address == "map.svg" ? "#m" : address == "bad" ? "javascript:alert(1)" : "";
             })
      .code;
}

/// What is left of the code without the tags that markdown makes, each with nothing else in it.
std::string without_own_tags(const std::string& code) {
  static const std::regex tags(
      "</?(p|pre|code|ul|ol|li|blockquote|h[4-6]|em|strong|table|thead|tbody|tr|th|td|a|div)>|"
      "<(br|hr)>|<ol start=\"[0-9]+\">|<t[hd] class=\"n\">|<div class=\"scroll\">|"
      "<a href=\"#m\">");
  return std::regex_replace(code, tags, "");
}

}  // namespace

TEST_CASE("paragraphs, lists, code, headings and tables of a text are shown") {
  CHECK(shown("a\nb\n\n*c* **d** `e<`") ==
        "\n<p>a\nb</p>\n<p><em>c</em> <strong>d</strong> <code>e&lt;</code></p>");
  CHECK(shown("* x\n* y") == "\n<ul>\n<li>x</li>\n<li>y</li></ul>");
  CHECK(shown("3. x") == "\n<ol start=\"3\">\n<li>x</li></ol>");
  CHECK(shown("```\nlab <RUN>\n```") == "\n<pre><code>lab &lt;RUN&gt;\n</code></pre>");
  CHECK(shown("# A\n### C\n##### E") == "\n<h4>A</h4>\n<h6>C</h6>\n<h6>E</h6>");
  CHECK(shown("| n | v |\n| --- | ---: |\n| a | 1 |") ==
        "<div class=\"scroll\">\n<table><thead>\n<tr><th>n</th><th class=\"n\">v</th></tr>"
        "</thead><tbody>\n<tr><td>a</td><td class=\"n\">1</td></tr></tbody></table></div>");
}

TEST_CASE("HTML in a text is shown as letters") {
  CHECK(shown("<script>alert(1)</script>") == "\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
  CHECK(shown("a <b onclick=x>b</b>") == "\n<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>");
  CHECK(shown("&lt;i&gt;") == "\n<p>&amp;lt;i&amp;gt;</p>");
  CHECK(shown("`</code><i>`") == "\n<p><code>&lt;/code&gt;&lt;i&gt;</code></p>");
}

TEST_CASE("a link leads to a place on the page or nowhere") {
  CHECK(shown("[the map](map.svg)") == "\n<p><a href=\"#m\">the map</a></p>");
  CHECK(shown("[x](https://a.org) <https://b.org>") == "\n<p>x https://b.org</p>");
  CHECK(shown("[x](bad)") == "\n<p>x</p>");
  CHECK(shown("[x](_bad)_ y") == "\n<p>x y</p>");  // the parser closes emphasis never opened
  CHECK(shown("![a picture](map.svg)") == "\n<p>a picture</p>");
}

TEST_CASE("no text of any bytes makes other markup") {
  const std::vector<std::string> parts{
      "<b>", "&lt;", "`",  "```\n", "\n", "\n\n", "* ", "| a |", "|---|", "[x](",    "bad)",
      "![",  "> ",   "# ", "\"",    "'",  "<!--", "\\", "1. ",   "\t",    "map.svg)"};
  rc::check("bytes and marks", [&](const std::vector<std::string>& bytes) {
    std::string text;
    for (const std::string& some : bytes) {
      text += some + *rc::gen::elementOf(parts) + *rc::gen::elementOf(parts);
    }
    const std::string left = without_own_tags(shown(text));
    RC_ASSERT(left.find_first_of("<>\"'") == left.npos);
  });
}

}  // namespace lab::report
