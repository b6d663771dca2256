#include "tasks/lists/sorting.h"

#include <algorithm>
#include <array>

#include "tasks/lists/list_chance.h"

namespace tasks::lists {
namespace {

constexpr std::array<std::string_view, 1> own_names{"<sort>"};

const SortingConfig& valid(const SortingConfig& config) {
  require_valid(config);
  return config;
}

}  // namespace

std::vector<Introduction<SortingConfig>> Sorting::introductions() {
  return {{"sorting",
           "sort a list in ascending order",
           "The prompt is a list of values, repetitions allowed. The answer is all its items in\n"
           "ascending order, then the end token.",
           "<sort> 7 3 9 3 5 =",
           "3 3 5 7 9 .",
           {}}};
}

Sorting::Sorting(const SortingConfig& config)
    : config_(valid(config)),
      tokens_{config.values},
      vocabulary_(list_vocabulary(config.values, own_names)),
      fragments_(config_, [this](std::vector<Token> items, base::Random& /*random*/) {
        return asked(std::move(items));
      }) {}

std::span<const Token> Sorting::items_of(std::span<const Token> prompt) const {
  const auto parts = parts_of(tokens_, prompt);
  require_prompt(parts && parts->query.empty(), *this, prompt, "<sort> 7 3 9 3 5 =");
  return parts->items;
}

Example Sorting::sample(int difficulty, base::Random& random) const {
  require_difficulty(*this, difficulty);
  return asked(sample_list(config_, difficulty, random));
}

Example Sorting::asked(std::vector<Token> items) const {
  Example example{list_prompt(tokens_, items), {}, static_cast<int>(items.size())};
  std::ranges::sort(items);
  example.answer = std::move(items);
  example.answer.push_back(tokens_.end());
  return example;
}

bool Sorting::solves(std::span<const Token> prompt, std::span<const Token> answer) const {
  const auto items = items_of(prompt);
  if (answer.size() != items.size() + 1 || answer.back() != tokens_.end()) return false;
  const auto sorted = answer.first(items.size());
  return std::ranges::is_sorted(sorted) && multiplicities(sorted) == multiplicities(items);
}

std::uint64_t Sorting::question_key(std::span<const Token> prompt) const {
  return list_key(items_of(prompt));
}

Content Sorting::content(std::span<const Token> prompt) const {
  return {std::string(list_content), words_of(vocabulary_, items_of(prompt)), true};
}

int Sorting::answer_limit(std::span<const Token> prompt) const {
  return static_cast<int>(items_of(prompt).size()) + 1;
}

double Sorting::chance(int difficulty) const {
  require_difficulty(*this, difficulty);
  return chance_of_sorting(config_, difficulty);
}

std::map<std::string, int> Sorting::facets(const Example& example) const {
  return list_facets(items_of(example.prompt));
}

}  // namespace tasks::lists
