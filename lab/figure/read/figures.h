#pragma once
#include <filesystem>
#include <string>

#include "lab/figure/figure.h"

namespace lab::figure::read {

/// Reads and checks a figures.textproto. Throws base::Error (exit code 3) with file, line and
/// column for what the parser refuses, with file, figure and series for what does not fit together.
FigureFile read_figures(const std::filesystem::path& file);

/// The same from text; `place` stands for the file in errors.
FigureFile parse_figures(const std::string& text, const std::string& place);

}  // namespace lab::figure::read
