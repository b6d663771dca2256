#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lab/train/shown_fragments.h"

namespace lab::coverage {

/// How often training shows the pieces of one kind.
struct FragmentCoverage {
  std::string kind;                      ///< "neighbours"
  std::optional<std::int64_t> possible;  ///< in questions of the difficulties trained on and asked;
                                         ///< nothing: too many to list
  bool has_rule = false;                 ///< that says what training may show
  std::optional<std::int64_t> allowed;   ///< of the possible ones, by the rule
  std::int64_t seen = 0;                 ///< different ones that the part's own training shows
  std::int64_t seen_all = 0;             ///< that it or another part's does
  /// How many are shown so often by all parts together, by the least of times_shown: the possible
  /// ones, or if these can't be listed those seen.
  std::map<std::int64_t, std::int64_t> times;
};

/// The number of times that FragmentCoverage::times counts from: 0, 1, 2, 3, 4 .. 9, 10 .. 99, ...
inline constexpr std::array<std::int64_t, 8> times_shown{0, 1, 2, 3, 4, 10, 100, 1000};

/// Of how many questions of a pool training shows all pieces of a kind k times or more.
struct CoveredQuestions {
  tasks::Pool pool = tasks::Pool::test;
  int difficulty = 0;
  std::string kind;
  std::int64_t questions = 0;         ///< looked at
  std::vector<std::int64_t> covered;  ///< at k of covered_at
};
inline constexpr std::array<std::int64_t, 6> covered_at{1, 2, 3, 4, 10, 100};

/// What questions that are covered and that are not have in common: the mean of a facet, and, as
/// "(most frequent answer)", the share of the answer that most have.
struct FacetBalance {
  int difficulty = 0;
  std::string facet;
  double covered = 0, uncovered = 0;
};

/// What training shows of the pieces that a part's questions are made of.
struct FragmentReport {
  std::vector<FragmentCoverage> kinds;
  std::vector<CoveredQuestions> questions;  ///< of all pools but train
  std::vector<FacetBalance> balance;        ///< of parts whose coverage is controlled
};

/// Of a part at these difficulties, `sample` questions of each pool at most.
FragmentReport fragment_report(const train::Lesson& lesson, std::size_t part,
                               const train::ShownFragments& shown,
                               const std::vector<int>& difficulties, std::int64_t sample);

/// For people.
std::string fragments_text(const FragmentReport& report);

}  // namespace lab::coverage
