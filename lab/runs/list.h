#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "base/tsv.h"
#include "lab/runs/summary.h"

namespace lab::runs {

/// A list with what could not be read: one such run does not hide the others.
struct RunList {
  std::vector<RunSummary> runs;
  std::vector<std::string> complaints;
};
RunList summaries_of(const std::vector<std::filesystem::path>& folders);

/// By a column of list_table, rising, or falling with a - before it; equal ones stay as they were,
/// those of which it is not known are last. Throws base::Error (exit code 2) if there is none.
void sort_runs(const std::string& by, std::vector<RunSummary>* runs);

/// Columns fingerprint status step steps seed name score fit started wall_seconds tags note; score
/// and fit are shares of one, an empty cell is not known.
base::Table list_table(std::span<const RunSummary> runs);

/// The same as a JSON array of objects: numbers, texts, a list of tags, null for what is not known;
/// exact counts beside score and fit.
std::string list_json(std::span<const RunSummary> runs);

/// The names of its columns.
std::vector<std::string> list_columns();

}  // namespace lab::runs
