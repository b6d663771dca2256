#include "tasks/bits/bit_fragments.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"
#include "tasks/allowed.h"

namespace tasks::bits {
namespace {

enum : std::size_t { ones, place };  // the places of the kinds

class PlacesSampler final : public FragmentSampler {
 public:
  PlacesSampler(const AllowedFragments& allowed, BitFragments::Bits bits,
                BitFragments::Question question)
      : allowed_(allowed), bits_(std::move(bits)), question_(std::move(question)) {}

  std::optional<Example> allowed(int difficulty, base::Random& random) const override {
    std::vector<Token> bits = random_bits(difficulty, random);
    for (int i = 0; i < difficulty; ++i) {
      if (!allowed_.allows(place, fragment_of(i + 1))) bits[static_cast<std::size_t>(i)] = 0;
    }
    return question_(bits, random);
  }

  Example like(std::span<const Token> prompt, base::Random& random) const override {
    return question_(random_bits(static_cast<int>(bits_(prompt).size()), random), random);
  }

 private:
  AllowedFragments allowed_;
  BitFragments::Bits bits_;
  BitFragments::Question question_;
};

}  // namespace

int ones_in(std::span<const Token> bits) {
  return static_cast<int>(std::ranges::count(bits, Token{1}));
}

std::vector<Token> random_bits(int length, base::Random& random) {
  std::vector<Token> bits(static_cast<std::size_t>(length));
  for (Token& bit : bits) bit = random.below(2) == 0 ? 0 : 1;
  return bits;
}

std::span<const FragmentKind> BitFragments::kinds() const {
  static constexpr std::array kinds{
      FragmentKind{"ones", "how many bits are 1, of how many there are"},
      FragmentKind{"place", "a place that holds a 1"}};
  return kinds;
}

std::vector<Fragment> BitFragments::in(std::size_t kind, std::span<const Token> prompt) const {
  const std::vector<Token> bits = bits_(prompt);
  if (kind == ones) return {fragment_of(std::ssize(bits), ones_in(bits))};
  std::vector<Fragment> places;
  for (std::int64_t i = 0; i < std::ssize(bits); ++i) {
    if (bits[static_cast<std::size_t>(i)] == 1) places.push_back(fragment_of(i + 1));
  }
  return places;
}

std::optional<std::vector<Fragment>> BitFragments::possible(std::size_t kind,
                                                            Range difficulties) const {
  if (kind == place) return single_fragments(1, difficulties.high);
  std::vector<Fragment> numbers;
  for (int length = difficulties.low; length <= difficulties.high; ++length) {
    if (std::ssize(numbers) > most_listed) return std::nullopt;
    for (int number = 0; number <= length; ++number) {
      numbers.push_back(fragment_of(length, number));
    }
  }
  return numbers;
}

std::string BitFragments::text(std::size_t kind, Fragment fragment) const {
  const auto [first, second, none] = numbers_of(fragment);
  return kind == place ? base::concat(first) : base::concat(second, " of ", first);
}

int BitFragments::group(std::size_t kind, Fragment fragment) const {
  if (kind == place) return 0;
  constexpr int answers = 2;
  const auto [length, number, none] = numbers_of(fragment);
  return answers * length + answer_(length, number);
}

std::vector<int> BitFragments::shape(std::span<const Token> prompt) const {
  const std::vector<Token> bits = bits_(prompt);
  return {answer_(static_cast<int>(bits.size()), ones_in(bits))};
}

std::unique_ptr<const FragmentSampler> BitFragments::sampler(
    const AllowedFragments& allowed) const {
  if (!allowed.restricts(place)) return nullptr;
  return std::make_unique<PlacesSampler>(allowed, bits_, question_);
}

}  // namespace tasks::bits
