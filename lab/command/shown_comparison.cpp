#include "lab/command/shown_comparison.h"

#include <unistd.h>

#include <iostream>

#include "lab/command/screen/terminal.h"
#include "lab/compare/table.h"

namespace lab::command {

void print(const compare::Comparison& comparison, std::span<const compare::Row> rows, Style style) {
  if (style == Style::json) {
    std::cout << compare::json_of(comparison, rows);
  } else if (isatty(STDOUT_FILENO) != 0) {
    std::cout << compare::text_of(comparison, rows, screen::terminal_size().columns);
  } else {
    std::cout << base::tsv(compare::table_of(comparison, rows));
  }
  std::cout << std::flush;
}

}  // namespace lab::command
