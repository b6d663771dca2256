#pragma once
#include "lab/figure/kind.h"

namespace lab::figure::kinds {

/// LINES: exact match over the difficulty, or over an axis of the sweep.
extern const FigureKind lines_kind;

}  // namespace lab::figure::kinds
