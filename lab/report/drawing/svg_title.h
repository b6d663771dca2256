#pragma once
#include <string>
#include <string_view>

namespace lab::report::drawing {

/// The title of an SVG figure: the words written largest in it (a drawing's own title; the first of
/// them), else its <title>, else nothing. `place` is named in errors. Throws base::Error
/// "place: is no SVG figure: line 3: mismatched tag" unless the whole text is well-formed XML with
/// an <svg> of SVG's namespace as its root, which is what a browser takes for a figure.
std::string svg_title(std::string_view text, std::string_view place);

}  // namespace lab::report::drawing
