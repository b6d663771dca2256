#include "tasks/file/line.h"

#include <algorithm>

#include "base/text.h"

namespace tasks::file {
namespace {

/// The name of one letter.
std::string_view name_of(std::string_view letter) {
  if (letter == " ") return "␣";
  if (letter == ".") return "\\.";
  if (letter == "\t") return "\\t";
  if (letter == "\n") return "\\n";
  if (letter == "\r") return "\\r";
  if (letter == "\v") return "\\v";
  if (letter == "\f") return "\\f";
  return letter;
}

std::vector<std::string_view> letters_of(std::string_view text) {
  std::vector<std::string_view> names;
  for (std::size_t from = 0; from < text.size();) {
    std::size_t to = from + 1;
    while (to < text.size() && !base::begins_letter(text[to])) ++to;
    names.push_back(name_of(text.substr(from, to - from)));
    from = to;
  }
  return names;
}

bool is_space(char c) { return c == ' ' || ('\t' <= c && c <= '\r'); }

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  const char* const end = text.data() + text.size();
  for (const char* from = std::find_if_not(text.data(), end, is_space); from != end;) {
    const char* const to = std::find_if(from, end, is_space);
    words.emplace_back(from, static_cast<std::size_t>(to - from));
    from = std::find_if_not(to, end, is_space);
  }
  return words;
}

}  // namespace

std::vector<std::string_view> token_names(std::string_view text, TextTokens tokens) {
  return tokens == TextTokens::words ? words_in(text) : letters_of(text);
}

}  // namespace tasks::file
