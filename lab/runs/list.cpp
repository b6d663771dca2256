#include "lab/runs/list.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "base/error.h"
#include "base/machine.h"
#include "base/names.h"
#include "base/numbers.h"
#include "base/parallel.h"
#include "base/text.h"

namespace lab::runs {
namespace {

using Json = nlohmann::ordered_json;

std::string share_text(const std::optional<Solved>& solved) {
  return solved ? fmt::format("{:.4f}", solved->share()) : "";
}

Json share_json(const std::optional<Solved>& solved) {
  return solved ? Json(solved->share()) : Json(nullptr);
}

Json counts_json(const std::optional<Solved>& solved) {
  if (!solved) return nullptr;
  return {{"solved", solved->solved}, {"asked", solved->asked}};
}

Json text_json(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json json_of(const RunSummary& run) {
  return {{"fingerprint", run.fingerprint},
          {"status", run.status()},
          {"step", run.step},
          {"steps", run.steps},
          {"seed", run.seed},
          {"name", run.name},
          {"score", share_json(run.score)},
          {"fit", share_json(run.fit)},
          {"started", text_json(run.started)},
          {"wall_seconds", run.wall_seconds},
          {"tags", run.tags},
          {"note", run.note},
          {"score_counts", counts_json(run.score)},
          {"fit_counts", counts_json(run.fit)}};
}

/// Numbers by size, texts by letters; what is not known last, whichever way.
bool comes_before(const std::string& a, const std::string& b, bool falling) {
  if (a.empty() || b.empty()) return !a.empty() && b.empty();
  const auto x = base::number_in<double>(a), y = base::number_in<double>(b);
  if (x && y) return falling ? *y < *x : *x < *y;
  return falling ? b < a : a < b;
}

}  // namespace

std::vector<std::string> list_columns() {
  return {"fingerprint", "status", "step",    "steps",        "seed", "name",
          "score",       "fit",    "started", "wall_seconds", "tags", "note"};
}

RunList summaries_of(const std::vector<std::filesystem::path>& folders) {
  std::vector<std::optional<RunSummary>> found(folders.size());
  std::vector<std::string> complaints(folders.size());
  base::parallel_for(std::ssize(folders), base::available_cores(), [&](std::int64_t i) {
    const auto at = static_cast<std::size_t>(i);
    try {
      found[at] = summary_of(folders[at]);
    } catch (const base::Error& error) {
      complaints[at] = error.what();
    }
  });
  RunList list;
  for (std::size_t i = 0; i < folders.size(); ++i) {
    if (found[i]) list.runs.push_back(std::move(*found[i]));
    if (!complaints[i].empty()) list.complaints.push_back(std::move(complaints[i]));
  }
  return list;
}

void sort_runs(const std::string& by, std::vector<RunSummary>* runs) {
  const bool falling = by.starts_with('-');
  const std::string column = falling ? by.substr(1) : by;
  const base::Table table = list_table(*runs);
  const auto found = std::ranges::find(table.columns, column);
  if (found == table.columns.end()) {
    throw base::Error(fmt::format("--sort: no column `{}`{}", column,
                                  base::did_you_mean_or_all(column, table.columns)),
                      base::ExitCode::wrong_usage);
  }
  const auto at = static_cast<std::size_t>(found - table.columns.begin());
  std::vector<std::size_t> order(runs->size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    return comes_before(table.rows[a][at], table.rows[b][at], falling);
  });
  std::vector<RunSummary> sorted;
  for (const std::size_t i : order) sorted.push_back(std::move((*runs)[i]));
  *runs = std::move(sorted);
}

base::Table list_table(std::span<const RunSummary> runs) {
  base::Table table{list_columns(), {}};
  for (const RunSummary& run : runs) {
    table.rows.push_back({run.fingerprint, run.status(), std::to_string(run.step),
                          std::to_string(run.steps), std::to_string(run.seed), run.name,
                          share_text(run.score), share_text(run.fit), run.started,
                          fmt::format("{:.1f}", run.wall_seconds), base::joined(run.tags, ","),
                          run.note});
  }
  return table;
}

std::string list_json(std::span<const RunSummary> runs) {
  Json all = Json::array();
  for (const RunSummary& run : runs) all.push_back(json_of(run));
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lab::runs
