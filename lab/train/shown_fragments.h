#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "lab/train/lesson.h"
#include "lab/train/mixture.h"
#include "lab/train/shown_examples.h"

namespace lab::train {

/// How often training shows each piece that questions are made of (tasks::Fragments). Parts speak
/// of the same piece if its kind and its text are the same.
class ShownFragments {
 public:
  explicit ShownFragments(const Lesson& lesson);

  /// Counts the pieces of an example that a part trains on.
  void add(std::size_t part, const tasks::Example& example);

  using Counts = std::unordered_map<tasks::Fragment, std::int64_t>;

  /// What the part's own training shows.
  const Counts& by_part(std::size_t part, std::size_t kind) const { return counts_[part][kind]; }

  /// The same with what the others show: of each piece of the part that any of them does. Promise:
  /// nothing is added any more.
  Counts by_all(std::size_t part, std::size_t kind) const;

 private:
  const Lesson& lesson_;
  std::vector<std::vector<Counts>> counts_;  ///< of each part and kind
};

/// All of a run's examples counted, `most` of its stream.
ShownFragments fragments_shown(const Lesson& lesson, std::int64_t most);

/// These facets of questions of the main task. Counts all that training shows, when it is made.
class UnseenFacets {
 public:
  /// `facets`: names of any facets; what is no such facet is not looked at.
  UnseenFacets(const Lesson& lesson, std::span<const std::string> facets);

  std::map<std::string, int> of(std::span<const tasks::Token> prompt) const;

 private:
  const tasks::Fragments* fragments_;
  std::map<std::size_t, ShownFragments::Counts> shown_;  ///< by the kinds that are named
};

}  // namespace lab::train
