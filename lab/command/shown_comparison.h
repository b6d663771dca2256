#pragma once
#include <span>

#include "lab/compare/rows.h"

namespace lab::command {

enum class Style {
  table,  ///< aligned on a terminal, else TSV
  json,
};

/// Runs side by side, on stdout.
void print(const compare::Comparison& comparison, std::span<const compare::Row> rows, Style style);

}  // namespace lab::command
