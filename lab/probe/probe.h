#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/statistics.h"

namespace lab::probe {

/// One number of a probe with what it must be held against.
struct ProbeCell {
  std::string measure, row, column;  ///< "successor", "block 2", "head 1"
  base::Estimate value;              ///< mean over questions, 95 %: t, or Wilson's of shares
  std::vector<std::optional<double>> controls;  ///< as ProbeResult::controls names them
  std::int64_t questions = 0;                   ///< that had something to measure here
};

/// What a probe found in one model: for each measure a map of rows and columns.
struct ProbeResult {
  std::vector<std::string> controls;  ///< "uniform attention", "untrained"
  std::vector<ProbeCell> cells;
  std::vector<std::string> drawn;  ///< measures that the figure shows
  bool shares =
      false;  ///< rows are kinds of answers: one that another model never gives is 0 there

  /// The cell of these names, or nullptr.
  const ProbeCell* find(std::string_view measure, std::string_view row,
                        std::string_view column) const;
};

/// Adds the values of `other` as a control of `result`, cell by cell.
void add_control(const std::string& name, const ProbeResult& other, ProbeResult& result);

/// "head 1", "head 2", ...: rows or columns.
std::vector<std::string> numbered(std::string_view what, std::int64_t count);

/// Collects what is measured at each cell, question by question.
class ProbeGrid {
 public:
  struct Names {
    std::vector<std::string> measures, rows, columns, controls;
    std::vector<std::string> shares = {};  ///< measures that are a yes (1) or a no (0) a question
  };
  explicit ProbeGrid(Names names);

  /// One observation. A question's mean over its observations counts once.
  void add(std::size_t measure, std::size_t row, std::size_t column, double value,
           std::initializer_list<double> controls = {});
  void end_question();

  /// Cells with anything in them, by measure, row and column.
  ProbeResult result() const;

 private:
  struct Tally {
    std::int64_t count = 0;     ///< in the question that is under way
    std::vector<double> sums;   ///< value, then controls
    std::vector<double> means;  ///< of the value, a question each
    std::vector<double> control_sums;
  };
  ProbeCell cell(std::size_t measure, std::size_t row, std::size_t column) const;
  std::size_t place(std::size_t measure, std::size_t row, std::size_t column) const;

  Names names_;
  std::vector<Tally> tallies_;
  std::vector<std::size_t> touched_;
};

}  // namespace lab::probe
