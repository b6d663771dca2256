#include "tasks/lists/copy.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace tasks::lists {
namespace {

ListConfig lists_of(const CopyConfig& config) {
  const bool unique = config.items == CopyItems::unique;
  const ListConfig lists{.values = config.values,
                         .inputs = unique ? ListInputs::distinct : ListInputs::uniform,
                         .max_length = config.max_length};
  require_valid(lists);
  return lists;
}

Vocabulary vocabulary_with(const CopyConfig& config, const MarkTokens& marks) {
  std::vector<std::string> own{"<copy>"};
  append_names(marks, own);
  const std::vector<std::string_view> views(own.begin(), own.end());
  return list_vocabulary(config.values, views);
}

}  // namespace

std::vector<Introduction<CopyConfig>> Copy::introductions() {
  return {
      {"unique_copy",
       "write a list of distinct items again",
       "The prompt is a list without repetitions. The answer is its items in their order, then\n"
       "the end token.",
       "<copy> 7 2 9 =",
       "7 2 9 .",
       {}},
      {"repeat_copy",
       "write a list over two values again",
       "The prompt is a list over few values. The answer is its items in their order, then\n"
       "the end token.",
       "<copy> 1 2 2 1 =",
       "1 2 2 1 .",
       {.items = CopyItems::repeated, .values = 2}}};
}

Copy::Copy(const CopyConfig& config)
    : config_(config),
      lists_(lists_of(config)),
      tokens_{config.values},
      marks_{tokens_.own(1), config.hints == IndexMarks::on ? difficulties().high : 0},
      vocabulary_(vocabulary_with(config, marks_)),
      fragments_(made_fragments()) {}

OrderedListFragments Copy::made_fragments() const {
  return {lists_, [this](std::span<const Token> prompt) { return items_of(prompt).items; },
          [this](const std::vector<Token>& items, base::Random& random) {
            return asked(random_start(marks_, random), items);
          }};
}

std::string_view Copy::name() const {
  return config_.items == CopyItems::unique ? "unique_copy" : "repeat_copy";
}

MarkedItems Copy::items_of(std::span<const Token> prompt) const {
  const auto is_value = [this](Token token) { return tokens_.is_value(token); };
  auto items = items_between(tokens_.own(0), tokens_.equals(), marks_, prompt);
  require_prompt(items && std::ranges::all_of(items->items, is_value), *this, prompt,
                 marks_.on() ? "<copy> h5 2 h6 1 =" : "<copy> 2 1 =");
  return *std::move(items);
}

Example Copy::sample(int difficulty, base::Random& random) const {
  require_difficulty(*this, difficulty);
  const Token start = random_start(marks_, random);
  return asked(start, sample_list(lists_, difficulty, random));
}

Example Copy::asked(Token start, const std::vector<Token>& items) const {
  Example example{{tokens_.own(0)}, {}, static_cast<int>(items.size())};
  example.answer = with_marks(marks_, start, items);
  example.prompt.insert(example.prompt.end(), example.answer.begin(), example.answer.end());
  example.prompt.push_back(tokens_.equals());
  example.answer.push_back(tokens_.end());
  return example;
}

bool Copy::solves(std::span<const Token> prompt, std::span<const Token> answer) const {
  const MarkedItems asked = items_of(prompt);
  if (answer.empty() || answer.back() != tokens_.end()) return false;
  const auto copied = without_marks(marks_, answer.first(answer.size() - 1));
  return copied && copied->start == asked.start && copied->items == asked.items;
}

std::uint64_t Copy::question_key(std::span<const Token> prompt) const {
  const std::vector<Token> items = items_of(prompt).items;
  return config_.any_order ? list_key(items) : base::digest(std::span<const Token>(items));
}

Content Copy::content(std::span<const Token> prompt) const {
  return {std::string(list_content), words_of(vocabulary_, items_of(prompt).items)};
}

int Copy::answer_limit(std::span<const Token> prompt) const {
  return (marks_.on() ? 2 : 1) * static_cast<int>(items_of(prompt).items.size()) + 1;
}

double Copy::chance(int difficulty) const {
  require_difficulty(*this, difficulty);
  if (config_.items == CopyItems::repeated) return std::pow(config_.values, -difficulty);
  double lists = 1;
  for (int i = 0; i < difficulty; ++i) lists *= config_.values - i;
  return 1 / lists;
}

std::map<std::string, int> Copy::facets(const Example& example) const {
  return list_facets(items_of(example.prompt).items);
}

}  // namespace tasks::lists
