#include "lab/compare/figure.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/error.h"
#include "base/numbers.h"
#include "base/text.h"
#include "lab/figure/kinds/lines.h"
#include "lab/figure/kinds/panels.h"
#include "lab/figure/kinds/strip.h"
#include "lab/figure/kinds/survival.h"

namespace lab::compare {
namespace {

/// A pool that some arm was asked in, with its difficulties.
struct Plot {
  tasks::Pool pool;
  std::set<int> difficulties;
};

const spec::RunSpec& spec_of(const Comparison& comparison, std::size_t arm) {
  return comparison.arms[arm].runs.front().spec;
}

/// What is drawn of what is selected, of main tasks.
std::vector<Plot> plots_of(const Comparison& comparison, const Selection& selection) {
  std::vector<Plot> plots;
  for (const Row& row : rows_of(comparison, selection)) {
    if (row.task != spec_of(comparison, row.arm).main.name) continue;
    const auto known = std::ranges::find(plots, row.pool, &Plot::pool);
    Plot& plot = known == plots.end() ? plots.emplace_back(Plot{row.pool, {}}) : *known;
    plot.difficulties.insert(row.difficulty());
  }
  if (!selection.pools.empty() || plots.empty()) return plots;
  const auto test = std::ranges::find(plots, tasks::Pool::test, &Plot::pool);
  return {test == plots.end() ? plots.front() : *test};
}

/// The difficulties trained on, if all arms share them.
std::optional<tasks::Range> shared_range(const Comparison& comparison) {
  const tasks::Range first = spec_of(comparison, 0).main.difficulty;
  for (std::size_t i = 0; i < comparison.arms.size(); ++i) {
    const tasks::Range& other = spec_of(comparison, i).main.difficulty;
    if (other.low != first.low || other.high != first.high) return std::nullopt;
  }
  return first;
}

std::string tasks_of(const Comparison& comparison) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < comparison.arms.size(); ++i) {
    const std::string& name = spec_of(comparison, i).main.name;
    if (std::ranges::count(names, name) == 0) names.push_back(name);
  }
  return base::joined(names);
}

/// "sorting, pool test".
std::string pool_text(const Comparison& comparison, tasks::Pool pool) {
  return tasks_of(comparison) + ", pool " + std::string(tasks::name(pool));
}

constexpr std::size_t longest_label = 44;  // letters that leave room for the plot beside them

/// Whether an arm's name has no room in a legend.
bool is_too_long(const Comparison& comparison) {
  return std::ranges::any_of(comparison.arms, [&](const Arm& arm) {
    return base::letters(name_of(arm, comparison)) > longest_label;
  });
}

/// The arm's name, or, where names are long, its number: about_arms() says what it is.
std::string label_of(const Comparison& comparison, std::size_t arm) {
  if (is_too_long(comparison)) return "arm " + std::to_string(arm + 1);
  return name_of(comparison.arms[arm], comparison);
}

/// "arm 1: task=sorting, ...; arm 2: ...", where labels do not say it.
std::string about_arms(const Comparison& comparison) {
  if (!is_too_long(comparison)) return "";
  std::vector<std::string> told;
  for (std::size_t i = 0; i < comparison.arms.size(); ++i) {
    told.push_back(label_of(comparison, i) + ": " + name_of(comparison.arms[i], comparison));
  }
  return base::joined(told, "; ") + ".";
}

void add_series(const Comparison& comparison, const Plot& plot, figure::FigureSpec* figure) {
  for (std::size_t i = 0; i < comparison.arms.size(); ++i) {
    const Arm& arm = comparison.arms[i];
    const spec::MixturePart& main = spec_of(comparison, i).main;
    figure::SeriesSpec series;
    series.label = label_of(comparison, i);
    series.rows.sweeps = {name_of(arm, comparison)};
    series.rows.task = main.name;
    series.rows.pool = plot.pool;
    if (plot.difficulties.size() == 1) series.rows.difficulty = *plot.difficulties.begin();
    series.trained = main.difficulty;
    series.panel = figure->panels.size();
    figure->series.push_back(std::move(series));
  }
}

