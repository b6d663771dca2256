#include "lab/runs/exported.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/numbers.h"
#include "lab/spec/fields.h"
#include "lab/spec/reference/typed.h"
#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"

namespace lab::runs {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array columns_first{"fingerprint", "seed", "name"};
constexpr std::array score_texts{"task", "pool", "facet"};  ///< columns that hold no numbers

/// A cell of a table of scores.
Json cell_json(const std::string& column, const std::string& cell) {
  if (cell.empty()) return nullptr;
  if (std::ranges::find(score_texts, column) != score_texts.end()) return cell;
  if (const auto whole = base::number_in<std::int64_t>(cell)) return *whole;
  const auto number = base::number_in<double>(cell);
  return number ? Json(*number) : Json(cell);
}

}  // namespace

ExportedScores::ExportedScores(const std::vector<std::filesystem::path>& folders,
                               const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    spec::require_value(path, "--field " + path);
    const bool is_there = std::ranges::find(columns_first, path) != columns_first.end();
    if (!is_there && std::ranges::count(paths_, path) == 0) paths_.push_back(path);
  }
  for (const auto& folder : folders) {
    const spec::Spec spec = store::spec_in(folder);
    const store::Manifest manifest =
        store::read_manifest(folder).value_or(store::new_manifest(spec.run));
    Run run{folder.filename(), manifest.name, manifest.seed, {}};
    for (const std::string& path : paths_) run.fields.push_back(spec.value_at(path));
    for (const store::Score& score : store::scores_in(folder)) {
      scores_.push_back(score);
      run_of_.push_back(runs_.size());
    }
    runs_.push_back(std::move(run));
  }
}

base::Table ExportedScores::table() const {
  const base::Table counts = store::scores_table(scores_);
  base::Table table{{columns_first.begin(), columns_first.end()}, {}};
  table.columns.insert(table.columns.end(), paths_.begin(), paths_.end());
  table.columns.insert(table.columns.end(), counts.columns.begin(), counts.columns.end());
  for (std::size_t i = 0; i < scores_.size(); ++i) {
    const Run& run = runs_[run_of_[i]];
    std::vector<std::string> row{run.fingerprint, std::to_string(run.seed), run.name};
    for (std::size_t k = 0; k < paths_.size(); ++k) {
      row.push_back(run.fields[k] ? spec::reference::cell_of(paths_[k], *run.fields[k]) : "");
    }
    row.insert(row.end(), counts.rows[i].begin(), counts.rows[i].end());
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string ExportedScores::json_lines() const {
  const base::Table counts = store::scores_table(scores_);
  std::string lines;
  for (std::size_t i = 0; i < scores_.size(); ++i) {
    const Run& run = runs_[run_of_[i]];
    Json object{{"fingerprint", run.fingerprint}, {"seed", run.seed}, {"name", run.name}};
    for (std::size_t k = 0; k < paths_.size(); ++k) {
      object[paths_[k]] =
          run.fields[k] ? spec::reference::typed_value(paths_[k], *run.fields[k]) : Json();
    }
    for (std::size_t c = 0; c < counts.columns.size(); ++c) {
      object[counts.columns[c]] = cell_json(counts.columns[c], counts.rows[i][c]);
    }
    lines += object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return lines;
}

}  // namespace lab::runs
