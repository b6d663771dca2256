#pragma once
#include <filesystem>
#include <string>

namespace lab::figure {

/// What a figure is made of, before it is drawn.
struct FigureText {
  std::string name;    ///< of the files
  std::string script;  ///< gnuplot's; reads <name>.tsv and writes <name>.svg
  std::string table;   ///< <name>.tsv
};

/// Writes <name>.gp and <name>.tsv in `folder` and draws <name>.svg (gnuplot) and <name>.png
/// (rsvg-convert, twice the size). Every file appears whole or not at all. Throws base::Error with
/// the program's own words if one is missing or fails.
void draw(const FigureText& figure, const std::filesystem::path& folder);

}  // namespace lab::figure
