#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace lab::figure {

/// What a figure is made of, before it is drawn.
struct FigureText {
  std::string name;    ///< of the files
  std::string script;  ///< gnuplot's; reads <name>.tsv and writes <name>.svg
  std::string table;   ///< <name>.tsv
  /// The same figure as wide as a column of print: reads <name>.tsv, writes <name>_column.pdf.
  std::string column_script = {};
};

/// Ends the names of the files of a figure as wide as a column of print.
inline constexpr std::string_view column_suffix = "_column";

/// What is drawn beside the SVG and the PNG.
enum class Print {
  none,
  pdf,  ///< <name>.pdf, and <name>_column.gp and .pdf where the figure has that form
};

/// Writes <name>.gp and <name>.tsv in `folder` and draws <name>.svg (gnuplot) and <name>.png
/// (rsvg-convert, twice the size), and what `print` says. Every file appears whole or not at all.
/// Throws base::Error with the program's own words if one fails. Where one is not installed the .gp
/// and the .tsv are written alone, drawings of another text removed, and it is said once on stderr
/// what would draw: false.
bool draw(const FigureText& figure, const std::filesystem::path& folder, Print print = Print::none);

/// The size of a page of gnuplot's, and how large a pixel is in print.
struct PageSize {
  double width = 0, height = 0;  ///< pixels
  double inches_per_pixel = 1.0 / 96;
};

/// The head of a script: which file it writes, svg or pdf by its variable `format`, which is
/// `usual` where nobody says. `table` is the name of the figure whose table it reads.
std::string terminal_text(const std::string& name, const std::string& table, const PageSize& page,
                          std::string_view usual);

}  // namespace lab::figure
