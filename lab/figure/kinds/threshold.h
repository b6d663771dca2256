#pragma once
#include "lab/figure/kind.h"

namespace lab::figure::kinds {

/// THRESHOLD: where an axis reaches a score, over another; with a fitted power law.
extern const FigureKind threshold_kind;

}  // namespace lab::figure::kinds
