#pragma once
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/tsv.h"
#include "lab/figure/figure.h"
#include "lab/figure/measured.h"
#include "lab/figure/paper_numbers.h"

namespace lab::figure {

/// A series with its numbers. Without points it has not been run.
struct Series {
  std::string label;
  bool control = false;
  Measured measured;
  std::vector<PaperNumber> paper;
  std::string status = {};  ///< of a curve of the paper: how we know it; empty: it is ours
  std::string panel = {};   ///< the title of that it is in, if the figure has any
};

/// "sorting: no hint": with the panel, where there is one.
std::string full_label(const Series& series);

/// Everything a figure shows.
struct FigureData {
  FigureSpec spec;
  std::string paper;           ///< whose numbers the open marks are
  std::vector<Series> series;  ///< as declared
};

/// Throws base::Error (exit code 3) for a name in `spec` that is not known or a key that paper.tsv
/// lacks, (exit code 4) if a filter means two runs at once. `place` begins the messages.
FigureData figure_data(const FigureSpec& spec, const std::string& paper,
                       const std::map<std::string, PaperNumber>& numbers,
                       std::span<const store::ResultRow> rows, const KnownNames& known,
                       const std::string& place);

/// Of a curve of the paper: it is not ours.
inline bool is_papers(const Series& series) { return !series.status.empty(); }

/// Whether there is anything to draw.
bool has_points(const FigureData& data);

/// <figure>.tsv: what is drawn, for gnuplot and for people. Columns: row (median, or the share left
/// of a SURVIVAL; seed, of a SURVIVAL those that ended before; paper, curve (of the paper),
/// exponent), number (of the series, from 1), series, x, value, low, high
/// (percent, or values of a threshold's axis), seeds, seed, relation, status, guess (percent),
/// different (questions of a seed, the fewest), fitted and runs (how many of how many solve what
/// they were trained on); what a row has not is empty.
base::Table figure_table(const FigureData& data);

}  // namespace lab::figure
