#include "lab/figure/footnotes.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "lab/figure/kind.h"
#include "lab/figure/text.h"

namespace lab::figure {
namespace {

std::string about_marks(const FigureData& data) {
  int seeds = 0;
  bool fit = false;
  for (const Series& series : data.series) {
    seeds = std::max(seeds, series.measured.seeds);
    fit = fit || series.measured.fit.has_value();
  }
  std::string text = data.spec.kind->how_to_read(seeds);
  if (fit) {
    text += " Fit: seeds that solve 99\u00a0% of their training questions";
    const auto& [low, high] = *data.spec.trained;
    text += low == high ? "." : fmt::format(" ({} to {}).", low, high);
  }
  if (const auto& chance = data.spec.chance) {
    text +=
        *chance < 0.1 ? " Chance: below 0.1\u00a0%." : " Chance: " + shown_percent(*chance) + ".";
  }
  return text;
}

std::string about_paper(const FigureData& data) {
  for (const Series& series : data.series) {
    const bool is_paper = !series.paper.empty() || !series.status.empty();
    if (is_paper) return "Open marks: numbers of " + data.paper + ".";
  }
  return "";
}

std::string about_missing(const FigureData& data) {
  std::vector<std::string> missing;
  for (const Series& series : data.series) {
    const bool tried = !series.measured.points.empty() || series.measured.left_out > 0;
    if (!tried) missing.push_back(series.label);
  }
  return missing.empty() ? "" : "Not run: " + base::joined(missing, "; ") + ".";
}

/// Seeds at some x without a threshold, by series.
std::string about_left_out(const FigureData& data) {
  std::vector<std::string> left_out;
  for (const Series& series : data.series) {
    const int count = series.measured.left_out;
    if (count > 0) left_out.push_back(fmt::format("{} of {}", count, series.label));
  }
  return left_out.empty() ? ""
                          : "No threshold in the range searched: " + base::joined(left_out, "; ") +
                                " (that x is left out).";
}

}  // namespace

std::string about_seeds(std::string_view mark, int seeds) {
  if (seeds <= 1) return one_seed;
  return fmt::format("{}: median over seeds; band: lowest to highest; dots: seeds.", mark);
}

std::vector<std::string> footnotes(const FigureData& data, std::size_t columns) {
  std::vector<std::string> lines;
  const std::vector<std::string> texts{
      data.spec.caption, about_marks(data),
      about_paper(data) + " " + about_missing(data) + " " + about_left_out(data)};
  for (const std::string& text : texts) {
    for (std::string& line : wrapped(text, columns)) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace lab::figure
