#pragma once
#include <string>
#include <vector>

#include "lab/figure/figure.h"
#include "lab/figure/read/figures.pb.h"

namespace lab::figure::read {

/// A figure of the file, checked: of a THRESHOLD one for each of the scores to reach. Throws
/// base::Error (exit code 3) with `file`, figure and series for what does not fit together.
std::vector<FigureSpec> figures_of(const proto::Figure& from, const std::string& file);

}  // namespace lab::figure::read
