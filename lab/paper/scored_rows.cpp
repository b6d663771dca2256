#include "lab/paper/scored_rows.h"

#include <map>
#include <utility>

namespace lab {
namespace {

namespace fs = std::filesystem;

std::vector<ResultRow> rows_of(const fs::path& file) {
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return {};
  return results_of(base::read_tsv(file), file.string());
}

}  // namespace

std::vector<ResultRow> rows_in(const fs::path& folder) { return rows_of(folder / "scores.tsv"); }

std::vector<ResultRow> symbolic_rows_in(const fs::path& folder, std::span<const SweepPlan> plans) {
  std::vector<ResultRow> rows = rows_of(folder / "symbolic.tsv");
  const std::set<std::string> planned = planned_fingerprints(plans);
  std::erase_if(rows, [&](const ResultRow& row) { return !planned.contains(row.fingerprint); });
  return rows;
}

std::vector<ResultRow> merged(std::span<const SweepPlan> plans, std::span<const ResultRow> rows,
                              std::span<const ResultRow> fresh) {
  // The scores of each run, once: the fresh ones win, and a run that two sweeps share has equal
  // rows under both.
  std::map<std::string, std::vector<Score>> scores;
  std::map<std::string, std::pair<bool, std::string>> source_of;
  const auto add = [&](std::span<const ResultRow> some, bool are_fresh) {
    for (const ResultRow& row : some) {
      const std::pair source(are_fresh, row.sweep);
      if (source_of.emplace(row.fingerprint, source).first->second != source) continue;
      scores[row.fingerprint].push_back(row.score);
    }
  };
  add(fresh, true);
  add(rows, false);
  std::vector<ResultRow> result;
  const std::set<std::string> planned = planned_fingerprints(plans);
  for (const SweepPlan& plan : plans) {
    for (const PlannedRun& run : plan.runs) {
      const auto found = scores.find(run.spec.fingerprint);
      if (found == scores.end()) continue;
      for (const Score& score : found->second) {
        result.push_back({plan.name, run.spec.fingerprint, run.spec.seed, run.settings, score});
      }
    }
  }
  for (const ResultRow& row : rows) {
    if (!planned.contains(row.fingerprint)) result.push_back(row);
  }
  return result;
}

std::vector<ResultRow> current_rows(std::span<const SweepPlan> plans,
                                    std::span<const ResultRow> rows) {
  const std::set<std::string> planned = planned_fingerprints(plans);
  std::vector<ResultRow> result = merged(plans, rows, {});
  std::erase_if(result, [&](const ResultRow& row) { return !planned.contains(row.fingerprint); });
  return result;
}

std::set<std::string> fingerprints_of(std::span<const ResultRow> rows) {
  std::set<std::string> all;
  for (const ResultRow& row : rows) all.insert(row.fingerprint);
  return all;
}

std::set<std::string> planned_fingerprints(std::span<const SweepPlan> plans) {
  std::set<std::string> planned;
  for (const SweepPlan& plan : plans) {
    for (const PlannedRun& run : plan.runs) planned.insert(run.spec.fingerprint);
  }
  return planned;
}

}  // namespace lab
