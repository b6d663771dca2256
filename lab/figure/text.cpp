#include "lab/figure/text.h"

#include <fmt/format.h>

#include <sstream>

#include "base/text.h"

namespace lab::figure {

std::string literal(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (std::string_view("_^{}@&~\\").find(c) != std::string_view::npos) escaped += "\\";
    escaped += c;
  }
  return plain_literal(escaped);
}

std::string bare_literal(const std::string& text) {
  const std::string quoted = literal(text);
  return quoted.substr(1, quoted.size() - 2);
}

std::string plain_literal(const std::string& text) {
  std::string result = "'";
  for (const char c : text) {
    result += c;
    if (c == '\'') result += c;  // '' is one quote between single quotes
  }
  return result + "'";
}

std::vector<std::string> wrapped(const std::string& text, std::size_t columns) {
  std::vector<std::string> lines;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (!lines.empty() && base::letters(lines.back()) + 1 + base::letters(word) <= columns) {
      lines.back() += " " + word;
    } else {
      lines.push_back(word);
    }
  }
  return lines;
}

std::string shown_percent(double percent) {
  const bool whole = percent == 0 || percent == 100;
  return whole ? fmt::format("{:.0f} %", percent) : fmt::format("{:.1f} %", percent);
}

std::string shown_last_percent(const Measured& measured) {
  return shown_percent(measured.points.back().value.middle);
}

std::string shown_seeds(const Measured& measured) {
  if (measured.points.empty()) return measured.left_out > 0 ? "no threshold" : "not run";
  const bool one = measured.seeds == 1;
  if (!measured.fit) return fmt::format("{} seed{}", measured.seeds, one ? "" : "s");
  const bool several_runs = measured.fit->seeds > measured.seeds;  // of a seed, one at each x
  return fmt::format("{} of {} {} fit", measured.fit->fitted, measured.fit->seeds,
                     several_runs ? "runs"
                     : one        ? "seed"
                                  : "seeds");
}

std::string shown_count(std::int64_t count) {
  std::string text = std::to_string(count);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

}  // namespace lab::figure
