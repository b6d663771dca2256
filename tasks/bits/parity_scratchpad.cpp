#include "tasks/bits/parity_scratchpad.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace tasks::bits {
namespace {

/// Ids: the order of the vocabulary below. The bits are those of `parity`, for equal keys.
enum : Token { zero, one, equals, end, parity, even, odd, first_mark };

MarkTokens marks_of(const ParityScratchpadConfig& config) {
  base::require(config.max_bits >= 1, "max_bits: must be >= 1, got ", config.max_bits);
  return {first_mark, config.hints == IndexMarks::on ? config.max_bits : 0};
}

Vocabulary vocabulary_with(const MarkTokens& marks) {
  std::vector<std::string> names{"0", "1", "=", std::string(end_token), "<parity_scratchpad>",
                                 "+", "-"};
  append_names(marks, names);
  return Vocabulary(std::move(names));
}

}  // namespace

std::vector<Introduction<ParityScratchpadConfig>> ParityScratchpad::introductions() {
  return {{"parity_scratchpad",
           "is the number of ones odd? answered step by step, with index hints",
           "The prompt is a row of bits with a hint before each, a run h37 h38 ... from a random\n"
           "start. The answer begins with +, then gives for every one its hint and the parity of\n"
           "the ones so far, + for even and - for odd, then the end token.",
           "<parity_scratchpad> h37 0 h38 1 h39 1 h40 0 h41 1 =",
           "+ h38 - h39 + h41 - .",
           {}}};
}

ParityScratchpad::ParityScratchpad(const ParityScratchpadConfig& config)
    : config_(config),
      marks_(marks_of(config)),
      vocabulary_(vocabulary_with(marks_)),
      fragments_(made_fragments()) {}

BitFragments ParityScratchpad::made_fragments() const {
  return {[this](std::span<const Token> prompt) { return bits_of(prompt).items; },
          [this](const std::vector<Token>& bits, base::Random& random) {
            return asked(random_start(marks_, random), bits);
          },
          [](int /*length*/, int ones) { return ones % 2; }};
}

MarkedItems ParityScratchpad::bits_of(std::span<const Token> prompt) const {
  const auto is_bit = [](Token token) { return token == zero || token == one; };
  auto bits = items_between(parity, equals, marks_, prompt);
  require_prompt(
      bits && std::ranges::all_of(bits->items, is_bit), *this, prompt,
      marks_.on() ? "<parity_scratchpad> h3 1 h4 0 h5 1 =" : "<parity_scratchpad> 1 0 1 =");
  return *std::move(bits);
}

Example ParityScratchpad::sample(int difficulty, base::Random& random) const {
  require_difficulty(*this, difficulty);
  const Token start = random_start(marks_, random);
  return asked(start, random_bits(difficulty, random));
}

Example ParityScratchpad::asked(Token start, const std::vector<Token>& bits) const {
  Example example{{parity}, {even}, static_cast<int>(bits.size())};
  for (int i = 0; i < std::ssize(bits); ++i) {
    const Token bit = bits[static_cast<std::size_t>(i)];
    if (marks_.on()) example.prompt.push_back(marks_.after(start, i));
    example.prompt.push_back(bit);
    if (bit == zero) continue;
    const Token flipped = example.answer.back() == even ? odd : even;
    if (marks_.on()) example.answer.push_back(marks_.after(start, i));
    example.answer.push_back(flipped);
  }
  example.prompt.push_back(equals);
  example.answer.push_back(end);
  return example;
}

bool ParityScratchpad::solves(std::span<const Token> prompt, std::span<const Token> answer) const {
  const MarkedItems bits = bits_of(prompt);
  const std::size_t step = marks_.on() ? 2 : 1;
  if (answer.size() != 2 + step * static_cast<std::size_t>(ones_in(bits.items))) return false;
  if (answer.front() != even || answer.back() != end) return false;
  int seen = 0;  // ones so far; step number `seen` of the answer is about the last of them
  for (std::int64_t i = 0; i < std::ssize(bits.items); ++i) {
    if (bits.items[static_cast<std::size_t>(i)] == zero) continue;
    const std::size_t sign = step * static_cast<std::size_t>(++seen);
    if (answer[sign] != (seen % 2 == 0 ? even : odd)) return false;
    if (marks_.on() && answer[sign - 1] != marks_.after(bits.start, i)) return false;
  }
  return true;
}

std::uint64_t ParityScratchpad::question_key(std::span<const Token> prompt) const {
  return base::digest(std::span<const Token>(bits_of(prompt).items));
}

Content ParityScratchpad::content(std::span<const Token> prompt) const {
  return {std::string(bits_content), words_of(vocabulary_, bits_of(prompt).items)};
}

int ParityScratchpad::answer_limit(std::span<const Token> prompt) const {
  const auto bits = static_cast<int>(bits_of(prompt).items.size());
  return 2 + (marks_.on() ? 2 : 1) * bits;  // as if all were one: the limit gives none of them away
}

double ParityScratchpad::chance(int difficulty) const {
  require_difficulty(*this, difficulty);
  if (marks_.on()) return std::pow(0.5, difficulty);
  double likeliest = 1;  // C(2m, m) 4^-m is the product of (2i - 1) / 2i; an odd n is as n + 1
  for (int i = 1; i <= (difficulty + 1) / 2; ++i) likeliest *= (2.0 * i - 1) / (2.0 * i);
  return likeliest;
}

std::map<std::string, int> ParityScratchpad::facets(const Example& example) const {
  const std::vector<Token> bits = bits_of(example.prompt).items;
  return {{"length", static_cast<int>(bits.size())}, {"ones", ones_in(bits)}};
}

}  // namespace tasks::bits
