#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

#include "base/error.h"
#include "base/file.h"
#include "base/names.h"
#include "base/numbers.h"
#include "lab/figure/figure.h"
#include "lab/figure/figures.pb.h"
#include "lab/spec/explain.h"
#include "lab/spec/from_proto.h"
#include "lab/spec/origin.h"

namespace lab {
namespace {

/// What is wrong with a figure or a claim, in a file that can be parsed.
template <typename... Parts>
void check(bool ok, const Parts&... parts) {
  if (!ok) throw base::Error(base::concat(parts...), base::ExitCode::bad_spec);
}

/// Stops at the first complaint of the parser.
class FirstComplaint final : public google::protobuf::io::ErrorCollector {
 public:
  FirstComplaint(const std::string& text, const std::string& place) : place_(place) {
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines_.push_back(line);
  }
  void AddError(int line, int column, const std::string& text) override {
    if (!text_.empty()) return;
    // What explain() knows of values are those of a spec.
    const bool of_value = text.starts_with("Unknown enumeration value");
    text_ = of_value ? text : explain(text).text;
    where_ = {.name = place_, .line = line + 1, .column = column + 1};
    if (line >= 0 && line < std::ssize(lines_)) {
      where_.source = lines_[static_cast<std::size_t>(line)];
    }
  }
  void fail_if_any() const {
    if (!text_.empty()) fail(where_, text_);
  }

