#pragma once
#include <span>
#include <string>
#include <string_view>

#include "lab/figure/figure.h"
#include "lab/figure/measured.h"

namespace lab::figure {

struct FigureData;  // lab/figure/data.h
enum class Form;    // lab/figure/script.h

/// What the values of a figure are.
enum class Quantity {
  exact_match,  ///< percent
  threshold,    ///< the value of y_axis at which exact match reaches `reach`, over an x_axis
  share_left,   ///< percent of the runs that have not reached `reach` yet, over the steps
};

/// Everything that a kind of figure decides. Each says it in a pair of files of its own
/// (kinds/strip.h and .cpp); kinds/kinds.cpp has the table of them.
struct FigureKind {
  std::string_view name;    ///< in the schema: "STRIP"
  std::string_view called;  ///< in a sentence: "a STRIP"
  Quantity quantity = Quantity::exact_match;

  /// Whether a series goes over the difficulties where the figure names no x_axis: else each of its
  /// rows' filters names one.
  bool over_difficulty = false;

  /// What a figure of this kind may say that others may not.
  bool takes_x_axis = false, takes_columns = false, takes_x_scale = false, takes_panels = false;
  bool tells_shared_difficulty = false;  ///< on an axis, where all series are at one
  bool takes_paper = false;              ///< numbers of the paper as marks
  bool takes_paper_curve = false;        ///< a series of the paper, where no x_axis is named

  bool over_steps = false;     ///< x is the training step
  bool takes_reach = false;    ///< a score to reach, or several with a figure each
  bool shortens_axis = false;  ///< of percents, where all lie at its foot: see percent_axis()

  /// The points of the filtered rows of a series. Throws base::Error, beginning with `place`.
  Measured (*measured)(const RowFilter& filter, const SeriesSpec& series, const FigureSpec& figure,
                       std::span<const store::ResultRow> rows, const std::string& place);

  /// A sentence on what the marks mean, for a figure with this many seeds at most.
  std::string (*how_to_read)(int seeds);

  /// How it draws what most seeds of did not fit, and a median that is not above guessing:
  /// "Hollow". Empty: it does not, or says it in words.
  std::string_view unfit_look = {}, guessed_look = {};

  /// gnuplot's text of the figure: see figure_script().
  std::string (*script)(const FigureData& data, Form form);
};

}  // namespace lab::figure
