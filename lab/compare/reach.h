#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/survival.h"
#include "base/tsv.h"
#include "lab/compare/rows.h"

namespace lab::compare {

/// When the runs of an arm first scored so much in a task's pool at a difficulty.
struct ReachRow {
  Row row;  ///< what is asked; its point is that of the end
  base::SurvivalCurve curve;
  int runs = 0;                         ///< whose way was scored
  int reached = 0;                      ///< how many of them reached it
  std::vector<std::uint64_t> end_only;  ///< seeds that were scored at their end alone
};

/// Of the finished runs, in the order of rows_of().
std::vector<ReachRow> reach_rows(const Comparison& comparison, const Selection& selection,
                                 double reach);

/// Columns: those of the axes, task, pool, difficulty, reach (percent), seeds (whose way was
/// scored), reached (how many of them did), steps (by which half of them have, by the survival
/// curve), low, high (its 95 % interval); empty where there is none: most did not reach it, or too
/// few seeds tell.
base::Table reach_table(const Comparison& comparison, std::span<const ReachRow> rows, double reach);

/// The same for a terminal of so many columns.
std::string reach_text(const Comparison& comparison, std::span<const ReachRow> rows, double reach,
                       std::size_t columns);

/// The same as a JSON array, with the steps of each curve.
std::string reach_json(const Comparison& comparison, std::span<const ReachRow> rows, double reach);

/// For people: which runs tell nothing but their end; empty if there is none.
std::string about_end_only(const Comparison& comparison, std::span<const ReachRow> rows);

}  // namespace lab::compare
