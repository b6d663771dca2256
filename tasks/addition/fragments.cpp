#include <algorithm>

#include "base/error.h"
#include "tasks/addition/addition.h"

// Pieces that sums are made of: two digits and a carry.

namespace tasks::addition {
namespace {

constexpr int ten = 10;

/// Two digits and the carry they are given, whichever number has which.
int step_of(int a, int b, int carry) { return (std::min(a, b) * ten + std::max(a, b)) * 2 + carry; }

std::vector<int> all_steps() {
  std::vector<int> steps;
  for (int a = 0; a < ten; ++a) {
    for (int b = a; b < ten; ++b) steps.insert(steps.end(), {step_of(a, b, 0), step_of(a, b, 1)});
  }
  return steps;
}

/// The lowest place has no carry.
std::vector<Fragment> possible_at(Range lengths) {
  std::vector<Fragment> fragments;
  for (int place = 1; place <= lengths.high; ++place) {
    for (const int step : all_steps()) {
      if (place > 1 || step % 2 == 0) fragments.push_back(fragment_of(place, step));
    }
  }
  return fragments;
}

std::string text_of(int step) {
  const std::string_view carried = step % 2 == 1 ? " carry 1" : "";
  return base::concat(step / 2 / ten, " + ", step / 2 % ten, carried);
}

}  // namespace

/// From the lowest place up, without the place of the padding.
std::vector<int> Addition::steps_in(std::span<const Token> prompt) const {
  const auto [a, b, start] = operands_of(prompt);
  std::vector<int> steps;
  int carry = 0;
  for (std::size_t i = a.size(); i-- > 1;) {
    steps.push_back(step_of(a[i], b[i], carry));
    carry = (a[i] + b[i] + carry) / ten;
  }
  return steps;
}

SimpleFragments Addition::made_fragments() const {
  const auto anywhere = [this](std::span<const Token> prompt) {
    const std::vector<int> steps = steps_in(prompt);
    return std::vector<Fragment>(steps.begin(), steps.end());
  };
  const auto at_place = [this](std::span<const Token> prompt) {
    std::vector<Fragment> fragments;
    for (const int step : steps_in(prompt)) {
      fragments.push_back(fragment_of(std::ssize(fragments) + 1, step));
    }
    return fragments;
  };
  const auto carries = [this](std::span<const Token> prompt) {
    return std::vector<int>{facets({{prompt.begin(), prompt.end()}, {}, 0}).at("carries")};
  };
  return SimpleFragments(
      {{{"digits", "two digits and the carry they are given"},
        anywhere,
        [](Range) {
          const std::vector<int> steps = all_steps();
          return std::vector<Fragment>(steps.begin(), steps.end());
        },
        [](Fragment one) { return text_of(static_cast<int>(one)); },
        [](Fragment one) {
          return std::vector<Token>{static_cast<int>(one) / 2 / ten,
                                    static_cast<int>(one) / 2 % ten};
        }},
       {{"digits_at", "two digits and the carry they are given, at a place from the lowest, 1, up"},
        at_place,
        possible_at,
        [](Fragment one) {
          return base::concat(text_of(numbers_of(one)[1]), " at ", numbers_of(one)[0]);
        },
        {},
        [](Fragment one) { return numbers_of(one)[0]; }}},
      carries);
}

}  // namespace tasks::addition
