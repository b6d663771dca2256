#include "tests/lab/paper/evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <regex>

#include "base/error.h"
#include "base/statistics.h"
#include "base/text.h"

namespace tests {
namespace {

namespace fs = std::filesystem;
using Cells = std::vector<std::string>;
using Numbers = std::vector<double>;

/// Tables are read once: they are asked for hundreds of numbers.
const base::Table& table_in(const fs::path& file) {
  static std::map<fs::path, base::Table> read;
  const auto known = read.find(file);
  return known != read.end() ? known->second
                             : read.emplace(file, base::read_tsv(file)).first->second;
}

std::optional<std::size_t> column_in(const base::Table& table, const std::string& name) {
  const auto at = std::ranges::find(table.columns, name);
  if (at == table.columns.end()) return std::nullopt;
  return static_cast<std::size_t>(at - table.columns.begin());
}

/// Rows of a table that are meant.
class Rows {
 public:
  Rows(const Evidence& evidence, const fs::path& root)
      : table_(table_in(root / "results" / evidence.folder / evidence.file)),
        said_(in_words(evidence)) {
    for (const std::string& is : base::split(evidence.rows, ';')) {
      const auto equals = is.find('=');
      wanted_[is.substr(0, equals)] = is.substr(equals + 1);
    }
    const auto seed = column_in(table_, "fingerprint");
    if (seed && !wanted_.contains("facet") && column_in(table_, "facet")) wanted_["facet"] = "";
    for (const Cells& row : table_.rows) {
      if (meant(row)) rows_.push_back(&row);
    }
    if (seed && !wanted_.contains("step")) keep_last_steps();
    base::require(!rows_.empty(), said_, ": no such rows");
  }

  Cells cells(const std::string& column) const {
    Cells all;
    for (const Cells* row : rows_) all.push_back((*row)[table_.column(column)]);
    return all;
  }

  bool has(const std::string& column) const { return column_in(table_, column).has_value(); }

  /// The cell, or the setting, of every row.
  Cells settings(const std::string& axis) const {
    Cells all;
    for (const Cells* row : rows_) all.push_back(cell(*row, axis));
    return all;
  }

  Numbers numbers(const std::string& column) const {
    Numbers all;
    for (const std::string& text : cells(column)) all.push_back(std::stod(text));
    return all;
  }

  /// What the rows score, in percent; of a table of shares those.
  Numbers percents() const {
    if (!has("solved")) return numbers("value");
    const Numbers solved = numbers("solved"), asked = numbers("asked");
    Numbers all;
    for (std::size_t i = 0; i < solved.size(); ++i) all.push_back(100 * solved[i] / asked[i]);
    return all;
  }

  /// The same by seed. Throws base::Error if a seed has two.
  std::map<std::string, double> by_seed() const {
    std::map<std::string, double> all;
    const Cells seeds = cells("seed");
    const Numbers found = percents();
    for (std::size_t i = 0; i < seeds.size(); ++i) {
      base::require(all.emplace(seeds[i], found[i]).second, said_, ": two rows of seed ", seeds[i]);
    }
    return all;
  }

 private:
  std::string cell(const Cells& row, const std::string& name) const {
    if (const auto column = column_in(table_, name)) return row[*column];
    for (const std::string& setting : base::split(row[table_.column("settings")], ';')) {
      if (setting.starts_with(name + "=")) return setting.substr(name.size() + 1);
    }
    return "";
  }

  bool meant(const Cells& row) const {
    return std::ranges::all_of(wanted_,
                               [&](const auto& is) { return cell(row, is.first) == is.second; });
  }

  void keep_last_steps() {
    const std::size_t run = table_.column("fingerprint"), step = table_.column("step");
    std::map<std::string, long> last;
    for (const Cells* row : rows_) {
      long& known = last[(*row)[run]];
      known = std::max(known, std::stol((*row)[step]));
    }
    std::erase_if(rows_,
                  [&](const Cells* row) { return std::stol((*row)[step]) != last[(*row)[run]]; });
  }

