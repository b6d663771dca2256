#pragma once
#include <string>
#include <vector>

#include "lab/figure/data.h"

namespace lab {

/// A gnuplot string that shows `text` as it is: quoted, markup (_ ^ { } @ & ~) escaped.
std::string literal(const std::string& text);

/// `text` as a gnuplot string that is no markup: file names, formats.
std::string plain_literal(const std::string& text);

/// Lines of at most `columns` letters, broken at spaces; longer words stay whole.
std::vector<std::string> wrapped(const std::string& text, std::size_t columns);

/// Letters of UTF-8 text.
std::size_t letters(const std::string& text);

/// "94.2 %": a digit after the point below 100, none where there is nothing to see.
std::string shown_percent(double percent);

/// "5 seeds, fit 4/5", "1 seed"; "not run"; "no threshold" of runs that did not reach any.
std::string shown_seeds(const Measured& measured);

/// What stands below a figure: its caption, what the marks mean, chance, what was not run.
std::vector<std::string> footnotes(const FigureData& data, std::size_t columns);

/// Moves `wanted` (any order) apart so that neighbours are at least `gap` and all are within
/// low .. high, each as near to its wish as can be (least squares); the order of wishes is kept,
/// ties in the order given. If they do not fit, they are spread evenly.
std::vector<double> spread(const std::vector<double>& wanted, double gap, double low, double high);

}  // namespace lab
