#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lab/store/scores.h"
#include "tasks/pool.h"
#include "tasks/task.h"

namespace lab {

/// Which rows of a paper's scores are meant. What is empty does not matter.
struct Selection {
  std::vector<std::string> sweeps;
  Settings where;  ///< all must hold
  std::string task;
  tasks::Pool pool = tasks::Pool::test;
  std::optional<int> difficulty;
  std::optional<std::int64_t> step;                ///< nothing: each run's last, or all (curve)
  std::optional<FacetValue> facet = std::nullopt;  ///< nothing: the scores of all questions
};

enum class FigureKind {
  lines,      ///< over difficulty, or over an axis of the sweep
  strip,      ///< a row for each series, at one difficulty
  curve,      ///< over training steps, at one difficulty
  map,        ///< a row for each series, a column for each difficulty, or value of an axis
  threshold,  ///< where an axis reaches a score, over another; with a fitted power law
};

struct SeriesSpec {
  std::string label;
  Selection rows;                  ///< with what the figure says for all of its series
  bool control = false;            ///< drawn in grey
  std::vector<std::string> paper;  ///< keys of paper.tsv, drawn as open marks
  std::optional<Selection> minus = std::nullopt;  ///< its exact match is taken away, seed by seed
  std::string paper_curve = {};                   ///< a series of paper.tsv, drawn in place of rows
  std::vector<Selection> cells = {};              ///< one for each of the figure's columns
};

/// One figure of experiments/<paper>/figures.textproto; see lab/figure/figures.proto. The y axis is
/// exact match in percent, or of a threshold a value of `y_axis`.
struct FigureSpec {
  std::string name, title;
  FigureKind kind = FigureKind::lines;
  std::vector<SeriesSpec> series;
  std::string x_axis;  ///< of the sweep; empty: difficulty (lines) or step (curve)
  std::string x_label;
  std::optional<tasks::Range> trained;  ///< difficulties
  std::optional<double> chance;         ///< percent
  std::string caption;
  std::string y_axis = {}, y_label = {};  ///< of a threshold
  double reach = 99;                      ///< percent, of a threshold
  std::vector<std::string> columns = {};  ///< labels; empty: columns are numbers
};

/// A number of ours held against one of the paper's.
struct ClaimSpec {
  std::string name;
  std::string paper;  ///< key of paper.tsv; empty: ours only
  Selection rows;
  std::string against;  ///< a claim's name, or empty
  std::optional<tasks::Range> trained;
};

struct FigureFile {
  std::string headline, paper;
  std::vector<FigureSpec> figures;
  std::vector<ClaimSpec> claims;
};

/// Reads and checks a figures.textproto. Throws base::Error (exit code 3) with file, line and
/// column for what the parser refuses, with file, figure and series for what does not fit together.
FigureFile read_figures(const std::filesystem::path& file);

/// The same from text; `place` stands for the file in errors.
FigureFile parse_figures(const std::string& text, const std::string& place);

}  // namespace lab
