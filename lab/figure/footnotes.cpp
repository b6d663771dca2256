#include "lab/figure/footnotes.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

#include "base/text.h"
#include "lab/figure/axes.h"
#include "lab/figure/guess.h"
#include "lab/figure/kind.h"
#include "lab/figure/text.h"

namespace lab::figure {
namespace {

bool any_point(const FigureData& data, bool (*is_meant)(const Point&)) {
  return std::ranges::any_of(data.series, [&](const Series& series) {
    return std::ranges::any_of(series.measured.points, is_meant);
  });
}

bool is_unfit(const Point& point) { return point.fit && point.fit->mostly_unfit(); }

/// "(1 to 20)": the difficulties that fit is measured at, if all series share several.
std::string fit_range(const FigureData& data) {
  const std::optional<tasks::Range> first = data.spec.series.front().trained;
  const bool shared = std::ranges::all_of(data.spec.series, [&](const SeriesSpec& series) {
    return series.trained && first && series.trained->low == first->low &&
           series.trained->high == first->high;
  });
  if (!shared || first->low == first->high) return "";
  return fmt::format(" ({} to {})", first->low, first->high);
}

std::string about_fit(const FigureData& data) {
  const bool known = std::ranges::any_of(
      data.series, [](const Series& one) { return one.measured.fit.has_value(); });
  if (!known) return "";
  std::string text = "Fit: solves 99\u00a0% of its training questions" + fit_range(data) + ".";
  const std::string_view look = data.spec.kind->unfit_look;
  const bool unfit =
      any_point(data, is_unfit) || std::ranges::any_of(data.series, [](const Series& one) {
        return one.measured.fit && one.measured.fit->mostly_unfit();
      });
  if (unfit && !look.empty()) {
    text += fmt::format(" {}: most do not fit, so this is no failure to generalize.", look);
  }
  return text;
}

/// "Each number is of 19 to 500 different questions a seed."
std::string about_questions(const FigureData& data) {
  std::int64_t low = std::numeric_limits<std::int64_t>::max(), high = 0;
  for (const Series& series : data.series) {
    for (const Point& point : series.measured.points) {
      if (!point.different) continue;
      low = std::min(low, *point.different);
      high = std::max(high, *point.different);
    }
  }
  if (high == 0) return "";
  return fmt::format(
      "Of {} different questions a seed.",
      low == high ? shown_count(low) : shown_count(low) + " to " + shown_count(high));
}

std::string about_marks(const FigureData& data) {
  int seeds = 0;
  for (const Series& series : data.series) seeds = std::max(seeds, series.measured.seeds);
  const FigureKind& kind = *data.spec.kind;
  std::string text = kind.how_to_read(seeds) + " " + about_questions(data) + " " + about_fit(data) +
                     " " + about_guess(data);
  if (any_point(data, is_told_as_guess) && !kind.guessed_look.empty()) {
    text += fmt::format(" {}: not above guessing.", kind.guessed_look);
  }
  return text;
}

std::string about_axes(const FigureData& data) {
  std::string text;
  if (data.spec.kind->shortens_axis) text = about_percent_axis(data);
  const auto is_at_zero = [](const Point& point) { return point.x == 0; };
  if (data.spec.x_scale == Scaling::logarithmic && any_point(data, is_at_zero)) {
    text += " The axis is logarithmic, with 0 at its left end.";
  }
  return text;
}

std::string shown(const StepRange& steps) {
  return steps.low == steps.high ? shown_count(steps.low)
                                 : shown_count(steps.low) + " to " + shown_count(steps.high);
}

/// What a series is called where steps are told: its panel, if all that is in it was trained as
/// long.
const std::string& name_for_steps(const Series& series, const FigureData& data) {
  const bool alike = std::ranges::all_of(data.series, [&](const Series& other) {
    return other.panel != series.panel || !other.measured.steps ||
           other.measured.steps == series.measured.steps;
  });
  return alike && !series.panel.empty() ? series.panel : series.label;
}

/// "Trained for 4,000 steps (no hint, longer: 18,000).": what most series were, then the others.
std::string about_steps(const FigureData& data) {
  if (data.spec.kind->over_steps) return "";
  std::map<std::string, std::vector<std::string>> labels;  // by steps
  std::string most;
  for (const Series& series : data.series) {
    if (!series.measured.steps) continue;
    const std::string steps = shown(*series.measured.steps);
    const std::string& name = name_for_steps(series, data);
    std::vector<std::string>& of = labels[steps];
    if (std::ranges::count(of, name) == 0) of.push_back(name);
    if (most.empty() || labels[steps].size() > labels[most].size()) most = steps;
  }
  if (most.empty()) return "";
  std::vector<std::string> others;
  for (const auto& [steps, of] : labels) {
    if (steps != most) others.push_back(base::joined(of, "; ") + ": " + steps);
  }
  const std::string text = "Trained for " + most + " steps";
  return others.empty() ? text + "." : text + " (" + base::joined(others, "; ") + ").";
}

/// "Open marks: numbers of Nobody 2000 (> 80 %, verified in source; 75 %, secondary source).": each
/// once; of curves how they are known is beside their names.
std::string about_paper(const FigureData& data) {
  std::vector<std::string> numbers;
  bool any = false;
  for (const Series& series : data.series) {
    any = any || is_papers(series);
    for (const PaperNumber& paper : series.paper) {
      const std::string number = paper.text() + ", " + paper.status;
      if (std::ranges::find(numbers, number) == numbers.end()) numbers.push_back(number);
    }
  }
  if (numbers.empty()) return any ? "Open marks: numbers of " + data.paper + "." : "";
  return "Open marks: numbers of " + data.paper + ": " + base::joined(numbers, "; ") + ".";
}

bool is_tried(const Series& series) {
  return !series.measured.points.empty() || series.measured.left_out > 0;
}

/// What has not been run; of a panel without any run its title.
std::string about_missing(const FigureData& data) {
  std::vector<std::string> missing;
  for (const Series& series : data.series) {
    if (is_tried(series)) continue;
    const bool any = std::ranges::any_of(data.series, [&](const Series& other) {
      return other.panel == series.panel && is_tried(other);
    });
    const std::string& name = series.panel.empty() || any ? full_label(series) : series.panel;
    if (missing.empty() || missing.back() != name) missing.push_back(name);
  }
  return missing.empty() ? "" : "Not run: " + base::joined(missing, "; ") + ".";
}

/// Seeds at some x without a threshold, or without a course, by series.
std::string about_left_out(const FigureData& data) {
  std::vector<std::string> left_out;
  for (const Series& series : data.series) {
    const int count = series.measured.left_out;
    if (count > 0) left_out.push_back(fmt::format("{} of {}", count, full_label(series)));
  }
  if (!left_out.empty() && data.spec.kind->quantity == Quantity::share_left) {
    return "Scored at their end only and left out: " + base::joined(left_out, "; ") + ".";
  }
  return left_out.empty() ? ""
                          : "No threshold in the range searched: " + base::joined(left_out, "; ") +
                                " (that x is left out).";
}

}  // namespace

std::string about_seeds(std::string_view mark, std::string_view range, int seeds) {
  if (seeds <= 1) return one_seed;
  return fmt::format("{}: median over seeds; {}: lowest to highest; dots: seeds.", mark, range);
}

std::string about_lines(int seeds) { return about_seeds("Line", "thin bars", seeds); }

std::vector<std::string> footnotes(const FigureData& data, std::size_t columns) {
  std::vector<std::string> lines;
  const std::vector<std::string> texts{
      data.spec.caption + " " + about_steps(data) + " " + about_axes(data), about_marks(data),
      about_paper(data) + " " + about_missing(data) + " " + about_left_out(data)};
  for (const std::string& text : texts) {
    for (std::string& line : wrapped(text, columns)) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace lab::figure
