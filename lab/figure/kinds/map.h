#pragma once
#include "lab/figure/kind.h"

namespace lab::figure::kinds {

/// MAP: a row for each series, a column for each difficulty, value of an axis, or filter; exact
/// match as number and shade.
extern const FigureKind map_kind;

}  // namespace lab::figure::kinds
