#include "lab/figure/script.h"

#include <fmt/format.h>

#include <map>

#include "base/error.h"
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

constexpr double footnote_letter_width = 5.4;           // pixels, font size 10
constexpr double page_width = 860, column_width = 340;  // pixels
constexpr double column_inches = 85 / 25.4;             // of print
constexpr double title_height = 44, no_title = 12;      // pixels above the plot

/// Letters of a line of text below a figure.
std::size_t footnote_columns(double width) {
  return static_cast<std::size_t>((width - 2 * side_margin) / footnote_letter_width);
}

std::string footnote_labels(const FigureData& data, const Canvas& canvas) {
  std::string text;
  double y = canvas.height - canvas.bottom + canvas.axis + line_height;
  for (const std::string& line : footnotes(data, footnote_columns(canvas.width))) {
    text += fmt::format("set label {} at {} font ',10' tc rgb '#555555'\n", literal(line),
                        on_screen(canvas, side_margin, y));
    y += line_height;
  }
  return text;
}

/// What a page says above and below the plot, for the caption in print.
std::string as_comments(const FigureData& data) {
  std::string text = "# " + data.spec.title + "\n";
  for (const std::string& line : footnotes(data, 98)) text += "# " + line + "\n";
  return text;
}

std::string title_label(const FigureData& data, const Canvas& canvas) {
  if (data.spec.title.empty()) return "";
  return fmt::format("set label '{{/:Bold {}}}' at {} font ',14'\n", bare_literal(data.spec.title),
                     on_screen(canvas, side_margin, 20));
}

int dash_of(const Series& series, bool unfit) {
  if (unfit) return 3;
  return series.control || is_papers(series) ? 2 : 1;
}

/// One look for each series: the colours of Okabe and Ito, told apart by colour-blind readers; grey
/// and dashed for controls; dotted with crosses where most seeds do not fit. A series keeps its
/// look if another has not been run; those of one label share it, but for the fit.
std::vector<Look> looks_of(const FigureData& data) {
  std::vector<Look> looks;
  std::map<std::string, std::pair<std::size_t, const char*>> named;  // place of the mark, and color
  std::size_t series = 0, controls = 0;
  for (const Series& one : data.series) {
    if (!named.contains(one.label)) {
      const char* color =
          one.control ? greys.at(controls++ % greys.size()) : colors.at(series++ % colors.size());
      named.emplace(one.label, std::pair(named.size(), color));
    }
    const auto& [place, color] = named.at(one.label);
    const auto& marks = is_papers(one) ? open_marks : filled_marks;
    const bool unfit = one.measured.fit && one.measured.fit->mostly_unfit();
    const int mark =
        unfit ? unfit_marks.at(place % unfit_marks.size()) : marks.at(place % marks.size());
    looks.push_back({color, mark, dash_of(one, unfit), unfit});
  }
  return looks;
}

PageSize page_size(const Canvas& canvas) {
  if (canvas.form == Form::page) return {canvas.width, canvas.height};
  return {canvas.width, canvas.height, column_inches / canvas.width};
}

std::string terminal_of(const FigureData& data, const Canvas& canvas) {
  const std::string& name = data.spec.name;
  if (canvas.form == Form::page) return terminal_text(name, name, page_size(canvas), "svg");
  return terminal_text(base::concat(name, column_suffix), name, page_size(canvas), "pdf") +
         as_comments(data);
}

}  // namespace

double width_of(Form form) { return form == Form::page ? page_width : column_width; }

double top_margin(Form form, double note) {
  return (form == Form::page ? title_height : no_title) + note;
}

std::string on_screen(const Canvas& canvas, double x, double y) {
  return fmt::format("screen {:.4f}, screen {:.4f}", x / canvas.width, 1 - y / canvas.height);
}

std::vector<DrawnSeries> each_series(const FigureData& data) {
  std::vector<DrawnSeries> drawn;
  for (const Look& look : looks_of(data)) {
    const std::size_t at = drawn.size();
    drawn.push_back({data.series[at], at + 1, look});
  }
  return drawn;
}

double bottom_margin(const FigureData& data, Form form, double axis) {
  if (form == Form::column) return axis;
  const std::size_t lines = footnotes(data, footnote_columns(width_of(form))).size();
  return axis + static_cast<double>(lines + 1) * line_height;
}

std::string tics_of(std::span<const std::string> labels) {
  std::size_t place = 0;
  return base::joined(
      labels, [&](const std::string& label) { return fmt::format("{} {}", label, ++place); });
}

std::string plot_command(const std::string& figure, std::span<const std::string> layers,
                         const std::string& others) {
  if (layers.empty()) return "\n";
  const auto with_file = [&](const std::string& layer) {
    return plain_literal(figure + ".tsv") + " using " + layer;
  };
  return "plot " + base::joined(layers, with_file, ", \\\n  ") + others + "\n";
}

int paper_mark(Relation relation) {
  constexpr int circle = 6, triangle_up = 8, triangle_down = 10;
  if (relation == Relation::equal) return circle;
  return relation == Relation::above ? triangle_up : triangle_down;
}

std::string margin_commands(const Canvas& canvas) {
  return fmt::format(
      "set lmargin at screen {:.4f}\nset rmargin at screen {:.4f}\n"
      "set tmargin at screen {:.4f}\nset bmargin at screen {:.4f}\n",
      canvas.left / canvas.width, 1 - canvas.right / canvas.width, 1 - canvas.top / canvas.height,
      canvas.bottom / canvas.height);
}

std::string script_head(const FigureData& data, const Canvas& canvas) {
  std::string text = terminal_of(data, canvas);
  text +=
      "set encoding utf8\n"
      "set datafile separator tab\n"
      "set datafile columnheaders\n"
      "# column `name` of the rows of one kind (median, seed, paper) of series n\n"
      "pick(kind, n, name) = \\\n"
      "  (strcol('row') eq kind && column('number') == n) ? column(name) : NaN\n"
      "# the medians of series n: those above guessing (or 0); those of points most of whose seeds "
      "fit,\n"
      "# and the others\n"
      "above(n) = \\\n"
      "  (strcol('guess') ne '' && column('value') > 0 && column('value') <= column('guess')) \\\n"
      "  ? NaN : pick('median', n, 'value')\n"
      "is_unfit(n) = (strcol('runs') eq '') ? 0 : 2 * column('fitted') < column('runs')\n"
      "fit(n) = is_unfit(n) ? NaN : above(n)\n"
      "unfit(n) = is_unfit(n) ? above(n) : NaN\n"
      "unset key\n"
      "set border 3 lw 0.8 lc rgb '#444444'\n"
      "set tics nomirror out scale 0.5 textcolor rgb '#222222'\n"
      "set xtics offset 0,0.4\n"
      "set style fill solid noborder\n";
  text += margin_commands(canvas);
  if (canvas.form == Form::column) return text;
  return text + title_label(data, canvas) + footnote_labels(data, canvas);
}

std::string figure_script(const FigureData& data, Form form) {
  return data.spec.kind->script(data, form);
}

FigureText figure_text(const FigureData& data) {
  return {data.spec.name, figure_script(data), base::tsv(figure_table(data)),
          figure_script(data, Form::column)};
}

}  // namespace lab::figure
