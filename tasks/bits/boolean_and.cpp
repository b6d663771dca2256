#include "tasks/bits/boolean_and.h"

#include <algorithm>

#include "base/error.h"

namespace tasks::bits {
namespace {

enum : Token { zero, one, equals, end, boolean_and, blank };  // ids: order of the vocabulary below

int count_of(Token token, std::span<const Token> places) {
  return static_cast<int>(std::ranges::count(places, token));
}

}  // namespace

std::vector<Introduction<BooleanAndConfig>> BooleanAnd::introductions() {
  return {{"boolean_and",
           "are all bits one?",
           "The prompt is 20 places: 1, 0 or blank (_). The answer is 0 if there is a 0, else 1,\n"
           "then the end token. The places after the first `difficulty` always hold 1, so that\n"
           "training at 15 never shows a 0 in the last five.",
           "<boolean_and> 1 _ 1 0 1 1 _ 1 1 1 1 1 1 1 1 1 1 1 1 1 =",
           "0 .",
           {}}};
}

BooleanAnd::BooleanAnd(const BooleanAndConfig& config)
    : config_(config),
      vocabulary_({"0", "1", "=", std::string(end_token), "<boolean_and>", "_"}),
      fragments_(made_fragments()) {
  base::require(config.places >= 1, "places: must be >= 1, got ", config.places);
}

SimpleFragments BooleanAnd::made_fragments() const {
  const auto place = [this](std::span<const Token> prompt) {
    const auto places = places_of(prompt);
    const auto zero_at = std::ranges::find(places, Token{zero});
    return zero_at == places.end() ? 0 : zero_at - places.begin() + 1;
  };
  return SimpleFragments(
      {{{"zero_place", "where the zero is; 0: there is none"},
        [place](std::span<const Token> prompt) {
          return std::vector<Fragment>{fragment_of(place(prompt))};
        },
        [](Range difficulties) { return single_fragments(0, difficulties.high); },
        [](Fragment fragment) { return std::to_string(numbers_of(fragment)[0]); },
        {},
        [](Fragment fragment) { return numbers_of(fragment)[0] == 0 ? 1 : 0; }}},
      [place](std::span<const Token> prompt) {
        return std::vector<int>{place(prompt) == 0 ? 1 : 0};
      });
}

std::span<const Token> BooleanAnd::places_of(std::span<const Token> prompt) const {
  const auto may_stand = [](Token token) {
    return token == zero || token == one || token == blank;
  };
  const bool framed = std::ssize(prompt) == config_.places + 2 && prompt.front() == boolean_and &&
                      prompt.back() == equals;
  const auto places = framed ? prompt.subspan(1, prompt.size() - 2) : std::span<const Token>();
  if (!framed || !std::ranges::all_of(places, may_stand)) {
    require_prompt(
        false, *this, prompt,
        base::concat("<boolean_and> 1 _ 0 ... 1 =` with ", config_.places, " places before `="));
  }
  return places;
}

Example BooleanAnd::sample(int difficulty, base::Random& random) const {
  require_difficulty(*this, difficulty);
  Example example{{boolean_and}, {one, end}, difficulty};
  for (int i = 0; i < config_.places; ++i) {
    const bool is_blank = i < difficulty && random.below(4) == 0;
    example.prompt.push_back(is_blank ? blank : one);
  }
  example.prompt.push_back(equals);
  if (random.below(2) == 0) {
    example.prompt[1 + static_cast<std::size_t>(random.below(difficulty))] = zero;
    example.answer[0] = zero;
  }
  return example;
}

bool BooleanAnd::solves(std::span<const Token> prompt, std::span<const Token> answer) const {
  const Token expected = count_of(zero, places_of(prompt)) > 0 ? zero : one;
  return answer.size() == 2 && answer[0] == expected && answer[1] == end;
}

std::uint64_t BooleanAnd::question_key(std::span<const Token> prompt) const {
  return base::digest(places_of(prompt));
}

Content BooleanAnd::content(std::span<const Token> prompt) const {
  return {std::string(bits_content), words_of(vocabulary_, places_of(prompt))};
}

int BooleanAnd::answer_limit(std::span<const Token> /*prompt*/) const { return 2; }

double BooleanAnd::chance(int difficulty) const {
  require_difficulty(*this, difficulty);
  return 0.5;
}

std::map<std::string, int> BooleanAnd::facets(const Example& example) const {
  const auto places = places_of(example.prompt);
  const auto first_zero = std::ranges::find(places, Token{zero}) - places.begin();
  const int zeros = count_of(zero, places);
  return {{"length", example.difficulty},
          {"zeros", zeros},
          {"blanks", count_of(blank, places)},
          {"zero_place", zeros == 0 ? 0 : static_cast<int>(first_zero) + 1}};
}

}  // namespace tasks::bits
