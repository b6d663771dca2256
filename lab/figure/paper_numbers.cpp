#include "lab/figure/paper_numbers.h"

#include <fmt/format.h>

#include <vector>

#include "base/error.h"
#include "base/names.h"
#include "base/numbers.h"
#include "base/tsv.h"

namespace lab::figure {
namespace {

double number(const std::string& cell, const std::string& place) {
  const auto value = base::number_in<double>(cell);
  base::require(value.has_value(), place, ": wanted a number, found `", cell, "`");
  return *value;
}

Relation relation(const std::string& cell, const std::string& place) {
  if (cell == "=") return Relation::equal;
  if (cell == "<") return Relation::below;
  base::require(cell == ">", place, ": wanted =, < or >, found `", cell, "`");
  return Relation::above;
}

}  // namespace

std::string PaperNumber::text() const {
  const std::string sign = relation == Relation::equal   ? ""
                           : relation == Relation::below ? "< "
                                                         : "> ";
  return sign + base::shortest_text(percent) + " %";
}

std::map<std::string, PaperNumber> read_paper(const std::filesystem::path& file) {
  const base::Table table = base::read_tsv(file);
  std::map<std::string, PaperNumber> numbers;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto cell = [&](const char* column) { return table.rows[i][table.column(column)]; };
    const auto place = [&](const char* column) {
      return fmt::format("{}: row {}, column {}", file.string(), i + 1, column);
    };
    const std::string key = cell("key");
    const PaperNumber one{key,
                          cell("series"),
                          cell("train_length"),
                          number(cell("test_length"), place("test_length")),
                          number(cell("value"), place("value")),
                          relation(cell("relation"), place("relation")),
                          cell("status"),
                          cell("source")};
    base::require(!key.empty() && numbers.emplace(key, one).second, place("key"),
                  ": wanted a key of its own, found `", key, "`");
    base::require(!one.status.empty() && !one.source.empty(), place("status"),
                  ": status and source must be given");
  }
  return numbers;
}

const PaperNumber& number_named(const std::map<std::string, PaperNumber>& paper,
                                const std::string& key, const std::string& place) {
  if (const auto found = paper.find(key); found != paper.end()) return found->second;
  std::vector<std::string> keys;
  for (const auto& [name, number] : paper) keys.push_back(name);
  throw base::Error(
      place + ": no number `" + key + "` in paper.tsv" + base::did_you_mean(key, keys),
      base::ExitCode::bad_spec);
}

}  // namespace lab::figure
