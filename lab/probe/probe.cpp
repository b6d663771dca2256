#include "lab/probe/probe.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"

namespace lab::probe {
namespace {

/// Of a share of questions, if each is a yes or a no.
base::Estimate share_of(const std::vector<double>& values) {
  const auto yes = std::ranges::count(values, 1.0), no = std::ranges::count(values, 0.0);
  const bool answers = values.size() > 1 && yes + no == std::ssize(values);
  return answers ? base::wilson(yes, std::ssize(values)) : base::mean_t(values);
}

}  // namespace

const ProbeCell* ProbeResult::find(std::string_view measure, std::string_view row,
                                   std::string_view column) const {
  const auto found = std::ranges::find_if(cells, [&](const ProbeCell& cell) {
    return cell.measure == measure && cell.row == row && cell.column == column;
  });
  return found == cells.end() ? nullptr : &*found;
}

void add_control(const std::string& name, const ProbeResult& other, ProbeResult& result) {
  result.controls.push_back(name);
  for (ProbeCell& cell : result.cells) {
    const ProbeCell* match = other.find(cell.measure, cell.row, cell.column);
    std::optional<double> control = result.shares ? std::optional(0.0) : std::nullopt;
    if (match != nullptr) control = match->value.middle;
    cell.controls.push_back(control);
  }
}

std::vector<std::string> numbered(std::string_view what, std::int64_t count) {
  std::vector<std::string> names;
  for (std::int64_t i = 1; i <= count; ++i) names.push_back(fmt::format("{} {}", what, i));
  return names;
}

ProbeGrid::ProbeGrid(Names names)
    : names_(std::move(names)),
      tallies_(names_.measures.size() * names_.rows.size() * names_.columns.size()) {
  const std::size_t controls = names_.controls.size();
  for (Tally& tally : tallies_) {
    tally.sums.assign(controls + 1, 0);
    tally.control_sums.assign(controls, 0);
  }
}

std::size_t ProbeGrid::place(std::size_t measure, std::size_t row, std::size_t column) const {
  return (measure * names_.rows.size() + row) * names_.columns.size() + column;
}

void ProbeGrid::add(std::size_t measure, std::size_t row, std::size_t column, double value,
                    std::initializer_list<double> controls) {
  base::promise(controls.size() == names_.controls.size(), "one value a control");
  const std::size_t at = place(measure, row, column);
  Tally& tally = tallies_.at(at);
  if (tally.count++ == 0) touched_.push_back(at);
  tally.sums[0] += value;
  std::size_t next = 1;
  for (const double control : controls) tally.sums[next++] += control;
}

void ProbeGrid::end_question() {
  for (const std::size_t at : touched_) {
    Tally& tally = tallies_[at];
    const auto count = static_cast<double>(tally.count);
    tally.means.push_back(tally.sums[0] / count);
    for (std::size_t c = 0; c < tally.control_sums.size(); ++c) {
      tally.control_sums[c] += tally.sums[c + 1] / count;
    }
    tally.count = 0;
    std::ranges::fill(tally.sums, 0);
  }
  touched_.clear();
}

ProbeCell ProbeGrid::cell(std::size_t measure, std::size_t row, std::size_t column) const {
  const Tally& tally = tallies_[place(measure, row, column)];
  const std::string& name = names_.measures[measure];
  const bool share = std::ranges::count(names_.shares, name) > 0;
  const base::Estimate mean = share ? share_of(tally.means) : base::mean_t(tally.means);
  ProbeCell cell{name, names_.rows[row], names_.columns[column], mean, {}, std::ssize(tally.means)};
  for (const double sum : tally.control_sums) {
    cell.controls.emplace_back(sum / static_cast<double>(tally.means.size()));
  }
  return cell;
}

ProbeResult ProbeGrid::result() const {
  ProbeResult result{names_.controls, {}, {}, false};
  for (std::size_t m = 0; m < names_.measures.size(); ++m) {
    for (std::size_t r = 0; r < names_.rows.size(); ++r) {
      for (std::size_t c = 0; c < names_.columns.size(); ++c) {
        if (!tallies_[place(m, r, c)].means.empty()) result.cells.push_back(cell(m, r, c));
      }
    }
  }
  return result;
}

}  // namespace lab::probe
