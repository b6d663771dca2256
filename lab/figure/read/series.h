#pragma once
#include <string>

#include "lab/figure/figure.h"
#include "lab/figure/kind.h"
#include "lab/figure/read/figures.pb.h"

namespace lab::figure::read {

/// A series of a figure of this kind, checked. Throws base::Error (exit code 3), beginning with
/// `place`, the figure's.
SeriesSpec series_of(const proto::Series& from, const proto::Figure& figure, const FigureKind& kind,
                     const std::string& place);

}  // namespace lab::figure::read
