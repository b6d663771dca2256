#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

/// Pixels from the upper left.
struct Place {
  double x = 0, y = 0;
};

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;

  /// Whether they share more than `allowed` pixels in both directions.
  bool overlaps(const Box& other, double allowed = 1) const;
  bool contains(const Place& place, double margin) const;
};

/// What gnuplot drew, read from its SVG. "In the plot" is what a `plot` command draws.
struct DrawnText {
  std::string text;
  Box box;
  bool in_plot = false;
};
struct DrawnMark {
  Place middle;
  Box box;
  bool in_plot = false;
};
struct DrawnLine {  ///< or the outline of an area
  std::vector<Place> corners;
  bool in_plot = false;
};
struct DrawnFigure {
  Box page;
  std::vector<DrawnText> texts;
  std::vector<DrawnMark> marks;
  std::vector<DrawnLine> lines;  ///< without those of the grid
};

/// Throws an exception for what is no XML.
DrawnFigure drawn_in(const std::string& svg);

/// The boxes of the plots as the script of a figure places them.
std::vector<Box> plots_in(std::string_view script, const Box& page);

/// What is wrong with texts: one over another, over a mark or a line of data, off the page. A
/// sentence each, with the texts.
std::vector<std::string> faults_of_texts(const DrawnFigure& figure);

/// What is wrong with data: a mark or a line that is not in one of the plots' boxes, a line from
/// within one that leads out of it.
std::vector<std::string> faults_of_data(const DrawnFigure& figure, const std::vector<Box>& plots);

}  // namespace tests
