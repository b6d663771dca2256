#pragma once
#include "lab/figure/kind.h"

namespace lab::figure::kinds {

/// SURVIVAL: the share of the runs that have not reached a score yet, over training steps.
extern const FigureKind survival_kind;

}  // namespace lab::figure::kinds
