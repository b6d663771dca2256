#include "tasks/bits/parity.h"

#include <algorithm>

#include "base/error.h"

namespace tasks::bits {
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

std::vector<Introduction<ParityConfig>> Parity::introductions() {
  return {
      {"parity",
       "is the number of ones odd?",
       "The prompt is a row of bits. The answer is 1 if the number of ones is odd, else 0, then\n"
       "the end token.",
       "<parity> 1 0 1 1 =",
       "1 .",
       {}}};
}

Parity::Parity(const ParityConfig& config)
    : config_(config),
      vocabulary_({"0", "1", "=", std::string(end_token), "<parity>"}),
      fragments_(
          [this](std::span<const Token> prompt) {
            const auto bits = bits_of(*this, prompt);
            return std::vector<Token>(bits.begin(), bits.end());
          },
          [this](const std::vector<Token>& bits, base::Random& /*random*/) { return asked(bits); },
          [](int /*length*/, int ones) { return ones % 2; }) {
  base::require(config.max_bits >= 1, "max_bits: must be >= 1, got ", config.max_bits);
}

Example Parity::sample(int difficulty, base::Random& random) const {
  require_difficulty(*this, difficulty);
  return asked(random_bits(difficulty, random));
}

Example Parity::asked(const std::vector<Token>& bits) const {
  Example example{{parity}, {zero, end}, static_cast<int>(bits.size())};
  for (const Token bit : bits) {
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

Content Parity::content(std::span<const Token> prompt) const {
  return {std::string(bits_content), words_of(vocabulary_, bits_of(*this, prompt))};
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

Annotation Parity::annotation(const Example& example) const {
  const auto bits = bits_of(*this, example.prompt);
  const int equals_row = static_cast<int>(bits.size()) + 1;
  Annotation all;
  all.roles.assign(bits.size() + 1, "bit");
  all.roles.front() = "task";
  all.roles.insert(all.roles.end(), {"equals", "answer"});
  RowLink ones{"ones", equals_row, {}};
  int running = 0;
  for (int row = 1; row < equals_row; ++row) {
    const Token bit = bits[static_cast<std::size_t>(row) - 1];
    running ^= bit;
    all.numbers.push_back({"running_parity", row, running});
    if (bit == one) ones.to.push_back(row);
  }
  all.numbers.push_back({"running_parity", equals_row, running});
  all.tokens.push_back({"answer", equals_row, running == 0 ? zero : one});
  if (!ones.to.empty()) all.links.push_back(std::move(ones));
  return all;
}

std::optional<Counterfactual> Parity::counterfactual(const Example& example,
                                                     base::Random& random) const {
  const auto bits = bits_of(*this, example.prompt);
  const int equals_row = static_cast<int>(bits.size()) + 1;
  const int row = 1 + static_cast<int>(random.below(std::ssize(bits)));
  Counterfactual pair{example.prompt, example.prompt, example.answer[0], 1 - example.answer[0], {}};
  Token& bit = pair.changed[static_cast<std::size_t>(row)];
  bit = bit == zero ? one : zero;
  pair.places = {{"changed bit", {row}}, {"equals", {equals_row}}};
  Place others{"other bits", {}};
  for (int other = 1; other < equals_row; ++other) {
    if (other != row) others.rows.push_back(other);
  }
  if (!others.rows.empty()) pair.places.push_back(std::move(others));
  return pair;
}

}  // namespace tasks::bits
