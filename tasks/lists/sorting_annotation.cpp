#include <algorithm>
#include <iterator>

#include "tasks/lists/sorting.h"

// What probes may look for in a model that sorts. Row 0 is the task token, rows 1 .. n the items,
// row n + 1 is "=", rows n + 2 .. 2n + 1 the sorted items; the answer's token k follows row n + 1 +
// k.

namespace tasks::lists {
namespace {

/// The rows of the items that hold `value`.
std::vector<int> rows_of(std::span<const Token> items, Token value) {
  std::vector<int> rows;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i] == value) rows.push_back(static_cast<int>(i) + 1);
  }
  return rows;
}

std::vector<int> rows_between(int first, int end) {
  std::vector<int> rows;
  for (int row = first; row < end; ++row) rows.push_back(row);
  return rows;
}

/// Values that could stand at place k of the sorted list instead of its own: larger than the one
/// before it and smaller than the one after it. None if the value at k has copies.
std::vector<Token> replacements(std::span<const Token> sorted, std::size_t k, int values) {
  const Token own = sorted[k];
  const Token before = k > 0 ? sorted[k - 1] : -1;
  const Token after = k + 1 < sorted.size() ? sorted[k + 1] : values;
  std::vector<Token> found;
  if (before == own || after == own) return found;
  for (Token value = before + 1; value < after; ++value) {
    if (value != own) found.push_back(value);
  }
  return found;
}

}  // namespace

std::string Sorting::mistake(const Example& example, std::span<const Token> answer) const {
  if (answer.empty() || answer.back() != tokens_.end()) return "unfinished";
  const auto written = answer.first(answer.size() - 1);
  auto missing = multiplicities(items_of(example.prompt)), extra = multiplicities(written);
  int dropped = 0, added = 0;
  bool foreign = false;
  for (const auto& [value, copies] : multiplicities(written)) {
    const auto own = missing.find(value);
    const int wanted = own == missing.end() ? 0 : own->second;
    foreign = foreign || wanted == 0;
    added += std::max(0, copies - wanted);
  }
  for (const auto& [value, copies] : missing) dropped += std::max(0, copies - extra[value]);
  if (foreign) return "a value not in the list";
  if (dropped > 0 && added > 0) return "items replaced by others";
  if (dropped > 0) return dropped == 1 ? "an item dropped" : "items dropped";
  if (added > 0) return added == 1 ? "an item doubled" : "items doubled";
  return std::ranges::is_sorted(written) ? "" : "out of order";
}

Annotation Sorting::annotation(const Example& example) const {
  const auto items = items_of(example.prompt);
  const int equals = static_cast<int>(items.size()) + 1;
  Annotation all;
  all.roles.assign(items.size() + 1, "item");
  all.roles.front() = "task";
  all.roles.emplace_back("equals");
  all.roles.resize(2 * items.size() + 2, "answer");
  for (int k = 0; k < std::ssize(example.answer); ++k) {
    const Token next = example.answer[static_cast<std::size_t>(k)];
    const int row = equals + k;
    all.tokens.push_back({"next", row, next});
    if (k == 0) all.links.push_back({"minimum", row, rows_of(items, next)});
    if (k == 0) continue;
    const auto rest = std::span(example.answer).subspan(static_cast<std::size_t>(k));
    const Token own = example.answer[static_cast<std::size_t>(k) - 1];
    all.numbers.push_back({"copies_left", row, static_cast<int>(std::ranges::count(rest, own))});
    if (!tokens_.is_value(next)) continue;
    all.links.push_back({next == own ? "copies" : "successor", row, rows_of(items, next)});
  }
  return all;
}

std::optional<Counterfactual> Sorting::counterfactual(const Example& example,
                                                      base::Random& random) const {
  const auto items = items_of(example.prompt);
  const auto sorted = std::span(example.answer).first(items.size());
  std::vector<std::size_t> places(items.size());
  for (std::size_t k = 0; k < places.size(); ++k) places[k] = k;
  random.shuffle(std::span(places));
  for (const std::size_t k : places) {
    const std::vector<Token> values = replacements(sorted, k, tokens_.values);
    if (values.empty()) continue;
    Counterfactual pair;
    pair.expected = sorted[k];
    pair.expected_changed = values[static_cast<std::size_t>(random.below(std::ssize(values)))];
    pair.text = example.prompt;
    pair.text.insert(pair.text.end(), sorted.begin(), sorted.begin() + std::ptrdiff_t(k));
    pair.changed = pair.text;
    const int row = rows_of(items, sorted[k]).front();
    const int equals = static_cast<int>(items.size()) + 1, asked = equals + static_cast<int>(k);
    pair.changed[static_cast<std::size_t>(row)] = pair.expected_changed;
    std::vector<int> others = rows_between(1, equals);
    std::erase(others, row);
    pair.places = {{"changed item", {row}}, {"asked row", {asked}}};
    if (!others.empty()) pair.places.push_back({"other items", others});
    if (k > 0) pair.places.push_back({"equals", {equals}});
    if (k > 1) pair.places.push_back({"earlier answer", rows_between(equals + 1, asked)});
    return pair;
  }
  return std::nullopt;
}

}  // namespace tasks::lists
