#include "lab/command/shown_comparison.h"

#include <unistd.h>

#include <iostream>

#include "lab/command/screen/terminal.h"
#include "lab/compare/table.h"

namespace lab::command {

void print(const Forms& forms, Style style) {
  if (style == Style::json) {
    std::cout << forms.json();
  } else if (isatty(STDOUT_FILENO) != 0) {
    std::cout << forms.text(screen::terminal_size().columns);
  } else {
    std::cout << base::tsv(forms.table());
  }
  std::cout << std::flush;
}

Forms forms_of(const compare::Comparison& comparison, std::span<const compare::Row> rows) {
  return {[&comparison, rows] { return compare::table_of(comparison, rows); },
          [&comparison, rows](std::size_t columns) {
            return compare::text_of(comparison, rows, columns);
          },
          [&comparison, rows] { return compare::json_of(comparison, rows); }};
}

}  // namespace lab::command
