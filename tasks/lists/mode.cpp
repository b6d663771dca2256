#include "tasks/lists/mode.h"

#include <algorithm>
#include <array>

#include "base/error.h"

namespace tasks::lists {
namespace {

constexpr std::array<std::string_view, 1> own_names{"<mode>"};

ModeConfig valid(const ModeConfig& config) {
  base::require(config.values >= 2, "values: must be >= 2, got ", config.values);
  const bool possible = config.few >= 2 && config.few <= config.values;
  base::require(possible || config.items == ModeItems::any, "few: must be in 2..values (",
                config.values, "), got ", config.few);
  base::require(config.max_length >= 1, "max_length: must be >= 1, got ", config.max_length);
  return config;
}

/// What the items of one question are drawn from.
std::vector<Token> values_in_play(const ModeConfig& config, base::Random& random) {
  const int count = config.items == ModeItems::few ? config.few : config.values;
  return sample_list({.values = config.values, .inputs = ListInputs::distinct}, count, random);
}

/// Makes one of the most frequent items the only one. Returns it.
Token break_tie(std::span<Token> items, base::Random& random) {
  std::vector<Token> first;
  int most = 0;
  for (const auto& [value, count] : multiplicities(items)) {
    if (count > most) first.clear();
    most = std::max(most, count);
    if (count == most) first.push_back(value);
  }
  random.shuffle(std::span<Token>(first));
  if (first.size() > 1) *std::ranges::find(items, first[1]) = first[0];
  return first[0];
}

/// How often each value is there, the most frequent first, then the smallest.
std::vector<std::pair<int, Token>> ranked(std::span<const Token> items) {
  std::vector<std::pair<int, Token>> ranks;
  for (const auto& [value, count] : multiplicities(items)) ranks.emplace_back(-count, value);
  std::ranges::sort(ranks);
  return ranks;
}

Fragment contest_in(std::span<const Token> items) {
  const auto ranks = ranked(items);
  return fragment_of(ranks.front().second, ranks[ranks.size() > 1 ? 1 : 0].second);
}

int margin_in(std::span<const Token> items) {
  const auto ranks = ranked(items);
  return (ranks.size() > 1 ? ranks[1].first : 0) - ranks[0].first;
}

std::optional<std::vector<Fragment>> contests(std::int64_t values) {
  if (values * values > Fragments::most_listed) return std::nullopt;
  std::vector<Fragment> pairs;
  for (std::int64_t first = 0; first < values; ++first) {
    for (std::int64_t second = 0; second < values; ++second) {
      pairs.push_back(fragment_of(first, second));
    }
  }
  return pairs;
}

}  // namespace

std::vector<Introduction<ModeConfig>> Mode::introductions() {
  return {{"mode",
           "the most frequent item of a list over five values",
           "The prompt is a list of five of the values, one of them more frequent than any other.\n"
           "The answer is that one, then the end token.",
           "<mode> 3 1 3 2 3 =",
           "3 .",
           {}},
          {"hard_mode",
           "the most frequent item of a list over all values",
           "The prompt is a list of any values, one of them more frequent than any other. The\n"
           "answer is that one, then the end token.",
           "<mode> 9 17 40 9 33 2 =",
           "9 .",
           {.items = ModeItems::any}}};
}

Mode::Mode(const ModeConfig& config)
    : config_(valid(config)),
      tokens_{config.values},
      vocabulary_(list_vocabulary(config.values, own_names)),
      fragments_(made_fragments()) {}

SimpleFragments Mode::made_fragments() const {
  const auto contest = [this](std::span<const Token> prompt) {
    return std::vector<Fragment>{contest_in(items_of(prompt))};
  };
  const auto values = [this](std::span<const Token> prompt) {
    std::vector<Fragment> fragments;
    for (const Token item : items_of(prompt)) fragments.push_back(fragment_of(item));
    return fragments;
  };
  const auto name = [this](int value) { return vocabulary_.name(value); };
  return SimpleFragments(
      {{{"contest", "the most frequent value and the next"},
        contest,
        [this](Range) { return contests(config_.values); },
        [name](Fragment one) { return name(numbers_of(one)[0]) + ' ' + name(numbers_of(one)[1]); },
        [](Fragment one) {
          return std::vector<Token>{numbers_of(one)[0], numbers_of(one)[1]};
        }},
       {{"value", "a value of the list"},
        values,
        [this](Range) { return single_fragments(0, config_.values - 1); },
        [name](Fragment one) { return name(numbers_of(one)[0]); }}},
      [this](std::span<const Token> prompt) {
        return std::vector<int>{margin_in(items_of(prompt))};
      });
}

std::string_view Mode::name() const {
  return config_.items == ModeItems::few ? "mode" : "hard_mode";
}

std::span<const Token> Mode::items_of(std::span<const Token> prompt) const {
  const auto parts = parts_of(tokens_, prompt);
  require_prompt(parts && parts->query.empty(), *this, prompt, "<mode> 3 1 3 2 3 =");
  return parts->items;
}

Example Mode::sample(int difficulty, base::Random& random) const {
  require_difficulty(*this, difficulty);
  const std::vector<Token> values = values_in_play(config_, random);
  std::vector<Token> items(static_cast<std::size_t>(difficulty));
  for (Token& item : items) {
    item = values[static_cast<std::size_t>(random.below(std::ssize(values)))];
  }
  const Token mode = break_tie(items, random);
  return {list_prompt(tokens_, items), {mode, tokens_.end()}, difficulty};
}

bool Mode::solves(std::span<const Token> prompt, std::span<const Token> answer) const {
  const auto items = items_of(prompt);
  if (answer.size() != 2 || answer[1] != tokens_.end()) return false;
  const auto occurrences = [&](Token value) { return std::ranges::count(items, value); };
  const auto of_answer = occurrences(answer[0]);
  return of_answer > 0 && std::ranges::all_of(items, [&](Token item) {
           return item == answer[0] || occurrences(item) < of_answer;
         });
}

std::uint64_t Mode::question_key(std::span<const Token> prompt) const {
  return list_key(items_of(prompt));
}

Content Mode::content(std::span<const Token> prompt) const {
  return {std::string(list_content), words_of(vocabulary_, items_of(prompt)), true};
}

int Mode::answer_limit(std::span<const Token> /*prompt*/) const { return 2; }

double Mode::chance(int difficulty) const {
  require_difficulty(*this, difficulty);
  return 1.0 / config_.values;
}

std::map<std::string, int> Mode::facets(const Example& example) const {
  const auto items = items_of(example.prompt);
  auto facets = list_facets(items);
  facets["margin"] = margin_in(items);
  return facets;
}

}  // namespace tasks::lists
