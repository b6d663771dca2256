#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "lab/compare/arm.h"
#include "lab/figure/measured.h"
#include "tasks/pool.h"

namespace lab::compare {

/// Which scores are meant; what is empty does not matter.
struct Selection {
  std::vector<tasks::Pool> pools;
  std::vector<int> difficulties;
};

/// What the finished runs of an arm score after their last step in a task's pool at a difficulty;
/// the difficulty is the point's x.
struct Row {
  std::size_t arm = 0;  ///< its place among the comparison's
  std::string task;
  tasks::Pool pool = tasks::Pool::test;
  /// Whether it is of what was trained on, or of another pool: not of the train pool at a
  /// difficulty that the arm does not train on.
  bool is_named_rightly = true;
  figure::Point point;  ///< its fit is that of the runs on their main task, whatever the row is of

  int difficulty() const { return static_cast<int>(point.x); }
};

/// By arm, then task, pool and difficulty, tasks and pools in the order in which the runs score
/// them. Throws base::Error (exit code 2) if nothing that was scored is selected.
std::vector<Row> rows_of(const Comparison& comparison, const Selection& selection = {});

/// Of result_rows() those of the row's task and pool, of its arm.
figure::RowFilter filter_of(const Comparison& comparison, const Row& row);

/// The scores of an arm's finished runs, as figures read them: the sweep's name is the arm's.
std::vector<store::ResultRow> result_rows(const Arm& arm, const Comparison& comparison);

}  // namespace lab::compare
