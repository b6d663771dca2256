#include "lab/figure/script.h"

#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "lab/figure/footnotes.h"
#include "lab/figure/kind.h"
#include "lab/figure/text.h"

namespace lab::figure {
namespace {

// Okabe and Ito 2008, "Color Universal Design", without yellow, which is lost on white.
constexpr std::array colors{"#0072B2", "#D55E00", "#009E73", "#CC79A7",
                            "#E69F00", "#56B4E9", "#000000"};
constexpr std::array greys{"#777777", "#A0A0A0", "#505050"};
constexpr std::array filled_marks{7, 5, 9, 13, 11}, open_marks{6, 4, 8, 12, 10};

constexpr double footnote_letter_width = 5.4;  // pixels, font size 10
constexpr double side_margin = 14;             // pixels

/// Letters of a line of text below a figure of this width.
std::size_t footnote_columns(double width) {
  return static_cast<std::size_t>((width - 2 * side_margin) / footnote_letter_width);
}

std::string footnote_labels(const FigureData& data, const Canvas& canvas) {
  std::string text;
  const std::vector<std::string> lines = footnotes(data, footnote_columns(canvas.width));
  double y = canvas.bottom - canvas.axis - line_height;
  for (const std::string& line : lines) {
    text +=
        fmt::format("set label {} at screen {:.4f}, screen {:.4f} font ',10' tc rgb '#555555'\n",
                    literal(line), side_margin / canvas.width, y / canvas.height);
    y -= line_height;
  }
  return text;
}

/// One look for each series: the colours of Okabe and Ito, told apart by colour-blind readers; grey
/// and dashed for controls. A series keeps its look if another has not been run.
std::vector<Look> looks_of(const FigureData& data) {
  std::vector<Look> looks;
  std::size_t series = 0, controls = 0;
  for (const Series& one : data.series) {
    const char* color =
        one.control ? greys.at(controls++ % greys.size()) : colors.at(series++ % colors.size());
    const auto& marks = one.status.empty() ? filled_marks : open_marks;
    looks.push_back({color, marks.at(looks.size() % marks.size()), one.control});
  }
  return looks;
}

}  // namespace

std::vector<DrawnSeries> each_series(const FigureData& data) {
  std::vector<DrawnSeries> drawn;
  for (const Look& look : looks_of(data)) {
    const std::size_t at = drawn.size();
    drawn.push_back({data.series[at], at + 1, look});
  }
  return drawn;
}

double bottom_margin(const FigureData& data, double width, double axis) {
  const std::size_t lines = footnotes(data, footnote_columns(width)).size();
  return axis + static_cast<double>(lines + 1) * line_height;
}

std::string tics_of(std::span<const std::string> labels) {
  std::size_t place = 0;
  return base::joined(
      labels, [&](const std::string& label) { return fmt::format("{} {}", label, ++place); });
}

std::string plot_command(const std::string& figure, std::span<const std::string> layers) {
  if (layers.empty()) return "\n";
  const auto with_file = [&](const std::string& layer) {
    return plain_literal(figure + ".tsv") + " using " + layer;
  };
  return "plot " + base::joined(layers, with_file, ", \\\n  ") + "\n";
}

int paper_mark(Relation relation) {
  constexpr int circle = 6, triangle_up = 8, triangle_down = 10;
  if (relation == Relation::equal) return circle;
  return relation == Relation::above ? triangle_up : triangle_down;
}

std::string script_head(const FigureData& data, const Canvas& canvas) {
  const std::string& name = data.spec.name;
  std::string text = fmt::format(
      "# {0}.svg, drawn from {0}.tsv. To change it, edit this file and run: gnuplot {0}.gp\n"
      "set terminal svg size {1:.0f},{2:.0f} fixed enhanced background 'white' \\\n"
      "  font 'DejaVu Sans,Verdana,sans-serif,12' name {3}\n"
      "set output {4}\n",
      name, canvas.width, canvas.height, plain_literal(name), plain_literal(name + ".svg"));
  text +=
      "set encoding utf8\n"
      "set datafile separator tab\n"
      "set datafile columnheaders\n"
      "# column `name` of the rows of one kind (median, seed, paper) of series n\n"
      "pick(kind, n, name) = \\\n"
      "  (strcol('row') eq kind && column('number') == n) ? column(name) : NaN\n"
      "unset key\n"
      "set border 3 lw 0.8 lc rgb '#444444'\n"
      "set tics nomirror out scale 0.5 textcolor rgb '#222222'\n"
      "set xtics offset 0,0.4\n"
      "set style fill solid noborder\n";
  text += fmt::format(
      "set lmargin at screen {:.4f}\nset rmargin at screen {:.4f}\n"
      "set tmargin at screen {:.4f}\nset bmargin at screen {:.4f}\n",
      canvas.left / canvas.width, 1 - canvas.right / canvas.width, 1 - canvas.top / canvas.height,
      canvas.bottom / canvas.height);
  if (!data.spec.title.empty()) {
    const std::string title = literal(data.spec.title);
    text += fmt::format("set label '{{/:Bold {}}}' at screen {:.4f}, screen {:.4f} font ',14'\n",
                        title.substr(1, title.size() - 2), side_margin / canvas.width,
                        1 - 20 / canvas.height);
  }
  return text + footnote_labels(data, canvas);
}

std::string figure_script(const FigureData& data) { return data.spec.kind->script(data); }

}  // namespace lab::figure
