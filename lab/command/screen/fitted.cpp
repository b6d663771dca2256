#include "lab/command/screen/fitted.h"

#include <algorithm>

#include "base/aligned_text.h"
#include "base/text.h"

namespace lab::command::screen {
namespace {

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  for (const std::string& line : base::split(text, '\n')) {
    widest = std::max(widest, base::letters(line));
  }
  return widest;
}

std::string aligned(const base::Table& table, std::size_t columns, std::size_t places) {
  return places == 0 ? base::aligned_text(table) : base::aligned_text(table, places, columns);
}

}  // namespace

std::string fitted_text(base::Table table, const std::vector<std::string>& dispensable,
                        std::size_t columns, std::size_t places) {
  std::string text = aligned(table, columns, places);
  for (const std::string& name : dispensable) {
    if (widest_line(text) <= columns) break;
    const auto found = std::ranges::find(table.columns, name);
    if (found == table.columns.end()) continue;
    const auto place = found - table.columns.begin();
    table.columns.erase(found);
    for (auto& row : table.rows) row.erase(row.begin() + place);
    text = aligned(table, columns, places);
  }
  return text;
}

}  // namespace lab::command::screen
