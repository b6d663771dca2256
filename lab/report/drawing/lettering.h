#pragma once
#include <string>

#include "lab/report/drawing/shape.h"

namespace lab::report::drawing {

/// What is written around a plot and reads better outside of it.
struct Lettering {
  std::string title, about, caption;  ///< each empty if there is none
};

/// Takes title, the line below it and caption out of the drawing, which is cut down to what is
/// left.
Lettering take_lettering(Drawing* drawing);

}  // namespace lab::report::drawing
