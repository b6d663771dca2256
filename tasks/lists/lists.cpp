#include "tasks/lists/lists.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/error.h"
#include "tasks/names.h"

namespace tasks::lists {
namespace {

/// n items, each uniform over the `width` values from a random first one on.
std::vector<Token> from_window(int values, int width, int n, base::Random& random) {
  const std::int64_t first = random.below(values - width + 1);
  std::vector<Token> items(static_cast<std::size_t>(n));
  for (Token& item : items) item = static_cast<Token>(first + random.below(width));
  return items;
}

std::vector<Token> without_repeats(int values, int n, base::Random& random) {
  base::promise(n <= values, "a distinct list is at most as long as there are values");
  std::vector<Token> deck(static_cast<std::size_t>(values));
  std::iota(deck.begin(), deck.end(), 0);
  for (int i = 0; i < n; ++i) {
    const auto chosen = static_cast<std::size_t>(i + random.below(values - i));
    std::swap(deck[static_cast<std::size_t>(i)], deck[chosen]);
  }
  deck.resize(static_cast<std::size_t>(n));
  return deck;
}

int duplicate_rich_window(int values, int n, base::Random& random) {
  if (random.below(2) == 0) return values;
  const int narrowest = std::max(1, n / 4);
  return std::min(values, narrowest + static_cast<int>(random.below(n - narrowest + 1)));
}

}  // namespace

std::string_view name(ListInputs inputs) {
  return names_of(inputs)[static_cast<std::size_t>(inputs)];
}

ListInputs list_inputs_named(std::string_view name) {
  return static_cast<ListInputs>(position_named("inputs", name, names_of(ListInputs{})));
}

void require_valid(const ListConfig& config) {
  base::require(config.values >= 2, "values: must be >= 2, got ", config.values);
  base::require(config.max_length >= 1, "max_length: must be >= 1, got ", config.max_length);
  base::require(config.density > 0 && config.density <= 100, "density: must be in (0, 100], got ",
                config.density);
}

Range list_lengths(const ListConfig& config) {
  const bool distinct = config.inputs == ListInputs::distinct;
  return {1, distinct ? std::min(config.max_length, config.values) : config.max_length};
}

int density_window(const ListConfig& config, int n) {
  const double width = std::round(n / config.density);  // may exceed what an int holds
  return static_cast<int>(std::clamp(width, 1.0, static_cast<double>(config.values)));
}

std::vector<Token> sample_list(const ListConfig& config, int n, base::Random& random) {
  base::promise(n >= 1, "a list has an item");
  const int values = config.values;
  switch (config.inputs) {
    case ListInputs::uniform:
      return from_window(values, values, n, random);
    case ListInputs::distinct:
      return without_repeats(values, n, random);
    case ListInputs::fixed_density:
      return from_window(values, density_window(config, n), n, random);
    case ListInputs::duplicate_rich:
      break;
  }
  return from_window(values, duplicate_rich_window(values, n, random), n, random);
}

Vocabulary list_vocabulary(int values, std::span<const std::string_view> own_names) {
  std::vector<std::string> names;
  names.reserve(static_cast<std::size_t>(values) + 2 + own_names.size());
  for (int value = 1; value <= values; ++value) names.push_back(std::to_string(value));
  names.emplace_back("=");
  names.emplace_back(end_token);
  names.insert(names.end(), own_names.begin(), own_names.end());
  return Vocabulary(std::move(names));
}

std::optional<ListPrompt> parts_of(const ListTokens& tokens, std::span<const Token> prompt) {
  if (prompt.empty() || prompt.front() != tokens.own(0)) return std::nullopt;
  const auto rest = prompt.subspan(1);
  const auto equals = std::ranges::find(rest, tokens.equals());
  const auto n = static_cast<std::size_t>(equals - rest.begin());
  if (n == 0 || equals == rest.end()) return std::nullopt;
  const auto items = rest.first(n);
  const auto is_value = [&](Token token) { return tokens.is_value(token); };
  if (!std::ranges::all_of(items, is_value)) return std::nullopt;
  return ListPrompt{items, rest.subspan(n + 1)};
}

std::vector<Token> list_prompt(const ListTokens& tokens, std::span<const Token> items) {
  std::vector<Token> prompt{tokens.own(0)};
  prompt.insert(prompt.end(), items.begin(), items.end());
  prompt.push_back(tokens.equals());
  return prompt;
}

std::map<Token, int> multiplicities(std::span<const Token> tokens) {
  std::map<Token, int> counts;
  for (const Token token : tokens) ++counts[token];
  return counts;
}

std::uint64_t list_key(std::span<const Token> items) {
  std::vector<Token> sorted(items.begin(), items.end());
  std::ranges::sort(sorted);
  return base::digest(std::span<const Token>(sorted));
}

std::map<std::string, int> list_facets(std::span<const Token> items) {
  const std::map<Token, int> counts = multiplicities(items);
  int largest = 0;
  for (const auto& [value, count] : counts) largest = std::max(largest, count);
  return {{"length", static_cast<int>(items.size())},
          {"distinct", static_cast<int>(counts.size())},
          {"largest_multiplicity", largest}};
}

}  // namespace tasks::lists
