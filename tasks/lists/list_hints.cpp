#include "tasks/lists/list_hints.h"

#include <algorithm>

#include "base/error.h"
#include "tasks/lists/list_chance.h"
#include "tasks/lists/list_hint_judge.h"

namespace tasks::lists {
namespace {

const ListHintConfig& valid(const ListHintConfig& config) {
  require_valid(config.lists);
  return config;
}

Vocabulary vocabulary_of(const ListHintConfig& config) {
  const std::string task_token = base::concat('<', name(config.kind), '>');
  std::vector<std::string_view> own{task_token};
  if (config.kind == ListHint::fill) own.emplace_back("_");
  if (config.kind == ListHint::parity_of_length) own.insert(own.end(), {"odd", "even"});
  return list_vocabulary(config.lists.values, own);
}

bool asks_of_an_item(ListHint kind) {
  return kind == ListHint::identity_successor || kind == ListHint::sorted_suffix ||
         kind == ListHint::successor || kind == ListHint::predecessor || kind == ListHint::count;
}

Token random_item(std::span<const Token> items, base::Random& random) {
  return items[static_cast<std::size_t>(random.below(std::ssize(items)))];
}

/// Answer to a question of q, without the end token. `sorted`: the items in ascending order.
std::vector<Token> answer_of_item(ListHint kind, std::span<const Token> sorted, Token q) {
  const auto [first, last] = std::ranges::equal_range(sorted, q);
  const auto copies = last - first;
  switch (kind) {
    case ListHint::identity_successor:
      return {first + 1, last == sorted.end() ? last : last + 1};
    case ListHint::sorted_suffix:
      return {first + 1, sorted.end()};
    case ListHint::successor:
      return {last, last == sorted.end() ? last : last + 1};
    case ListHint::predecessor:
      return {first == sorted.begin() ? first : first - 1, first};
    case ListHint::count:
      return {static_cast<Token>(copies - 1)};  // value v is token v - 1
    case ListHint::fill:
    case ListHint::minimum:
    case ListHint::maximum:
    case ListHint::identity_copy:
    case ListHint::parity_of_length:
      break;
  }
  base::promise(false, "the kind asks of an item");
  return {};
}

/// Takes entries out of `sorted` (which keeps `blank` in their place) and returns them in order.
std::vector<Token> take_out(std::vector<Token>& sorted, Token blank, base::Random& random) {
  std::vector<Token> missing;
  const auto certain = random.below(std::ssize(sorted));
  for (std::int64_t i = 0; i < std::ssize(sorted); ++i) {
    const bool out = random.below(2) == 0;
    if (i != certain && !out) continue;
    Token& entry = sorted[static_cast<std::size_t>(i)];
    missing.push_back(entry);
    entry = blank;
  }
  return missing;
}

/// Answer to a question of the whole list, without the end token.
std::vector<Token> answer_of_list(ListHint kind, const ListTokens& tokens,
                                  std::span<const Token> items) {
  switch (kind) {
    case ListHint::minimum:
      return {std::ranges::min(items)};
    case ListHint::maximum:
      return {std::ranges::max(items)};
    case ListHint::identity_copy:
      return {items.begin(), items.end()};
    case ListHint::parity_of_length:
      return {tokens.own(items.size() % 2 == 1 ? odd_own : even_own)};
    case ListHint::identity_successor:
    case ListHint::sorted_suffix:
    case ListHint::successor:
    case ListHint::predecessor:
    case ListHint::count:
    case ListHint::fill:
      break;
  }
  base::promise(false, "the kind asks of the whole list");
  return {};
}

}  // namespace

std::vector<Introduction<ListHintConfig>> ListHintTask::introductions() {
  std::vector<Introduction<ListHintConfig>> all;
  for (const ListHint kind : all_list_hints) {
    const auto& [prompt, answer, summary, format] = words_of(kind);
    all.push_back({std::string(lists::name(kind)),
                   std::string(summary),
                   std::string(format),
                   std::string(prompt),
                   std::string(answer),
                   {kind, {}}});
  }
  return all;
}

ListHintTask::ListHintTask(const ListHintConfig& config)
    : config_(valid(config)),
      tokens_{config.lists.values},
      vocabulary_(vocabulary_of(config)),
      fragments_(config_.lists, [this](const std::vector<Token>& items, base::Random& random) {
        return asked(items, random);
      }) {}

Range ListHintTask::difficulties() const {
  Range lengths = list_lengths(config_.lists);
  if (config_.kind == ListHint::count) lengths.high = std::min(lengths.high, config_.lists.values);
  return lengths;
}

ListPrompt ListHintTask::parts(std::span<const Token> prompt) const {
  const auto parts = parts_of(tokens_, prompt);
  require_prompt(parts && fits(config_.kind, tokens_, *parts), *this, prompt,
                 words_of(config_.kind).prompt);
  return *parts;
}

Example ListHintTask::sample(int difficulty, base::Random& random) const {
  require_difficulty(*this, difficulty);
  return asked(sample_list(config_.lists, difficulty, random), random);
}

Example ListHintTask::asked(const std::vector<Token>& items, base::Random& random) const {
  std::vector<Token> sorted = items, query, answer;
  std::ranges::sort(sorted);
  if (asks_of_an_item(config_.kind)) {
    query = {random_item(items, random)};
    answer = answer_of_item(config_.kind, sorted, query.front());
  } else if (config_.kind == ListHint::fill) {
    answer = take_out(sorted, tokens_.own(blank_own), random);
    query = sorted;
  } else {
    answer = answer_of_list(config_.kind, tokens_, items);
  }
  const bool is_largest = !query.empty() && query.front() == sorted.back();
  if (config_.kind != ListHint::identity_successor || is_largest) answer.push_back(tokens_.end());

  std::vector<Token> prompt = list_prompt(tokens_, items);
  prompt.insert(prompt.end(), query.begin(), query.end());
  return {std::move(prompt), std::move(answer), static_cast<int>(items.size())};
}

bool ListHintTask::solves(std::span<const Token> prompt, std::span<const Token> answer) const {
  return answers(config_.kind, tokens_, parts(prompt), answer);
}

std::uint64_t ListHintTask::question_key(std::span<const Token> prompt) const {
  return list_key(parts(prompt).items);
}

Content ListHintTask::content(std::span<const Token> prompt) const {
  return {std::string(list_content), words_of(vocabulary_, parts(prompt).items), true};
}

int ListHintTask::answer_limit(std::span<const Token> prompt) const {
  const auto [items, query] = parts(prompt);
  switch (config_.kind) {
    case ListHint::identity_successor:
      return static_cast<int>(std::ranges::count(items, query.front()));
    case ListHint::sorted_suffix:
      return static_cast<int>(
          std::ranges::count_if(items, [q = query.front()](Token item) { return item >= q; }));
    case ListHint::fill:
      return static_cast<int>(std::ranges::count(query, tokens_.own(blank_own))) + 1;
    case ListHint::identity_copy:
      return static_cast<int>(items.size()) + 1;
    case ListHint::successor:
    case ListHint::predecessor:
    case ListHint::count:
    case ListHint::minimum:
    case ListHint::maximum:
    case ListHint::parity_of_length:
      break;
  }
  return 2;  // a word and the end token
}

double ListHintTask::chance(int difficulty) const {
  require_difficulty(*this, difficulty);
  return chance_of_hint(config_.kind, config_.lists, difficulty);
}

std::map<std::string, int> ListHintTask::facets(const Example& example) const {
  return list_facets(parts(example.prompt).items);
}

}  // namespace tasks::lists
