#pragma once
#include <optional>
#include <string>
#include <vector>

#include "lab/probe/probe.h"

namespace lab::probe::map {

inline constexpr double page_gap = 24, caption_line = 15;  ///< pixels

/// One heat map on a page.
struct Panel {
  std::string title, note;  ///< first and second line above it
  std::string measure;
  std::optional<std::size_t> control;  ///< nothing: the value itself
  std::vector<std::string> rows, columns;
  double left = 0, top = 0, width = 0, height = 0;  ///< of the cells, pixels

  /// Whether the cells are few enough to have their numbers in them.
  bool written() const;
};

/// Where everything stands, in pixels from the upper left.
struct Page {
  double width = 0, height = 0;
  std::vector<Panel> panels;
};

/// Whether each measure has the maps of its controls beside it; many measures stand alone.
bool shows_controls(const ProbeResult& result);

/// The drawn measures in lines: one with those of its controls that it has, or as many measures as
/// make a square. `seeds`: whose questions the cells add up.
Page page_of(const ProbeResult& result, std::size_t seeds, std::size_t caption_lines);

}  // namespace lab::probe::map
