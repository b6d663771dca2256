#pragma once
#include <optional>
#include <string>
#include <vector>

#include "lab/figure/row_filter.h"
#include "tasks/task.h"

namespace lab::figure {

struct FigureKind;  // lab/figure/kind.h

struct SeriesSpec {
  std::string label;               ///< series of several panels may have the same
  RowFilter rows;                  ///< with what the figure says for all of its series
  bool control = false;            ///< drawn in grey
  std::vector<std::string> paper;  ///< keys of paper.tsv, drawn as open marks
  std::optional<RowFilter> minus = std::nullopt;  ///< its exact match is taken away, seed by seed
  std::string paper_curve = {};                   ///< a series of paper.tsv, drawn in place of rows
  std::vector<RowFilter> cells = {};              ///< one for each of the figure's columns
  std::optional<tasks::Range> trained = {};       ///< difficulties; as the figure's, or its own
  std::optional<double> chance = {};  ///< percent, where scores do not say what guessing reaches
  std::size_t panel = 0;              ///< its place among the figure's, if it has any
};

/// One of the small plots of a figure.
struct PanelSpec {
  std::string title;
  std::string x_label;
};

enum class Scaling { linear, logarithmic };

/// One figure of experiments/<paper>/figures.textproto; see lab/figure/read/figures.proto.
struct FigureSpec {
  std::string name, title;
  const FigureKind* kind = nullptr;  ///< one of lab/figure/kinds, as long as the program lives
  std::vector<SeriesSpec> series;
  std::string x_axis;  ///< of the sweep; empty: what the kind is drawn over
  std::string x_label;
  std::optional<tasks::Range> trained;  ///< difficulties
  std::string caption;
  Scaling x_scale = Scaling::linear;
  std::string y_axis = {}, y_label = {};  ///< of a threshold
  double reach = 99;                      ///< percent, of a threshold or a share left
  std::vector<std::string> columns = {};  ///< labels; empty: columns are numbers
  std::vector<PanelSpec> panels = {};     ///< empty: it is one plot
};

/// The difficulty that all of its series are asked at, if there is one.
std::optional<int> shared_difficulty(const FigureSpec& figure);

/// A number of ours held against one of the paper's.
struct ClaimSpec {
  std::string name;
  std::string paper;  ///< key of paper.tsv; empty: ours only
  RowFilter rows;
  std::string against;  ///< a claim's name, or empty
  std::optional<tasks::Range> trained;
};

struct FigureFile {
  std::string headline;  ///< the paper's claim, or the question asked
  std::string paper;     ///< whose claim it is; empty: nobody's, the question is our own
  std::string finding;   ///< ours: what came out here
  std::vector<FigureSpec> figures;
  std::vector<ClaimSpec> claims;
};

}  // namespace lab::figure
