#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "lab/figure/data.h"

namespace lab::figure {

/// All there is to say of the marks of a figure with one seed.
inline constexpr const char* one_seed = "One seed.";

/// How to read a figure of at most so many seeds whose medians are drawn as a `mark` ("Line"), and
/// the lowest and highest as a `range` ("bar").
std::string about_seeds(std::string_view mark, std::string_view range, int seeds);

/// The same of lines with their seeds beside them.
std::string about_lines(int seeds);

/// What stands below a figure: its caption, the steps trained, what the marks mean, different
/// questions, fit, guessing, the paper's numbers, what was not run; lines of at most `columns`
/// letters.
std::vector<std::string> footnotes(const FigureData& data, std::size_t columns);

}  // namespace lab::figure
