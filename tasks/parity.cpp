#include "tasks/parity.h"

#include <algorithm>

#include "base/error.h"

namespace tasks {
namespace {

enum : Token { zero, one, equals, end, parity };  // ids: the order of the vocabulary below

/// The bits of "<parity> bits =".
std::span<const Token> bits_of(const Parity& task, std::span<const Token> prompt) {
  const auto is_bit = [](Token token) { return token == zero || token == one; };
  const bool framed = prompt.size() >= 3 && prompt.front() == parity && prompt.back() == equals;
  const auto bits = framed ? prompt.subspan(1, prompt.size() - 2) : std::span<const Token>();
  require_prompt(framed && std::ranges::all_of(bits, is_bit), task, prompt, "<parity> 1 0 1 1 =");
  return bits;
}

}  // namespace

Parity::Parity(const ParityConfig& config)
    : config_(config), vocabulary_({"0", "1", "=", std::string(end_token), "<parity>"}) {
  base::require(config.max_bits >= 1, "max_bits: must be >= 1, got ", config.max_bits);
}

Example Parity::sample(int difficulty, base::Random& random) const {
  require_difficulty(*this, difficulty);
  Example example{{parity}, {zero, end}, difficulty};
  for (int i = 0; i < difficulty; ++i) {
    const Token bit = random.below(2) == 0 ? zero : one;
    example.prompt.push_back(bit);
    example.answer[0] ^= bit;
  }
  example.prompt.push_back(equals);
  return example;
}

bool Parity::solves(std::span<const Token> prompt, std::span<const Token> answer) const {
  const auto ones = std::ranges::count(bits_of(*this, prompt), Token{one});
  return answer.size() == 2 && answer[0] == (ones % 2 == 0 ? zero : one) && answer[1] == end;
}

std::uint64_t Parity::question_key(std::span<const Token> prompt) const {
  return base::digest(bits_of(*this, prompt));
}

int Parity::answer_limit(std::span<const Token> /*prompt*/) const { return 2; }

double Parity::chance(int difficulty) const {
  require_difficulty(*this, difficulty);
  return 0.5;
}

std::map<std::string, int> Parity::facets(const Example& example) const {
  const auto bits = bits_of(*this, example.prompt);
  return {{"length", static_cast<int>(bits.size())},
          {"ones", static_cast<int>(std::ranges::count(bits, Token{one}))}};
}

}  // namespace tasks