  const base::Table& table_;
  std::string said_;
  std::map<std::string, std::string> wanted_;
  std::vector<const Cells*> rows_;
};

Numbers values_of(const std::map<std::string, double>& by_seed) {
  Numbers all;
  for (const auto& [seed, value] : by_seed) all.push_back(value);
  return all;
}

Numbers numbers_in_one(const Cells& cells, const std::string& said) {
  base::require(cells.size() == 1, said, ": ", cells.size(), " rows, wanted one");
  Numbers all;
  for (const Written& one : numbers_in(cells.front())) all.push_back(one.value);
  return all;
}

/// The evidence with one cell that is wanted exchanged for `is`.
Evidence exchanged(Evidence evidence, const std::string& is) {
  Cells kept{is};
  for (const std::string& one : base::split(evidence.rows, ';')) {
    if (!one.starts_with(is.substr(0, is.find('=') + 1))) kept.push_back(one);
  }
  evidence.rows = base::joined(kept, ";");
  return evidence;
}

Numbers less(const Rows& rows, const Rows& other) {
  const auto mine = rows.by_seed(), others = other.by_seed();
  Numbers differences;
  for (const auto& [seed, value] : mine) differences.push_back(value - others.at(seed));
  const base::Estimate mean = base::mean_t(differences);
  return {mean.middle, mean.low, mean.high};
}

Numbers fit(const Rows& rows, const std::string& difficulties) {
  const Numbers ends = [&] {
    const auto dots = difficulties.find("..");
    return Numbers{std::stod(difficulties.substr(0, dots)),
                   std::stod(difficulties.substr(dots + 2))};
  }();
  std::map<std::string, std::pair<double, double>> counts;
  const Cells runs = rows.cells("fingerprint");
  const Numbers at = rows.numbers("difficulty"), solved = rows.numbers("solved"),
                asked = rows.numbers("asked");
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (at[i] < ends[0] || at[i] > ends[1]) continue;
    counts[runs[i]].first += solved[i];
    counts[runs[i]].second += asked[i];
  }
  const auto fitted = std::ranges::count_if(
      counts, [](const auto& run) { return run.second.first >= 0.99 * run.second.second; });
  return {static_cast<double>(fitted), static_cast<double>(counts.size())};
}

Numbers above(const Rows& rows, const std::string& axis, double score) {
  const Cells at = rows.settings(axis), seeds = rows.cells("seed");
  const Numbers percents = rows.percents();
  double largest = 0;
  for (const std::string& one : at) largest = std::max(largest, std::stod(one));
  std::map<std::string, bool> stay_below;
  for (std::size_t i = 0; i < at.size(); ++i) {
    bool& below = stay_below[seeds[i]];
    below = below || (std::stod(at[i]) == largest && percents[i] < score);
  }
  const auto count =
      std::ranges::count_if(stay_below, [](const auto& seed) { return seed.second; });
  return {static_cast<double>(count), static_cast<double>(stay_below.size()), largest};
}

double over_seeds(const Rows& rows, const std::string& which) {
  const Numbers values = values_of(rows.by_seed());
  const base::Estimate estimate = base::median_range(values);
  return which == "median" ? estimate.middle : which == "low" ? estimate.low : estimate.high;
}

/// What one word of Evidence::value gives; `before` is what those before it gave.
Numbers given(const std::string& word, const Evidence& evidence, const fs::path& root,
              Numbers* before) {
  const Rows rows(evidence, root);
  const auto colon = word.find(':');
  const std::string head = word.substr(0, colon);
  const std::string rest = colon == word.npos ? "" : word.substr(colon + 1);
  if (head == "less") return less(rows, Rows(exchanged(evidence, rest), root));
  if (head == "fit" && !rest.empty()) return fit(rows, rest);
  if (head == "all") return rows.numbers(rest);
  if (head == "above") {
    const auto second = rest.find(':');
    return above(rows, rest.substr(0, second), std::stod(rest.substr(second + 1)));
  }
  if (head == "over") {
    Evidence other = exchanged(evidence, rest);
    other.value = evidence.value.substr(0, evidence.value.find(" over:"));
    const double divisor = numbers_from(other, root).back(), dividend = before->back();
    before->pop_back();
    return {dividend / divisor};
  }
  if (!rows.has(word)) return {over_seeds(rows, word)};
  if (word == "asked") {
    const Cells asked = rows.cells(word);
    base::require(std::ranges::count(asked, asked.front()) == std::ssize(asked), in_words(evidence),
                  ": not the same in all rows");
    return {std::stod(asked.front())};
  }
  return numbers_in_one(rows.cells(word), in_words(evidence));
}

}  // namespace

std::string in_words(const Evidence& evidence) {
  return fmt::format("results/{}/{}: {}: {}", evidence.folder, evidence.file, evidence.rows,
                     evidence.value);
}

std::vector<double> numbers_from(const Evidence& evidence, const fs::path& root) {
  static std::map<std::string, Numbers> known;  // they are asked for again and again
  const auto found = known.find(in_words(evidence));
  if (found != known.end()) return found->second;
  Numbers all;
  double scale = 1;
  bool tens = false;
  for (const std::string& word : base::split(evidence.value, ' ')) {
    if (word == "percent") {
      scale = 100;
    } else if (word == "tens") {
      tens = true;
    } else {
      const Numbers more = given(word, evidence, root, &all);
      all.insert(all.end(), more.begin(), more.end());
    }
  }
  for (double& number : all) number = tens ? 10 * std::round(number / 10) : scale * number;
  known[in_words(evidence)] = all;
  return all;
}

std::vector<std::string> cells_from(const Evidence& evidence, const std::string& column,
                                    const fs::path& root) {
  return Rows(evidence, root).cells(column);
}

std::vector<Written> numbers_in(const std::string& text) {
  static const std::regex number(R"([-+]?[0-9]+(,[0-9]{3})*(\.[0-9]+)?)");
  std::vector<Written> all;
  for (auto at = std::sregex_iterator(text.begin(), text.end(), number);
       at != std::sregex_iterator(); ++at) {
    std::string digits = at->str();
    std::erase(digits, ',');
    const auto point = digits.find('.');
    all.push_back({static_cast<std::size_t>(at->position()), static_cast<std::size_t>(at->length()),
                   std::stod(digits),
                   point == digits.npos ? 0 : static_cast<int>(digits.size() - point - 1)});
  }
  return all;
}

}  // namespace tests
