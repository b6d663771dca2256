#include "tasks/lists/count_up.h"

#include <array>
#include <numeric>

#include "base/error.h"
#include "tasks/lists/lists.h"

namespace tasks::lists {
namespace {

/// Ids: a number is its own id, then these, counted from V.
enum : Token { equals, end, count_up };

Vocabulary vocabulary_with(const CountUpConfig& config) {
  base::require(config.max_length >= 1, "max_length: must be >= 1, got ", config.max_length);
  base::require(config.numbers >= config.max_length, "numbers: must be at least max_length (",
                config.max_length, "), got ", config.numbers);
  std::vector<std::string> names;
  for (int number = 0; number < config.numbers; ++number) names.push_back(std::to_string(number));
  names.insert(names.end(), {"=", std::string(end_token), "<count_up>"});
  return Vocabulary(std::move(names));
}

}  // namespace

std::vector<Introduction<CountUpConfig>> CountUp::introductions() {
  return {{"count_up",
           "count from a number to a larger one",
           "The prompt is two numbers, the second no smaller. The answer is all numbers from the\n"
           "first to the second, then the end token.",
           "<count_up> 4 8 =",
           "4 5 6 7 8 .",
           {}}};
}

CountUp::CountUp(const CountUpConfig& config)
    : config_(config), vocabulary_(vocabulary_with(config)), fragments_(made_fragments()) {}

SimpleFragments CountUp::made_fragments() const {
  const auto steps = [this](std::span<const Token> prompt) {
    const auto [first, last] = ends_of(prompt);
    return single_fragments(first, last - 1);
  };
  const auto start = [this](std::span<const Token> prompt) {
    return single_fragments(ends_of(prompt).first, ends_of(prompt).first);
  };
  const auto step_text = [](Fragment one) {
    return base::concat(numbers_of(one)[0], ' ', numbers_of(one)[0] + 1);
  };
  return SimpleFragments(
      {{{"step", "a number and the next that is said"},
        steps,
        [this](Range) { return single_fragments(0, config_.numbers - 2); },
        step_text,
        [](Fragment one) {
          return std::vector<Token>{numbers_of(one)[0], numbers_of(one)[0] + 1};
        }},
       {{"start", "the first number that is said"},
        start,
        [this](Range lengths) { return single_fragments(0, config_.numbers - lengths.low); },
        [](Fragment one) { return std::to_string(numbers_of(one)[0]); },
        {}}});
}

CountUp::Ends CountUp::ends_of(std::span<const Token> prompt) const {
  const Token v = config_.numbers;
  const bool framed = prompt.size() == 4 && prompt[0] == v + count_up && prompt[3] == v + equals;
  require_prompt(framed && 0 <= prompt[1] && prompt[1] <= prompt[2] && prompt[2] < v, *this, prompt,
                 "<count_up> 4 8 =");
  return {prompt[1], prompt[2]};
}

Example CountUp::sample(int difficulty, base::Random& random) const {
  require_difficulty(*this, difficulty);
  const Token v = config_.numbers;
  const auto first = static_cast<Token>(random.below(v - difficulty + 1));
  Example example{{v + count_up, first, first + difficulty - 1, v + equals}, {}, difficulty};
  for (int i = 0; i < difficulty; ++i) example.answer.push_back(first + i);
  example.answer.push_back(v + end);
  return example;
}

bool CountUp::solves(std::span<const Token> prompt, std::span<const Token> answer) const {
  const auto [first, last] = ends_of(prompt);
  if (answer.size() < 2 || answer.back() != config_.numbers + end) return false;
  const auto numbers = answer.first(answer.size() - 1);
  if (numbers.front() != first || numbers.back() != last) return false;
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    if (std::int64_t{numbers[i]} - numbers[i - 1] != 1) return false;
  }
  return true;
}

std::uint64_t CountUp::question_key(std::span<const Token> prompt) const {
  const auto [first, last] = ends_of(prompt);
  if (config_.beside_lists) {  // keyed as they are; their token 0 is the number 1
    std::vector<Token> said(static_cast<std::size_t>(last - first + 1));
    std::iota(said.begin(), said.end(), first - 1);
    return list_key(said);
  }
  const std::array ends{first, last};
  return base::digest(std::span<const Token>(ends));
}

Content CountUp::content(std::span<const Token> prompt) const {
  const auto [first, last] = ends_of(prompt);
  Content content{std::string(list_content), {}};
  for (int number = first; number <= last; ++number)
    content.words.push_back(std::to_string(number));
  return content;
}

int CountUp::answer_limit(std::span<const Token> prompt) const {
  const auto [first, last] = ends_of(prompt);
  return last - first + 2;
}

double CountUp::chance(int difficulty) const {
  require_difficulty(*this, difficulty);
  return 1.0 / (config_.numbers - difficulty + 1);
}

std::map<std::string, int> CountUp::facets(const Example& example) const {
  const auto [first, last] = ends_of(example.prompt);
  return {{"length", last - first + 1}, {"start", first}};
}

}  // namespace tasks::lists
