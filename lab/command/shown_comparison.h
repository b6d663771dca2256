#pragma once
#include <cstddef>
#include <functional>
#include <span>
#include <string>

#include "base/tsv.h"
#include "lab/compare/rows.h"

namespace lab::command {

enum class Style {
  table,  ///< aligned on a terminal, else TSV
  json,
};

/// A table in each of its forms, of which one is made.
struct Forms {
  std::function<base::Table()> table;
  std::function<std::string(std::size_t columns)> text;  ///< for a terminal
  std::function<std::string()> json;
};

/// On stdout.
void print(const Forms& forms, Style style);

/// Runs side by side. Borrows both until it is printed.
Forms forms_of(const compare::Comparison& comparison, std::span<const compare::Row> rows);

}  // namespace lab::command
