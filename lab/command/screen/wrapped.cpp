#include "lab/command/screen/wrapped.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/text.h"

namespace lab::command::screen {
namespace {

constexpr char held_space = '\1';  ///< where no line may end

/// Where the quote that begins here ends; nothing if it is none: an apostrophe.
std::optional<std::size_t> end_of_quote(const std::string& text, std::size_t begin) {
  if (text[begin] != '"' && text[begin] != '\'') return std::nullopt;
  if (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '=') return std::nullopt;
  const auto end = text.find(text[begin], begin + 1);
  return end == text.npos ? std::nullopt : std::optional(end);
}

/// Spaces within brackets and quotes held.
std::string with_groups(std::string text) {
  int depth = 0;
  std::size_t quoted_to = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (i >= quoted_to) {
      if (const auto end = end_of_quote(text, i)) quoted_to = *end;
      if (c == '[' || c == '{') ++depth;
      if (c == ']' || c == '}') --depth;
    }
    if (c == ' ' && (depth > 0 || i < quoted_to)) text[i] = held_space;
  }
  return text;
}

/// Broken at spaces; longer words stay whole.
std::vector<std::string> lines_of(const std::string& text, std::size_t columns) {
  std::vector<std::string> lines;
  for (const std::string& word : base::split(text, ' ')) {
    if (word.empty()) continue;
    const bool fits =
        !lines.empty() && base::letters(lines.back()) + 1 + base::letters(word) <= columns;
    if (fits) {
      lines.back() += " " + word;
    } else {
      lines.push_back(word);
    }
  }
  for (std::string& line : lines) std::ranges::replace(line, held_space, ' ');
  return lines;
}

std::string below(const std::string& first, const std::vector<std::string>& lines) {
  const std::string indent(base::letters(first), ' ');
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    text += (i == 0 ? first : "\n" + indent) + lines[i];
  }
  return text;
}

/// "  name   " of "  name   what it is"; else the spaces alone.
std::string beginning_of(const std::string& line) {
  const auto word = std::min(line.find_first_not_of(' '), line.size());
  const auto gap = line.find("  ", word);
  const auto rest = gap == line.npos ? line.npos : line.find_first_not_of(' ', gap);
  return line.substr(0, rest == line.npos ? word : rest);
}

std::string kept_apart(const std::string& line, std::size_t columns) {
  if (base::letters(line) <= columns) return line;
  const std::string first = beginning_of(line);
  return below(first, lines_of(line.substr(first.size()), columns - first.size()));
}

}  // namespace

std::string refilled(const std::string& text, std::size_t columns) {
  std::vector<std::string> lines;
  std::string paragraph;
  const auto end_paragraph = [&] {
    if (!paragraph.empty()) lines.push_back(base::joined(lines_of(paragraph, columns), "\n"));
    paragraph.clear();
  };
  for (const std::string& line : base::split(text, '\n')) {
    if (!line.empty() && line.front() != ' ') {
      paragraph += (paragraph.empty() ? "" : " ") + line;
      continue;
    }
    end_paragraph();
    lines.push_back(kept_apart(line, columns));
  }
  end_paragraph();
  return base::joined(lines, "\n");
}

std::string hanging(const std::string& first, const std::string& text, std::size_t columns) {
  return below(first, lines_of(with_groups(text), columns - base::letters(first)));
}

std::string shell_lines(const std::string& line, std::size_t columns) {
  constexpr std::size_t behind = 2, before = 6;  // " \" and the indent
  if (base::letters(line) + 2 <= columns) return "  " + line;
  return "  " + base::joined(lines_of(with_groups(line), columns - behind - before), " \\\n      ");
}

}  // namespace lab::command::screen
