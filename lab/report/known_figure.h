#pragma once
#include "lab/report/html.h"
#include "lab/report/known.h"

namespace lab::report {

/// A small figure of it, with its numbers for those who do not see it: a curve over the
/// difficulties, or a row for each pool and difficulty.
Html known_figure(const Known& known, const std::string& task);

}  // namespace lab::report
