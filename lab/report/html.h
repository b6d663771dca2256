#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lab::report {

/// A piece of an HTML document. Only the functions below make one, so that no text becomes markup.
struct Html {
  std::string code;

  Html& operator+=(const Html& other);
};
Html operator+(Html a, const Html& b);

/// `text` as it reads: & < > " ' escaped; bytes that are no UTF-8 and control characters other than
/// tab and newline become U+FFFD, which any reader of HTML accepts.
Html html_text(std::string_view text);

/// Names and values; values are escaped.
using Attributes = std::vector<std::pair<std::string, std::string>>;

/// <name attributes>content</name>, on a line of its own if `name` is a block.
Html element(std::string_view name, const Attributes& attributes, const Html& content);
Html element(std::string_view name, const Html& content);

/// An element without content and end: <img>, <meta>.
Html void_element(std::string_view name, const Attributes& attributes);

/// An element of a drawing without content: <circle/>.
Html empty_element(std::string_view name, const Attributes& attributes);

/// A constant of ours as it stands: a style sheet or a script.
Html html_constant(std::string_view code);

/// `bytes` for an attribute: "data:<type>;base64,...".
std::string data_uri(std::string_view type, std::string_view bytes);

}  // namespace lab::report
