#pragma once
#include "lab/figure/kind.h"

namespace lab::figure::kinds {

/// PANELS: small plots of lines with the same axes, side by side.
extern const FigureKind panels_kind;

}  // namespace lab::figure::kinds
