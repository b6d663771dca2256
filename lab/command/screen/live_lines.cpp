#include "lab/command/screen/live_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "lab/command/screen/guard.h"

namespace lab::command::screen {
namespace {

/// A terminal that has become narrower breaks its lines anew.
std::size_t rows_of(const std::vector<std::size_t>& letters, std::size_t columns) {
  std::size_t rows = 0;
  for (const std::size_t count : letters) {
    rows += std::max<std::size_t>(1, (count + columns - 1) / columns);
  }
  return rows;
}

/// One column less than there are: a letter in the last makes some terminals go to the next line.
std::string cut(const std::string& line, std::size_t columns) {
  return base::first_letters(line, std::max<std::size_t>(columns, 2) - 1);
}

}  // namespace

std::string redrawn(const std::vector<std::size_t>& letters_before,
                    const std::vector<std::string>& kept, const std::vector<std::string>& lines,
                    std::size_t columns) {
  const std::size_t rows = rows_of(letters_before, std::max<std::size_t>(columns, 1));
  std::string text = "\r";
  if (rows > 1) text += fmt::format("\033[{}A", rows - 1);
  for (const std::string& line : kept) text += line + "\033[K\n";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    text += (i == 0 ? "" : "\n") + cut(lines[i], columns) + "\033[K";
  }
  return text + "\033[J";
}

void LiveLines::show(const std::vector<std::string>& lines) {
  if (lines.empty() && letters_.empty()) return;
  const std::size_t columns = size().columns;
  std::vector<std::string> shown;
  for (const std::string& line : lines) shown.push_back(base::without_controls(line));
  const Drawing drawing;
  std::cerr << redrawn(letters_, {}, shown, columns) << std::flush;
  lines_ = std::move(shown);
  letters_.clear();
  for (const std::string& line : lines_) letters_.push_back(base::letters(cut(line, columns)));
}

void LiveLines::keep(const std::string& line) {
  const std::size_t columns = size().columns;
  const Drawing drawing;
  std::cerr << redrawn(letters_, {base::without_controls(line)}, lines_, columns) << std::flush;
  letters_.clear();
  for (const std::string& live : lines_) letters_.push_back(base::letters(cut(live, columns)));
}

void LiveLines::leave() {
  if (!letters_.empty()) std::cerr << std::endl;
  lines_.clear();
  letters_.clear();
}

}  // namespace lab::command::screen
