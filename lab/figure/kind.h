#pragma once
#include <span>
#include <string>
#include <string_view>

#include "lab/figure/figure.h"
#include "lab/figure/measured.h"

namespace lab::figure {

struct FigureData;  // lab/figure/data.h

/// What the values of a figure are.
enum class Quantity {
  exact_match,  ///< percent
  threshold,    ///< the value of y_axis at which exact match reaches `reach`, over an x_axis
};

/// Everything that a kind of figure decides. Each kind says it in a pair of files of its own
/// (kind_strip.h and .cpp); kinds.cpp has the table of them.
struct FigureKind {
  std::string_view name;    ///< in the schema: "STRIP"
  std::string_view called;  ///< in a sentence: "a STRIP"
  Quantity quantity = Quantity::exact_match;

  /// Whether a series goes over the difficulties where the figure names no x_axis: else each of its
  /// rows' filters names one.
  bool over_difficulty = false;

  /// What a figure of this kind may say that others may not.
  bool takes_x_axis = false, takes_columns = false;
  bool takes_paper = false;        ///< numbers of the paper as marks
  bool takes_paper_curve = false;  ///< a series of the paper, where no x_axis is named

  /// The points of the filtered rows. Throws base::Error, beginning with `place`.
  Measured (*measured)(const RowFilter& filter, const FigureSpec& figure,
                       std::span<const store::ResultRow> rows, const std::string& place);

  /// A sentence on what the marks mean, for a figure with this many seeds at most.
  std::string (*how_to_read)(int seeds);

  /// gnuplot's text of the figure: see figure_script().
  std::string (*script)(const FigureData& data);
};

}  // namespace lab::figure
