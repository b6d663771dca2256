#include "lab/runs/differences.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "base/error.h"
#include "lab/spec/reference/typed.h"
#include "lab/store/run_folder.h"

namespace lab::runs {

using Json = nlohmann::ordered_json;

Differences::Differences(const std::vector<std::filesystem::path>& folders) {
  std::vector<spec::FieldTexts> specs;
  std::set<std::string> paths;
  for (const auto& folder : folders) {
    const std::string name = folder.filename();
    if (std::ranges::count(names_, name) > 0) {
      throw base::Error("diff: two of the runs are called `" + name + "`",
                        base::ExitCode::wrong_usage);
    }
    names_.push_back(name);
    specs.push_back(store::spec_in(folder).filled);
    for (const auto& [path, value] : specs.back()) paths.insert(path);
  }
  for (const std::string& path : paths) {
    Row row{path, {}};
    for (const auto& spec : specs) {
      const auto found = spec.find(path);
      row.values.push_back(found == spec.end() ? std::nullopt : std::optional(found->second));
    }
    if (std::ranges::adjacent_find(row.values, std::not_equal_to<>()) != row.values.end()) {
      rows_.push_back(std::move(row));
    }
  }
}

base::Table Differences::table() const {
  base::Table table{{"field"}, {}};
  table.columns.insert(table.columns.end(), names_.begin(), names_.end());
  for (const Row& row : rows_) {
    std::vector<std::string> cells{row.path};
    for (const auto& value : row.values) {
      cells.push_back(value ? spec::reference::cell_of(row.path, *value) : "-");
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

std::string Differences::json() const {
  Json all = Json::array();
  for (const Row& row : rows_) {
    Json values = Json::object();
    for (std::size_t i = 0; i < names_.size(); ++i) {
      values[names_[i]] =
          row.values[i] ? spec::reference::typed_value(row.path, *row.values[i]) : Json();
    }
    all.push_back({{"field", row.path}, {"values", std::move(values)}});
  }
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lab::runs
