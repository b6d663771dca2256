#include <fmt/format.h>

#include <set>

#include "lab/coverage/fragments.h"

namespace lab::coverage {
namespace {

std::string number_or(const std::optional<std::int64_t>& number, const char* otherwise) {
  return number ? fmt::format("{}", *number) : otherwise;
}

/// "4 .. 9", "1000 and more".
std::string times_label(std::size_t bucket) {
  const std::int64_t low = times_shown[bucket];
  if (bucket + 1 == times_shown.size()) return fmt::format("{}+", low);
  const std::int64_t high = times_shown[bucket + 1] - 1;
  return low == high ? fmt::format("{}", low) : fmt::format("{}-{}", low, high);
}

std::string kinds_text(const FragmentReport& report) {
  std::string text = fmt::format("{:>10}  {:12}{:>10}{:>10}{:>10}{:>10}", "", "pieces", "possible",
                                 "allowed", "seen", "by all");
  for (std::size_t i = 0; i < times_shown.size(); ++i) text += fmt::format("{:>9}", times_label(i));
  text += "   so many are shown so often\n";
  for (const FragmentCoverage& row : report.kinds) {
    if (row.possible == 0) continue;  // not at these difficulties
    text += fmt::format(
        "{:>10}  {:12}{:>10}{:>10}{:>10}{:>10}", "", row.kind, number_or(row.possible, "many"),
        row.has_rule ? number_or(row.allowed, "a share") : "all", row.seen, row.seen_all);
    for (const std::int64_t times : times_shown) {
      text += fmt::format("{:9}", row.times.contains(times) ? row.times.at(times) : 0);
    }
    text += '\n';
  }
  return text;
}

constexpr std::size_t shown_often = 4;  ///< the place of 10 times in covered_at
static_assert(covered_at[shown_often] == 10);

/// Kinds with a rule; if there is none, those that some question has too rarely.
std::set<std::string> kinds_to_tell(const FragmentReport& report) {
  std::set<std::string> kinds;
  for (const FragmentCoverage& row : report.kinds) {
    if (row.has_rule) kinds.insert(row.kind);
  }
  if (!kinds.empty()) return kinds;
  for (const CoveredQuestions& row : report.questions) {
    if (row.covered[shown_often] < row.questions) kinds.insert(row.kind);
  }
  return kinds;
}

std::string questions_text(const FragmentReport& report) {
  const std::set<std::string> told = kinds_to_tell(report);
  std::string text;
  if (!told.empty()) {
    text = fmt::format("{:>10}  {:10}{:12}{:>10}", "difficulty", "pool", "pieces", "looked at");
    for (const std::int64_t k : covered_at) text += fmt::format("{:>9}", fmt::format("k={}", k));
    text += "   training shows each k times or more\n";
  }
  for (const CoveredQuestions& row : report.questions) {
    if (!told.contains(row.kind)) continue;
    text += fmt::format("{:10}  {:10}{:12}{:10}", row.difficulty, tasks::name(row.pool), row.kind,
                        row.questions);
    for (const std::int64_t covered : row.covered) {
      const double share = static_cast<double>(covered) / static_cast<double>(row.questions);
      text += fmt::format("{:8.1f}%", 100 * share);
    }
    text += '\n';
  }
  return text;
}

std::string balance_text(const FragmentReport& report) {
  std::string text =
      fmt::format("{:>10}  {:24}{:>12}{:>12}\n", "difficulty", "mean of", "covered", "uncovered");
  for (const FacetBalance& row : report.balance) {
    text += fmt::format("{:10}  {:24}{:12.4g}{:12.4g}\n", row.difficulty, row.facet, row.covered,
                        row.uncovered);
  }
  return text;
}

}  // namespace

std::string fragments_text(const FragmentReport& report) {
  if (report.kinds.empty()) return "";
  std::string text = kinds_text(report) + questions_text(report);
  if (!report.balance.empty()) text += balance_text(report);
  return text;
}

}  // namespace lab::coverage
