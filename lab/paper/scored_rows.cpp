#include "lab/paper/scored_rows.h"

#include <map>
#include <utility>

namespace lab::paper {
namespace {

namespace fs = std::filesystem;

std::vector<store::ResultRow> rows_of(const fs::path& file) {
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return {};
  return store::results_of(base::read_tsv(file), file.string());
}

}  // namespace

std::vector<store::ResultRow> rows_in(const fs::path& folder) {
  return rows_of(folder / "scores.tsv");
}

std::set<std::string> scored_in(const fs::path& folder) {
  const fs::path file = folder / "scores.tsv";
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return {};
  const base::Table table = base::read_tsv(file);
  const std::size_t column = table.column("fingerprint");
  std::set<std::string> all;
  for (const auto& row : table.rows) all.insert(row[column]);
  return all;
}

std::vector<store::ResultRow> symbolic_rows_in(const fs::path& folder,
                                               std::span<const spec::plan::SweepPlan> plans) {
  std::vector<store::ResultRow> rows = rows_of(folder / "symbolic.tsv");
  const std::set<std::string> planned = planned_fingerprints(plans);
  std::erase_if(rows,
                [&](const store::ResultRow& row) { return !planned.contains(row.fingerprint); });
  return rows;
}

std::vector<store::ResultRow> merged(std::span<const spec::plan::SweepPlan> plans,
                                     std::span<const store::ResultRow> rows,
                                     std::span<const store::ResultRow> fresh) {
  // The scores of each run, once: the fresh ones win, and a run that two sweeps share has equal
  // rows under both.
  std::map<std::string, std::vector<store::Score>> scores;
  std::map<std::string, std::pair<bool, std::string>> source_of;
  const auto add = [&](std::span<const store::ResultRow> some, bool are_fresh) {
    for (const store::ResultRow& row : some) {
      const std::pair source(are_fresh, row.sweep);
      if (source_of.emplace(row.fingerprint, source).first->second != source) continue;
      scores[row.fingerprint].push_back(row.score);
    }
  };
  add(fresh, true);
  add(rows, false);
  std::vector<store::ResultRow> result;
  const std::set<std::string> planned = planned_fingerprints(plans);
  for (const spec::plan::SweepPlan& plan : plans) {
    for (const spec::plan::PlannedRun& run : plan.runs) {
      const auto found = scores.find(run.spec.fingerprint);
      if (found == scores.end()) continue;
      for (const store::Score& score : found->second) {
        result.push_back({plan.name, run.spec.fingerprint, run.spec.seed, run.settings, score});
      }
    }
  }
  for (const store::ResultRow& row : rows) {
    if (!planned.contains(row.fingerprint)) result.push_back(row);
  }
  return result;
}

std::vector<store::ResultRow> current_rows(std::span<const spec::plan::SweepPlan> plans,
                                           std::span<const store::ResultRow> rows) {
  const std::set<std::string> planned = planned_fingerprints(plans);
  std::vector<store::ResultRow> result = merged(plans, rows, {});
  std::erase_if(result,
                [&](const store::ResultRow& row) { return !planned.contains(row.fingerprint); });
  return result;
}

std::set<std::string> fingerprints_of(std::span<const store::ResultRow> rows) {
  std::set<std::string> all;
  for (const store::ResultRow& row : rows) all.insert(row.fingerprint);
  return all;
}

std::set<std::string> planned_fingerprints(std::span<const spec::plan::SweepPlan> plans) {
  std::set<std::string> planned;
  for (const spec::plan::SweepPlan& plan : plans) {
    for (const spec::plan::PlannedRun& run : plan.runs) planned.insert(run.spec.fingerprint);
  }
  return planned;
}

}  // namespace lab::paper
