#include "tasks/bits/majority.h"

#include <algorithm>
#include <cstdlib>

#include "base/error.h"

namespace tasks::bits {
namespace {

enum : Token { zero, one, equals, end, majority };  // ids: the order of the vocabulary below

/// The bits of "<majority> bits =".
std::span<const Token> bits_of(const Majority& task, std::span<const Token> prompt) {
  const auto is_bit = [](Token token) { return token == zero || token == one; };
  const bool framed = prompt.size() >= 3 && prompt.front() == majority && prompt.back() == equals;
  const auto bits = framed ? prompt.subspan(1, prompt.size() - 2) : std::span<const Token>();
  require_prompt(framed && std::ranges::all_of(bits, is_bit), task, prompt, "<majority> 1 0 1 1 =");
  return bits;
}

}  // namespace

std::vector<Introduction<MajorityConfig>> Majority::introductions() {
  return {
      {"majority",
       "are there more ones than zeros?",
       "The prompt is a row of bits. The answer is 1 if more of them are 1 than 0, else 0, then\n"
       "the end token.",
       "<majority> 1 0 1 1 =",
       "1 .",
       {}}};
}

Majority::Majority(const MajorityConfig& config)
    : config_(config),
      vocabulary_({"0", "1", "=", std::string(end_token), "<majority>"}),
      fragments_(
          [this](std::span<const Token> prompt) {
            const auto bits = bits_of(*this, prompt);
            return std::vector<Token>(bits.begin(), bits.end());
          },
          [this](const std::vector<Token>& bits, base::Random& /*random*/) { return asked(bits); },
          [](int length, int ones) { return 2 * ones > length ? 1 : 0; }) {
  base::require(config.max_bits >= 1, "max_bits: must be >= 1, got ", config.max_bits);
}

Example Majority::sample(int difficulty, base::Random& random) const {
  require_difficulty(*this, difficulty);
  return asked(random_bits(difficulty, random));
}

Example Majority::asked(const std::vector<Token>& bits) const {
  Example example{{majority}, {}, static_cast<int>(bits.size())};
  int lead = 0;  // ones less zeros so far
  for (const Token bit : bits) {
    example.prompt.push_back(bit);
    lead += bit == one ? 1 : -1;
  }
  example.prompt.push_back(equals);
  example.answer = {lead > 0 ? one : zero, end};
  return example;
}

bool Majority::solves(std::span<const Token> prompt, std::span<const Token> answer) const {
  const auto bits = bits_of(*this, prompt);
  const auto ones = std::ranges::count(bits, Token{one});
  return answer.size() == 2 && answer[0] == (2 * ones > std::ssize(bits) ? one : zero) &&
         answer[1] == end;
}

std::uint64_t Majority::question_key(std::span<const Token> prompt) const {
  return base::digest(bits_of(*this, prompt));
}

Content Majority::content(std::span<const Token> prompt) const {
  return {std::string(bits_content), words_of(vocabulary_, bits_of(*this, prompt))};
}

int Majority::answer_limit(std::span<const Token> /*prompt*/) const { return 2; }

double Majority::chance(int difficulty) const {
  require_difficulty(*this, difficulty);
  if (difficulty % 2 == 1) return 0.5;
  double tie = 1;  // C(2m, m) 4^-m is the product of (2i - 1) / 2i
  for (int i = 1; i <= difficulty / 2; ++i) tie *= (2.0 * i - 1) / (2.0 * i);
  return (1 + tie) / 2;
}

std::map<std::string, int> Majority::facets(const Example& example) const {
  const auto bits = bits_of(*this, example.prompt);
  const auto length = static_cast<int>(bits.size());
  const auto ones = static_cast<int>(std::ranges::count(bits, Token{one}));
  return {{"length", length}, {"ones", ones}, {"margin", std::abs(2 * ones - length)}};
}

}  // namespace tasks::bits
