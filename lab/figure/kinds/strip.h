#pragma once
#include "lab/figure/kind.h"

namespace lab::figure::kinds {

/// STRIP: a row for each series, at one difficulty.
extern const FigureKind strip_kind;

}  // namespace lab::figure::kinds