 private:
  std::string place_, text_;
  std::vector<std::string> lines_;
  Origin where_;
};

FigureKind kind_of(proto::Figure::Kind kind) {
  switch (kind) {
    case proto::Figure::STRIP:
      return FigureKind::strip;
    case proto::Figure::CURVE:
      return FigureKind::curve;
    case proto::Figure::MAP:
      return FigureKind::map;
    case proto::Figure::THRESHOLD:
      return FigureKind::threshold;
    case proto::Figure::LINES:
      break;
  }
  return FigureKind::lines;
}

Selection selection(const proto::Rows& rows, const std::string& place) {
  Selection result{.sweeps = {rows.sweep().begin(), rows.sweep().end()},
                   .where = {},
                   .task = rows.task(),
                   .pool = enum_named<tasks::Pool>(proto::Score::Pool_Name(rows.pool())),
                   .difficulty = {},
                   .step = {},
                   .facet = {}};
  for (const std::string& where : rows.where()) {
    const auto equals = where.find('=');
    check(equals != where.npos, place, ": rows.where: wanted axis=value, found `", where, "`");
    result.where.emplace_back(where.substr(0, equals), where.substr(equals + 1));
  }
  if (rows.has_difficulty()) result.difficulty = rows.difficulty();
  if (rows.has_step()) result.step = rows.step();
  if (rows.has_facet())
    result.facet = facet_in(rows.facet(), place + ": rows.facet", base::ExitCode::bad_spec);
  check(!result.task.empty(), place, ": rows.task must be given");
  return result;
}

/// What the figure says for all, and what the series says; sweeps and single fields of the series
/// win, conditions add up.
proto::Rows joined(proto::Rows all, const proto::Rows& own) {
  if (own.sweep_size() > 0) all.clear_sweep();
  all.MergeFrom(own);
  return all;
}

/// The cells of a series in a MAP whose columns are selections.
std::vector<Selection> cells(const proto::Rows& rows, const proto::Figure& figure,
                             const std::string& place) {
  std::vector<Selection> cells;
  for (const proto::Column& column : figure.column()) {
    const std::string here = place + ": column `" + column.label() + "`";
    cells.push_back(selection(joined(rows, column.rows()), here));
    check(cells.back().difficulty.has_value(), here, ": rows.difficulty must be given");
  }
  return cells;
}

std::optional<tasks::Range> range(bool given, const proto::Span& span, const std::string& place) {
  if (!given) return std::nullopt;
  check(span.has_low() && span.has_high() && span.low() <= span.high(), place,
        ": trained: wanted low and high, low <= high");
  return tasks::Range{span.low(), span.high()};
}

SeriesSpec series(const proto::Series& from, const proto::Figure& figure,
                  const std::string& place) {
  check(!from.label().empty(), place, ": series.label must be given");
  const std::string here = place + ": series `" + from.label() + "`";
  const proto::Rows rows = joined(figure.rows(), from.rows());
  const std::vector<Selection> of_columns = cells(rows, figure, here);
  SeriesSpec series{from.label(),
                    of_columns.empty() ? selection(rows, here) : of_columns.front(),
                    from.control(),
                    {from.paper().begin(), from.paper().end()}};
  series.cells = of_columns;
  if (from.has_minus()) {
    series.minus = selection(joined(figure.rows(), from.minus()), here + ": minus");
  }
  check(series.cells.empty() || !series.minus, here, ": minus: a figure with columns has none");
  check(figure.kind() != proto::Figure::THRESHOLD || !series.minus, here,
        ": minus: a THRESHOLD has none");
  const bool lines_or_map =
      figure.kind() == proto::Figure::LINES || figure.kind() == proto::Figure::MAP;
  const bool one_difficulty = !lines_or_map || !figure.x_axis().empty();
  const bool papers =
      figure.kind() == proto::Figure::LINES || figure.kind() == proto::Figure::STRIP;
  check(papers || series.paper.empty(), here,
        ": paper: its numbers have a place on LINES and a STRIP only");
  check(!one_difficulty || series.rows.difficulty, here, ": rows.difficulty must be given");
  series.paper_curve = from.paper_curve();
  check(series.paper_curve.empty() ||
            (figure.kind() == proto::Figure::LINES && figure.x_axis().empty()),
        here, ": paper_curve: it has a place on LINES over the difficulty only");
  check(series.paper_curve.empty() || (!from.has_rows() && !series.minus && series.paper.empty()),
        here, ": paper_curve: the series is the paper's and has no rows, minus or paper beside it");
  return series;
}

/// Names of files: no folders, nothing a shell or gnuplot would take for something else.
bool is_file_name(const std::string& name) {
  const auto plain = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; };
  return !name.empty() && std::ranges::all_of(name, plain);
}

void check_axes(const FigureSpec& figure, const proto::Figure& from, const std::string& place) {
  const bool strip_or_curve = figure.kind == FigureKind::strip || figure.kind == FigureKind::curve;
  check(figure.x_axis.empty() || !strip_or_curve, place,
        ": x_axis is for LINES, MAP and THRESHOLD only");
  if (figure.kind == FigureKind::threshold) {
    check(!figure.x_axis.empty() && !figure.y_axis.empty(), place,
          ": a THRESHOLD needs x_axis and y_axis");
    for (const double reach : from.reach()) {
      check(reach > 0 && reach <= 100, place, ": reach: wanted percent above 0, found ", reach);
    }
  } else {
    check(!from.has_y_axis() && !from.has_y_label() && from.reach().empty(), place,
          ": y_axis, y_label and reach are for THRESHOLD only");
  }
  check(from.column_size() == 0 || (figure.kind == FigureKind::map && figure.x_axis.empty()), place,
        ": column is for a MAP without x_axis only");
  for (const proto::Column& column : from.column()) {
    check(!column.label().empty(), place, ": column.label must be given");
  }
}

FigureSpec figure(const proto::Figure& from, const std::string& file) {
  check(is_file_name(from.name()), file, ": figure.name: wanted letters, digits and _, found `",
        from.name(), "`");
  const std::string place = file + ": figure " + from.name();
  check(from.name() != "gap" && from.name() != "scores" && from.name() != "symbolic", place, ": ",
        from.name(), ".tsv is another file of the results: wanted another name");
  FigureSpec figure{.name = from.name(),
                    .title = from.title(),
                    .kind = kind_of(from.kind()),
                    .series = {},
                    .x_axis = from.x_axis(),
                    .x_label = from.x_label(),
                    .trained = range(from.has_trained(), from.trained(), place),
                    .chance = {},
                    .caption = from.caption(),
                    .y_axis = from.y_axis(),
                    .y_label = from.has_y_label() ? from.y_label() : from.y_axis()};
  if (from.has_chance()) figure.chance = from.chance();
  for (const proto::Column& column : from.column()) figure.columns.push_back(column.label());
  check(!figure.chance || (*figure.chance >= 0 && *figure.chance <= 100), place,
        ": chance: wanted percent, found ", from.chance());
  check_axes(figure, from, place);
  check(from.series_size() > 0, place, ": has no series");
  std::set<std::string> labels;
  for (const auto& one : from.series()) {
    figure.series.push_back(series(one, from, place));
    check(labels.insert(one.label()).second, place, ": series `", one.label(), "` is there twice");
  }
  return figure;
}

/// A THRESHOLD for each of the scores to reach; any other figure as it is.
std::vector<FigureSpec> figures(const proto::Figure& from, const std::string& file) {
  FigureSpec one = figure(from, file);
  if (one.kind != FigureKind::threshold) return {one};
  std::vector<double> reaches(from.reach().begin(), from.reach().end());
  if (reaches.empty()) reaches.push_back(one.reach);
  std::vector<FigureSpec> all;
  for (const double reach : reaches) {
    FigureSpec& added = all.emplace_back(one);
    std::string percent = shortest_text(reach);
    added.reach = reach;
    added.y_label += " for " + percent + "\u00a0%";
    std::ranges::replace(percent, '.', '_');
    if (all.size() > 1) added.name += "_" + percent;
  }
  return all;
}

ClaimSpec claim(const proto::Claim& from, const std::string& file) {
  check(!from.name().empty(), file, ": claim.name must be given");
  const std::string place = file + ": claim `" + from.name() + "`";
  ClaimSpec claim{from.name(), from.paper(), selection(from.rows(), place), from.against(),
                  range(from.has_trained(), from.trained(), place)};
  check(claim.rows.difficulty.has_value(), place, ": rows.difficulty must be given");
  return claim;
}

void check_names(const FigureFile& file, const std::string& place) {
  std::set<std::string> figures;
  for (const FigureSpec& figure : file.figures) {
    check(figures.insert(figure.name).second, place, ": figure ", figure.name, " is there twice");
  }
  std::vector<std::string> claims;
  for (const ClaimSpec& claim : file.claims) {
    check(std::ranges::count(claims, claim.name) == 0, place, ": claim `", claim.name,
          "` is there twice");
    claims.push_back(claim.name);
  }
  for (const ClaimSpec& claim : file.claims) {
    check(claim.against.empty() || std::ranges::count(claims, claim.against) > 0, place,
          ": claim `", claim.name, "`: against: no claim `", claim.against, "`",
          base::did_you_mean(claim.against, claims));
  }
}

}  // namespace

FigureFile parse_figures(const std::string& text, const std::string& place) {
  FirstComplaint complaint(text, place);
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&complaint);
  proto::Figures read;
  const bool parsed = parser.ParseFromString(text, &read);
  complaint.fail_if_any();
  check(parsed, place, ": cannot be read as figures");
  check(!read.headline().empty(), place, ": headline must be given");
  check(!read.paper().empty(), place, ": paper must be given");
  FigureFile file{read.headline(), read.paper(), {}, {}};
  for (const auto& from : read.figure()) {
    std::ranges::move(figures(from, place), std::back_inserter(file.figures));
  }
  for (const auto& from : read.claim()) file.claims.push_back(claim(from, place));
  check_names(file, place);
  return file;
}

FigureFile read_figures(const std::filesystem::path& file) {
  return parse_figures(base::read_file(file), file.string());
}

}  // namespace lab
