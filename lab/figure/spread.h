#pragma once
#include <vector>

namespace lab::figure {

/// Moves `wanted` (any order) apart so that neighbours are at least `gap` and all are within
/// low .. high, each as near to its wish as can be (least squares); the order of wishes is kept,
/// ties in the order given. If they do not fit, they are spread evenly.
std::vector<double> spread(const std::vector<double>& wanted, double gap, double low, double high);

}  // namespace lab::figure
