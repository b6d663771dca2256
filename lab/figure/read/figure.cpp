#include "lab/figure/read/figure.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "base/numbers.h"
#include "lab/figure/gnuplot.h"
#include "lab/figure/kinds/kinds.h"
#include "lab/figure/read/rows.h"
#include "lab/figure/read/series.h"

namespace lab::figure::read {
namespace {

/// Names of files: no folders, nothing a shell or gnuplot would take for something else.
bool is_file_name(const std::string& name) {
  const auto plain = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; };
  return !name.empty() && std::ranges::all_of(name, plain);
}

bool is_of_thresholds(const FigureKind& kind) { return kind.quantity == Quantity::threshold; }
bool takes_reach(const FigureKind& kind) { return kind.takes_reach; }

void check_reach(const FigureKind& kind, const proto::Figure& from, const std::string& place) {
  require_fit(kind.takes_reach || from.reach().empty(), place, ": reach is for ",
              kinds::kinds_that(takes_reach, &FigureKind::name), " only");
  for (const double reach : from.reach()) {
    require_fit(reach > 0 && reach <= 100, place, ": reach: wanted percent above 0, found ", reach);
  }
}

void check_axes(const FigureSpec& figure, const proto::Figure& from, const std::string& place) {
  const FigureKind& kind = *figure.kind;
  require_fit(figure.x_axis.empty() || kind.takes_x_axis, place, ": x_axis is for ",
              kinds::kinds_that(&FigureKind::takes_x_axis, &FigureKind::name), " only");
  require_fit(
      from.x_scale() == proto::Figure::LINEAR || (kind.takes_x_scale && !figure.x_axis.empty()),
      place, ": x_scale is for ", kinds::kinds_that(&FigureKind::takes_x_scale, &FigureKind::name),
      " with an x_axis only");
  check_reach(kind, from, place);
  const bool has_y = from.has_y_axis() || from.has_y_label();
  if (!is_of_thresholds(kind)) {
    require_fit(!has_y, place, ": y_axis and y_label are for ",
                kinds::kinds_that(is_of_thresholds, &FigureKind::name), " only");
    return;
  }
  require_fit(!figure.x_axis.empty() && !figure.y_axis.empty(), place, ": ", kind.called,
              " needs x_axis and y_axis");
}

using ProtoSeries = google::protobuf::RepeatedPtrField<proto::Series>;

void add_series(const ProtoSeries& all, const proto::Figure& from, const std::string& place,
                FigureSpec* figure) {
  require_fit(!all.empty(), place, ": has no series");
  std::set<std::string> labels;
  for (const proto::Series& one : all) {
    figure->series.push_back(series_of(one, from, *figure->kind, place));
    figure->series.back().panel = figure->panels.size();
    require_fit(labels.insert(one.label()).second, place, ": series `", one.label(),
                "` is there twice");
  }
}

void check_columns(const FigureSpec& figure, const proto::Figure& from, const std::string& place) {
  require_fit(from.column_size() == 0 || (figure.kind->takes_columns && figure.x_axis.empty()),
              place, ": column is for ",
              kinds::kinds_that(&FigureKind::takes_columns, &FigureKind::called),
              " without x_axis only");
  for (const proto::Column& column : from.column()) {
    require_fit(!column.label().empty(), place, ": column.label must be given");
  }
}

/// The series of a panel, which is its figure with what it says itself.
void add_panel(const proto::Panel& panel, const proto::Figure& from, const std::string& place,
               FigureSpec* figure) {
  proto::Figure own = from;
  *own.mutable_rows() = with_own(from.rows(), panel.rows());
  if (panel.has_trained()) *own.mutable_trained() = panel.trained();
  add_series(panel.series(), own, place, figure);
  figure->panels.push_back(
      {panel.title(), panel.has_x_label() ? panel.x_label() : figure->x_label});
}

void add_panels(const proto::Figure& from, const std::string& place, FigureSpec* figure) {
  const bool takes = figure->kind->takes_panels;
  require_fit(takes || from.panel_size() == 0, place, ": panel is for ",
              kinds::kinds_that(&FigureKind::takes_panels, &FigureKind::name), " only");
  if (!takes) return;
  require_fit(from.series_size() == 0, place, ": series: ", figure->kind->called,
              " has them in its panels");
  require_fit(from.panel_size() > 0, place, ": has no panel");
  std::set<std::string> titles;
  for (const proto::Panel& panel : from.panel()) {
    require_fit(!panel.title().empty(), place, ": panel.title must be given");
    require_fit(titles.insert(panel.title()).second, place, ": panel `", panel.title(),
                "` is there twice");
    add_panel(panel, from, place + ": panel `" + panel.title() + "`", figure);
  }
}

void check_name(const std::string& name, const std::string& file) {
  require_fit(is_file_name(name), file, ": figure.name: wanted letters, digits and _, found `",
              name, "`");
  require_fit(!name.ends_with(column_suffix), file, ": figure.name: ", name, ": ", column_suffix,
              " ends the files of a figure as wide as a column of print");
  require_fit(name != "gap" && name != "scores" && name != "symbolic", file, ": figure ", name,
              ": ", name, ".tsv is another file of the results: wanted another name");
}

/// Whether a number of difficulties is written on an axis.
bool tells_difficulty(const FigureSpec& figure) {
  const FigureKind& kind = *figure.kind;
  if (kind.over_difficulty) return figure.x_axis.empty() && figure.columns.empty();
  return kind.tells_shared_difficulty && shared_difficulty(figure).has_value();
}

void check_counted(const FigureSpec& figure, const std::string& place) {
  require_fit(!tells_difficulty(figure) || !figure.x_label.empty(), place,
              ": x_label: must be given: what its difficulty counts, as in \"items to sort\"");
}

FigureSpec figure_of(const proto::Figure& from, const std::string& file) {
  check_name(from.name(), file);
  const std::string place = file + ": figure " + from.name();
  FigureSpec figure{.name = from.name(),
                    .title = from.title(),
                    .kind = &kinds::figure_kind_named(proto::Figure::Kind_Name(from.kind())),
                    .series = {},
                    .x_axis = from.x_axis(),
                    .x_label = from.x_label(),
                    .trained = trained_of(from.has_trained(), from.trained(), place),
                    .caption = from.caption(),
                    .x_scale = from.x_scale() == proto::Figure::LOGARITHMIC ? Scaling::logarithmic
                                                                            : Scaling::linear,
                    .y_axis = from.y_axis(),
                    .y_label = from.has_y_label() ? from.y_label() : from.y_axis()};
  for (const proto::Column& column : from.column()) figure.columns.push_back(column.label());
  check_axes(figure, from, place);
  check_columns(figure, from, place);
  add_panels(from, place, &figure);
  if (figure.panels.empty()) add_series(from.series(), from, place, &figure);
  check_counted(figure, place);
  return figure;
}

}  // namespace

std::vector<FigureSpec> figures_of(const proto::Figure& from, const std::string& file) {
  FigureSpec one = figure_of(from, file);
  if (!one.kind->takes_reach) return {one};
  std::vector<double> reaches(from.reach().begin(), from.reach().end());
  if (reaches.empty()) reaches.push_back(one.reach);
  std::vector<FigureSpec> all;
  for (const double reach : reaches) {
    FigureSpec& added = all.emplace_back(one);
    std::string percent = base::shortest_text(reach);
    added.reach = reach;
    if (is_of_thresholds(*one.kind)) added.y_label += " for " + percent + "\u00a0%";
    if (reaches.size() > 1) added.title += " (" + percent + "\u00a0%)";
    std::ranges::replace(percent, '.', '_');
    if (all.size() > 1) added.name += "_" + percent;
  }
  return all;
}

}  // namespace lab::figure::read