const figure::FigureKind& kind_for(const std::vector<Plot>& plots) {
  if (plots.size() > 1) return figure::kinds::panels_kind;
  const bool one = plots.front().difficulties.size() == 1;
  return one ? figure::kinds::strip_kind : figure::kinds::lines_kind;
}

figure::FigureSpec declared(const Comparison& comparison, const std::vector<Plot>& plots,
                            const Drawing& drawing) {
  const std::string tasks = tasks_of(comparison);
  figure::FigureSpec figure{.name = drawing.name,
                            .title = drawing.title,
                            .kind = &kind_for(plots),
                            .series = {},
                            .x_axis = "",
                            .x_label = drawing.x_label,
                            .trained = shared_range(comparison),
                            .caption = about_arms(comparison)};
  if (figure.x_label.empty()) {
    const bool strip = figure.kind == &figure::kinds::strip_kind;
    figure.x_label = strip ? "difficulty {} of " + tasks : "difficulty of " + tasks;
  }
  if (figure.title.empty()) {
    figure.title = comparison.name + ": " +
                   (plots.size() > 1 ? tasks : pool_text(comparison, plots.front().pool));
  }
  for (const Plot& plot : plots) {
    add_series(comparison, plot, &figure);
    if (plots.size() > 1)
      figure.panels.push_back({pool_text(comparison, plot.pool), figure.x_label});
  }
  return figure;
}

/// With the numbers of the finished runs. Of other difficulties than those selected only what tells
/// who is fit is taken.
figure::FigureData with_numbers(const figure::FigureSpec& spec, const Comparison& comparison,
                                const Selection& selection) {
  std::vector<store::ResultRow> rows;
  figure::KnownNames known;
  for (std::size_t i = 0; i < comparison.arms.size(); ++i) {
    std::ranges::move(result_rows(comparison.arms[i], comparison), std::back_inserter(rows));
    known.sweeps.insert(name_of(comparison.arms[i], comparison));
    known.tasks.insert(spec_of(comparison, i).main.name);
  }
  if (!selection.difficulties.empty()) {
    std::erase_if(rows, [&](const store::ResultRow& row) {
      return row.score.pool != tasks::Pool::train &&
             std::ranges::count(selection.difficulties, row.score.difficulty) == 0;
    });
  }
  return figure::figure_data(spec, "", {}, rows, known, spec.name);
}

/// The pool and the difficulty of a figure that has room for one of each.
Plot one_plot(const Comparison& comparison, const Selection& selection) {
  if (selection.pools.size() > 1 || selection.difficulties.size() > 1) {
    throw base::Error("--out: steps to a score are drawn of one --pool at one --difficulty",
                      base::ExitCode::wrong_usage);
  }
  const Plot plot = plots_of(comparison, selection).front();
  return {plot.pool, {*plot.difficulties.rbegin()}};
}

}  // namespace

figure::FigureData reach_figure(const Comparison& comparison, const Selection& selection,
                                double reach, const Drawing& drawing) {
  const Plot plot = one_plot(comparison, selection);
  const std::string percent = base::shortest_text(reach) + " %";
  figure::FigureSpec figure{.name = drawing.name,
                            .title = drawing.title,
                            .kind = &figure::kinds::survival_kind,
                            .series = {},
                            .x_axis = "",
                            .x_label = drawing.x_label,
                            .trained = {},
                            .caption = about_arms(comparison)};
  figure.reach = reach;
  if (figure.title.empty()) {
    figure.title = comparison.name + ": steps to " + percent + " of " +
                   pool_text(comparison, plot.pool) + ", difficulty " +
                   std::to_string(*plot.difficulties.begin());
  }
  add_series(comparison, plot, &figure);
  return with_numbers(figure, comparison, selection);
}

figure::FigureData figure_of(const Comparison& comparison, const Selection& selection,
                             const Drawing& drawing) {
  return with_numbers(declared(comparison, plots_of(comparison, selection), drawing), comparison,
                      selection);
}

}  // namespace lab::compare
