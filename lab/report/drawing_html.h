#pragma once
#include <string>

#include "lab/report/drawing/shape.h"
#include "lab/report/html.h"

namespace lab::report {

/// The drawing as part of the page, for those who do not see it `description`. Its colours are the
/// style sheet's, so that they follow light and dark; one with a colour that we do not use keeps
/// all of its own, on white.
Html drawing_html(const drawing::Drawing& drawing, const std::string& description);

}  // namespace lab::report
