#include "base/names.h"

#include <algorithm>

#include "base/text.h"

namespace base {
namespace {

/// Letters to insert, delete, replace, or swap with their neighbour, to make `b` of `a` (optimal
/// string alignment distance).
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> two_back(b.size() + 1), back(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    two_back.swap(back);
    back.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = back[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({back[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], two_back[j - 2] + 1);
    }
  }
  return row[b.size()];
}

/// The shortest candidate that begins with a word of three letters or more, or "".
std::string shortest_that_begins(std::string_view word, std::span<const std::string> candidates) {
  constexpr std::size_t fewest_letters = 3;
  std::string found;
  for (const std::string& candidate : candidates) {
    if (word.size() < fewest_letters || !candidate.starts_with(word)) continue;
    if (found.empty() || candidate.size() < found.size()) found = candidate;
  }
  return found;
}

}  // namespace

std::string nearest(std::string_view word, std::span<const std::string> candidates) {
  const std::size_t limit = std::max<std::size_t>(2, word.size() / 3);
  std::string best = shortest_that_begins(word, candidates);
  if (!best.empty()) return best;
  std::size_t best_distance = limit + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    const bool shares_letters = distance < std::max(word.size(), candidate.size());
    if (distance < best_distance && (shares_letters || distance == 0)) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates) {
  const std::string candidate = nearest(word, candidates);
  return candidate.empty() ? "" : " (did you mean `" + candidate + "`?)";
}

std::string did_you_mean_or_all(std::string_view word, std::span<const std::string> candidates) {
  const std::string near = did_you_mean(word, candidates);
  return near.empty() && !candidates.empty() ? "; there are " + joined(candidates) : near;
}

}  // namespace base
