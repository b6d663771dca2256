#pragma once
#include "lab/figure/kind.h"

namespace lab::figure::kinds {

/// CURVE: exact match over training steps, at one difficulty.
extern const FigureKind curve_kind;

}  // namespace lab::figure::kinds
