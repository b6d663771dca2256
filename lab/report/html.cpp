#include "lab/report/html.h"

#include <algorithm>
#include <array>
#include <boost/archive/iterators/base64_from_binary.hpp>
#include <boost/archive/iterators/transform_width.hpp>

#include "base/text.h"

namespace lab::report {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

/// Elements that start a line, so that a page can be read and compared line by line.
constexpr std::array blocks{"html", "head",    "body",    "title",     "style", "script", "main",
                            "nav",  "section", "details", "figure",    "table", "tr",     "h1",
                            "h2",   "h3",      "h4",      "h5",        "h6",    "p",      "pre",
                            "ul",   "ol",      "li",      "blockquote"};

unsigned char byte(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && !base::begins_letter(text[at]);
}

/// Bytes of the UTF-8 letter that begins at `at`; 0 if there is none (RFC 3629, section 4: no
/// overlong forms, no surrogates, nothing above U+10FFFF).
std::size_t letter_bytes(std::string_view text, std::size_t at) {
  const unsigned char first = byte(text, at);
  if (first < 0x80) return 1;
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4) return 0;
  for (std::size_t i = 1; i < size; ++i) {
    if (!continues(text, at + i)) return 0;
  }
  const unsigned char second = byte(text, at + 1);
  const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  const bool beyond = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
  return overlong || beyond ? 0 : size;
}

std::string_view shown(std::string_view letter) {
  switch (letter[0]) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\t':
    case '\n':
      return letter;
    default:
      break;
  }
  const unsigned char first = byte(letter, 0);
  return first < 0x20 || first == 0x7F ? replacement : letter;
}

std::string start_tag(std::string_view name, const Attributes& attributes) {
  std::string tag = std::string("<").append(name);
  for (const auto& [key, value] : attributes) {
    tag += " " + key + "=\"" + html_text(value).code + "\"";
  }
  return tag + ">";
}

}  // namespace

Html& Html::operator+=(const Html& other) {
  code += other.code;
  return *this;
}

Html operator+(Html a, const Html& b) { return a += b; }

Html html_text(std::string_view text) {
  Html html;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = letter_bytes(text, at);
    html.code += size == 0 ? replacement : shown(text.substr(at, size));
    at += std::max<std::size_t>(size, 1);
  }
  return html;
}

Html element(std::string_view name, const Attributes& attributes, const Html& content) {
  std::string code = start_tag(name, attributes) + content.code;
  code.append("</").append(name).append(">");
  const bool block = std::ranges::find(blocks, name) != blocks.end();
  return {block ? "\n" + code : code};
}

Html element(std::string_view name, const Html& content) { return element(name, {}, content); }

Html void_element(std::string_view name, const Attributes& attributes) {
  return {start_tag(name, attributes)};
}

Html empty_element(std::string_view name, const Attributes& attributes) {
  std::string tag = start_tag(name, attributes);
  tag.insert(tag.size() - 1, "/");
  return {tag};
}

Html html_constant(std::string_view code) { return {std::string(code)}; }

std::string data_uri(std::string_view type, std::string_view bytes) {
  namespace iterators = boost::archive::iterators;
  using Base64 = iterators::base64_from_binary<iterators::transform_width<const char*, 6, 8>>;
  std::string text(Base64(bytes.data()), Base64(bytes.data() + bytes.size()));
  text.append((3 - bytes.size() % 3) % 3, '=');
  return "data:" + std::string(type) + ";base64," + text;
}

}  // namespace lab::report
