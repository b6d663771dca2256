#pragma once
#include <cstddef>
#include <span>
#include <string>

namespace lab::command::screen {

/// A curve in one line of text, at most `width` characters (of three bytes each in UTF-8): the mean
/// of each stretch of the values as a bar of eight heights, from the lowest stretch to the highest.
/// Values that are not finite are left out.
std::string sparkline(std::span<const double> values, std::size_t width);

}  // namespace lab::command::screen
