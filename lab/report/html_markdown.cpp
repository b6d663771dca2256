#include "lab/report/html_markdown.h"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/error.h"

namespace lab::report {
namespace {

constexpr unsigned lowest_heading = 6;

using PlainBlock = std::pair<MD_BLOCKTYPE, const char*>;
constexpr std::array plain_blocks{
    PlainBlock{MD_BLOCK_P, "p"},         PlainBlock{MD_BLOCK_QUOTE, "blockquote"},
    PlainBlock{MD_BLOCK_UL, "ul"},       PlainBlock{MD_BLOCK_LI, "li"},
    PlainBlock{MD_BLOCK_THEAD, "thead"}, PlainBlock{MD_BLOCK_TBODY, "tbody"},
    PlainBlock{MD_BLOCK_TR, "tr"}};

using Around = std::function<Html(const Html&)>;

/// A block or a span that is open.
struct Part {
  enum class Kind { document, block, span } kind;
  int type;       ///< of its kind: MD_BLOCKTYPE or MD_SPANTYPE
  Around around;  ///< its element with a content
  Html content;

  bool is(Kind that, int of) const { return kind == that && type == of; }
};

/// The document so far: what is open, the outermost first.
struct Document {
  std::vector<Part> open;
  unsigned top;
  const LinkTarget& target;

  void close_last() {
    const Part last = std::move(open.back());
    open.pop_back();
    open.back().content += last.around(last.content);
  }

  /// The part with all in it. The parser (0.4.8) closes emphasis that it never opened where a mark
  /// in a link's address pairs with one after it.
  void close(Part::Kind kind, int type) {
    const auto is_meant = [&](const Part& part) { return part.is(kind, type); };
    if (std::ranges::none_of(open, is_meant)) return;
    while (!is_meant(open.back())) close_last();
    close_last();
  }
};

Document& of(void* document) { return *static_cast<Document*>(document); }

Around in(const std::string& name, const Attributes& attributes = {}) {
  return [=](const Html& content) { return element(name, attributes, content); };
}

Html as_it_is(const Html& content) { return content; }

Around in_cell(const char* name, const void* detail) {
  const bool right = static_cast<const MD_BLOCK_TD_DETAIL*>(detail)->align == MD_ALIGN_RIGHT;
  return in(name, right ? Attributes{{"class", "n"}} : Attributes{});
}

Around in_heading(unsigned top, const void* detail) {
  const unsigned level = static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level;
  return in("h" + std::to_string(std::min(top + level - 1, lowest_heading)));
}

Around in_numbered(const void* detail) {
  const unsigned start = static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start;
  return in("ol", {{"start", std::to_string(start)}});
}

Around in_link(const LinkTarget& target, const void* detail) {
  const MD_ATTRIBUTE& address = static_cast<const MD_SPAN_A_DETAIL*>(detail)->href;
  const std::string place = target({address.text, address.size});
  return place.starts_with('#') ? in("a", {{"href", place}}) : as_it_is;
}

Around around_block(unsigned top, MD_BLOCKTYPE type, const void* detail) {
  if (type == MD_BLOCK_H) return in_heading(top, detail);
  if (type == MD_BLOCK_OL) return in_numbered(detail);
  if (type == MD_BLOCK_TH) return in_cell("th", detail);
  if (type == MD_BLOCK_TD) return in_cell("td", detail);
  if (type == MD_BLOCK_HR) return [](const Html&) { return void_element("hr", {}); };
  if (type == MD_BLOCK_CODE)
    return [](const Html& code) { return element("pre", element("code", code)); };
  if (type == MD_BLOCK_TABLE) {
    return [](const Html& rows) {
      return element("div", {{"class", "scroll"}}, element("table", rows));
    };
  }
  const auto found = std::ranges::find(plain_blocks, type, &PlainBlock::first);
  return found == plain_blocks.end() ? as_it_is : in(found->second);
}

Around around_span(const LinkTarget& target, MD_SPANTYPE type, const void* detail) {
  if (type == MD_SPAN_EM) return in("em");
  if (type == MD_SPAN_STRONG) return in("strong");
  if (type == MD_SPAN_CODE) return in("code");
  if (type == MD_SPAN_A) return in_link(target, detail);
  return as_it_is;
}

Html letters(MD_TEXTTYPE type, std::string_view text) {
  if (type == MD_TEXT_BR) return void_element("br", {});
  if (type == MD_TEXT_SOFTBR) return html_text("\n");
  return html_text(text);
}

int enter_block(MD_BLOCKTYPE type, void* detail, void* to) {
  of(to).open.push_back({Part::Kind::block, type, around_block(of(to).top, type, detail), {}});
  return 0;
}

int enter_span(MD_SPANTYPE type, void* detail, void* to) {
  of(to).open.push_back({Part::Kind::span, type, around_span(of(to).target, type, detail), {}});
  return 0;
}

int leave_block(MD_BLOCKTYPE type, void*, void* to) {
  of(to).close(Part::Kind::block, type);
  return 0;
}

int leave_span(MD_SPANTYPE type, void*, void* to) {
  of(to).close(Part::Kind::span, type);
  return 0;
}

int hear(MD_TEXTTYPE type, const char* text, MD_SIZE bytes, void* to) {
  of(to).open.back().content += letters(type, {text, bytes});
  return 0;
}

}  // namespace

Html markdown(std::string_view text, unsigned top, const LinkTarget& target) {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_NOHTML | MD_FLAG_TABLES;
  parser.enter_block = enter_block;
  parser.enter_span = enter_span;
  parser.leave_block = leave_block;
  parser.leave_span = leave_span;
  parser.text = hear;
  Document document{{{Part::Kind::document, 0, as_it_is, {}}}, top, target};
  const int failed = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &document);
  base::promise(failed == 0, "there is memory for a text");
  while (document.open.size() > 1) document.close_last();
  return document.open.front().content;
}

}  // namespace lab::report
