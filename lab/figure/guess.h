#pragma once
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "lab/figure/data.h"

namespace lab::figure {

/// What guessing reaches over x, as a figure draws it.
struct GuessLine {
  std::optional<std::size_t> series;              ///< of the data; nothing: the same for all
  std::vector<std::pair<double, double>> levels;  ///< x and percent, by rising x

  /// The level if it is the same at every x.
  std::optional<double> flat() const;
};

/// One line if the series agree wherever two are asked at one x, else one a series; none for what
/// has no level, or none above `least` percent, which nobody would see.
std::vector<GuessLine> guess_lines(const FigureData& data, double least);

/// The lowest and the highest level of some lines, percent.
std::pair<double, double> levels_of(std::span<const GuessLine> lines);

/// Whether a legend names each line: there is one, or there are two that are everywhere some
/// percent apart. More of them, or nearer ones, nobody tells apart in a plot.
bool are_told_apart(std::span<const GuessLine> lines);

/// Whether a median is at or below what guessing reaches, and not 0, which says it itself.
bool is_told_as_guess(const Point& point);

/// "Guessing: 7.3 %.", "Guessing: 0.5 % to 50.0 %.", "Guessing: below 0.1 %."; empty if no level is
/// known.
std::string about_guess(const FigureData& data);

}  // namespace lab::figure
