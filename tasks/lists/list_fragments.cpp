#include "tasks/lists/list_fragments.h"

#include <algorithm>
#include <array>

#include "base/error.h"

namespace tasks::lists {
namespace {

enum : std::size_t { neighbours, value, copies };  // places among the kinds of sorted lists
enum : std::size_t { bigram };                     // and of ordered ones, where value is the same

/// As lists name their values.
std::string value_text(int token) { return std::to_string(token + 1); }

std::string pair_text(Fragment fragment) {
  const auto [first, second, none] = numbers_of(fragment);
  return value_text(first) + ' ' + value_text(second);
}

std::vector<Token> pair_tokens(Fragment fragment) {
  const auto [first, second, none] = numbers_of(fragment);
  return {first, second};
}

std::size_t size_of(int count) { return static_cast<std::size_t>(count); }

bool has_pairs(const ListConfig& config, Range difficulties) {
  return std::min(difficulties.high, list_lengths(config).high) >= 2;
}

}  // namespace

std::span<const FragmentKind> SortedListFragments::kinds() const {
  static constexpr std::array kinds{
      FragmentKind{"neighbours", "two different values, one after the other in the sorted list"},
      FragmentKind{"value", "a value of the list"},
      FragmentKind{"copies", "how often a value is in the list"}};
  return kinds;
}

std::vector<Fragment> SortedListFragments::in(std::size_t kind,
                                              std::span<const Token> prompt) const {
  const auto parts = parts_of(tokens_, prompt);
  base::promise(parts.has_value(), "the prompt is one of the task's");
  std::vector<Fragment> fragments;
  std::optional<Token> before;
  for (const auto& [item, count] : multiplicities(parts->items)) {
    if (kind == neighbours && before) fragments.push_back(fragment_of(*before, item));
    if (kind == value) fragments.insert(fragments.end(), size_of(count), fragment_of(item));
    if (kind == copies) fragments.push_back(fragment_of(count));
    before = item;
  }
  return fragments;
}

std::optional<std::vector<Fragment>> SortedListFragments::possible(std::size_t kind,
                                                                   Range difficulties) const {
  if (kind == value) return single_fragments(0, config_.values - 1);
  if (kind == neighbours) {
    return has_pairs(config_, difficulties) ? rising_pairs(config_.values)
                                            : std::vector<Fragment>{};
  }
  const bool distinct = config_.inputs == ListInputs::distinct;
  return single_fragments(1, distinct ? 1 : difficulties.high);
}

std::string SortedListFragments::text(std::size_t kind, Fragment fragment) const {
  if (kind == neighbours) return pair_text(fragment);
  const int number = numbers_of(fragment)[0];
  return kind == value ? value_text(number) : std::to_string(number);
}

std::vector<Token> SortedListFragments::tokens(std::size_t kind, Fragment fragment) const {
  return kind == neighbours ? pair_tokens(fragment) : std::vector<Token>{};
}

std::vector<int> SortedListFragments::shape(std::span<const Token> prompt) const {
  std::vector<int> counts;
  const auto parts = parts_of(tokens_, prompt);
  for (const auto& [item, count] : multiplicities(parts->items)) counts.push_back(count);
  return counts;
}

std::unique_ptr<const FragmentSampler> SortedListFragments::sampler(
    const AllowedFragments& allowed) const {
  return sorted_sampler(config_, allowed, {neighbours, value, copies}, question_);
}

std::span<const FragmentKind> OrderedListFragments::kinds() const {
  static constexpr std::array kinds{FragmentKind{"bigram", "two values, one after the other"},
                                    FragmentKind{"value", "a value of the list"}};
  return kinds;
}

std::vector<Fragment> OrderedListFragments::in(std::size_t kind,
                                               std::span<const Token> prompt) const {
  const std::vector<Token> items = items_(prompt);
  std::vector<Fragment> fragments;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (kind == value) fragments.push_back(fragment_of(items[i]));
    if (kind == bigram && i > 0) fragments.push_back(fragment_of(items[i - 1], items[i]));
  }
  return fragments;
}

std::optional<std::vector<Fragment>> OrderedListFragments::possible(std::size_t kind,
                                                                    Range difficulties) const {
  if (kind == value) return single_fragments(0, config_.values - 1);
  std::vector<Fragment> pairs;
  if (!has_pairs(config_, difficulties)) return pairs;
  const std::int64_t values = config_.values;
  if (values * values > most_listed) return std::nullopt;
  for (std::int64_t first = 0; first < values; ++first) {
    for (std::int64_t second = 0; second < values; ++second) {
      const bool twice = first == second && config_.inputs == ListInputs::distinct;
      if (!twice) pairs.push_back(fragment_of(first, second));
    }
  }
  return pairs;
}

std::string OrderedListFragments::text(std::size_t kind, Fragment fragment) const {
  return kind == bigram ? pair_text(fragment) : value_text(numbers_of(fragment)[0]);
}

std::vector<Token> OrderedListFragments::tokens(std::size_t kind, Fragment fragment) const {
  return kind == bigram ? pair_tokens(fragment) : std::vector<Token>{};
}

std::vector<int> OrderedListFragments::shape(std::span<const Token> prompt) const {
  const std::vector<Token> items = items_(prompt);
  std::vector<int> first_places;
  for (const Token item : items) {
    first_places.push_back(static_cast<int>(std::ranges::find(items, item) - items.begin()));
  }
  return first_places;
}

std::unique_ptr<const FragmentSampler> OrderedListFragments::sampler(
    const AllowedFragments& allowed) const {
  if (config_.values > most_walked_values) return nullptr;
  return ordered_sampler(config_, allowed, {bigram, value}, items_, question_);
}

}  // namespace tasks::lists
