#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "lab/store/scores.h"
#include "tasks/pool.h"

namespace lab::figure {

/// Which rows of a paper's scores are meant. What is empty does not matter.
struct RowFilter {
  std::vector<std::string> sweeps;
  spec::plan::Settings where;  ///< all must hold
  std::string task;
  tasks::Pool pool = tasks::Pool::test;
  std::optional<int> difficulty;
  std::optional<std::int64_t> step;  ///< nothing: each run's last, or all (curve)
  std::optional<store::FacetValue> facet = std::nullopt;  ///< nothing: the scores of all questions
};

/// Whether the row is of a sweep that the filter names. If it names none, all models' are: the
/// symbolic learners' rows (lab/coverage/symbolic.h), which share the models' fingerprints, are
/// not.
bool in_sweeps(const RowFilter& filter, const store::ResultRow& row);

/// The row's setting on an axis of its sweep. Throws base::Error (exit code 3), beginning with
/// `place`, if it has no such axis.
const std::string& setting_on(const store::ResultRow& row, const std::string& axis,
                              const std::string& place);

/// The same as a number. Throws base::Error, beginning with `place`, if it is none.
double number_on(const store::ResultRow& row, const std::string& axis, const std::string& place);

/// The names a filter may use: those of the rows there are and of the runs that are planned.
struct KnownNames {
  std::set<std::string> sweeps;
  std::set<spec::plan::Setting> settings;
  std::set<std::string> tasks;

  void add(std::span<const store::ResultRow> rows);
};

/// Throws base::Error (exit code 3) for a sweep, a task, an axis or a value that is not known, with
/// the nearest that is. `place` begins the message.
void check_known(const RowFilter& filter, const KnownNames& known, const std::string& place);

}  // namespace lab::figure
