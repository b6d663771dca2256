#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tasks {

/// A piece that questions are made of: a number that its task reads (Fragments in fragments.h).
using Fragment = std::int64_t;

/// Up to three small numbers as one. Promise: each is in 0 .. 2^21 - 1.
constexpr Fragment fragment_of(std::int64_t first, std::int64_t second = 0,
                               std::int64_t third = 0) {
  return (first << 42) | (second << 21) | third;
}

/// The numbers that fragment_of() was given.
constexpr std::array<int, 3> numbers_of(Fragment fragment) {
  constexpr std::int64_t mask = (1 << 21) - 1;
  return {static_cast<int>(fragment >> 42), static_cast<int>((fragment >> 21) & mask),
          static_cast<int>(fragment & mask)};
}

/// A kind of pieces that a task's questions are made of.
struct FragmentKind {
  std::string_view name;     ///< as specs say it: "neighbours"
  std::string_view meaning;  ///< "two different values that are neighbours in the sorted list"
};

/// What training may show of the fragments of one kind.
struct CoverageRule {
  std::string fragment;    ///< the kind's name; "question": the question itself
  double share = 1;        ///< of the kind's fragments that training may show, in (0, 1]
  std::uint64_t seed = 0;  ///< of which these are; a smaller share is part of a larger one
  int at_least = 1;  ///< how often training must show a fragment for its questions to count as in
                     ///< distribution; of tasks whose questions are listed
};

template <typename Visit>
void each_field(CoverageRule& rule, const Visit& visit) {
  visit("fragment", rule.fragment);
  visit("share", rule.share);
  visit("seed", rule.seed);
  visit("at_least", rule.at_least);
}

/// The kind that every task has: each question is a fragment of its own, by its key. Leaving some
/// out is the control of leaving out pieces.
inline constexpr std::string_view question_fragment = "question";

}  // namespace tasks
