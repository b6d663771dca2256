#include "lab/train/shown_fragments.h"

#include <algorithm>
#include <limits>
#include <set>

namespace lab::train {

ShownFragments::ShownFragments(const Lesson& lesson) : lesson_(lesson) {
  for (std::size_t part = 0; part < lesson.mixture.size(); ++part) {
    counts_.emplace_back(fragment_kinds(lesson.mixture.task(part)).size());
  }
}

void ShownFragments::add(std::size_t part, const tasks::Example& example) {
  const tasks::Fragments* fragments = lesson_.mixture.task(part).fragments();
  for (std::size_t kind = 0; kind < counts_[part].size(); ++kind) {
    for (const tasks::Fragment one : fragments->in(kind, example.prompt))
      ++counts_[part][kind][one];
  }
}

ShownFragments::Counts ShownFragments::by_all(std::size_t part, std::size_t kind) const {
  Counts counts = by_part(part, kind);
  const tasks::Fragments& own = *lesson_.mixture.task(part).fragments();
  std::unordered_map<std::string, tasks::Fragment> own_by_text;
  for (std::size_t other = 0; other < counts_.size(); ++other) {
    const auto kinds = fragment_kinds(lesson_.mixture.task(other));
    const auto same = std::ranges::find(kinds, own.kinds()[kind].name, &tasks::FragmentKind::name);
    if (other == part || same == kinds.end() || !lesson_.mixture.part(other).is_trained()) continue;
    if (own_by_text.empty()) {
      const auto difficulties = lesson_.mixture.task(part).difficulties();
      for (const tasks::Fragment one :
           own.possible(kind, difficulties).value_or(std::vector<tasks::Fragment>{})) {
        own_by_text.emplace(own.text(kind, one), one);
      }
    }
    const auto place = static_cast<std::size_t>(same - kinds.begin());
    for (const auto& [fragment, count] : counts_[other][place]) {
      const auto text = lesson_.mixture.task(other).fragments()->text(place, fragment);
      const auto found = own_by_text.find(text);
      if (found != own_by_text.end()) counts[found->second] += count;
    }
  }
  return counts;
}

ShownFragments fragments_shown(const Lesson& lesson, std::int64_t most) {
  ShownFragments shown(lesson);
  for_each_shown(lesson, most, [&](const ShownAt& at, const tasks::Example& example) {
    shown.add(at.part, example);
  });
  return shown;
}

UnseenFacets::UnseenFacets(const Lesson& lesson, std::span<const std::string> facets)
    : fragments_(lesson.mixture.task(0).fragments()) {
  const auto kinds = fragment_kinds(lesson.mixture.task(0));
  std::set<std::size_t> named;
  for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
    if (std::ranges::count(facets, unseen_facet(kinds[kind])) > 0) named.insert(kind);
  }
  if (named.empty()) return;
  const ShownFragments shown = fragments_shown(lesson, std::numeric_limits<std::int64_t>::max());
  for (const std::size_t kind : named) shown_[kind] = shown.by_all(0, kind);
}

std::map<std::string, int> UnseenFacets::of(std::span<const tasks::Token> prompt) const {
  std::map<std::string, int> facets;
  for (const auto& [kind, counts] : shown_) {
    const std::vector<tasks::Fragment> all = fragments_->in(kind, prompt);
    const std::set<tasks::Fragment> different(all.begin(), all.end());
    facets[unseen_facet(fragments_->kinds()[kind])] = static_cast<int>(std::ranges::count_if(
        different, [&](tasks::Fragment one) { return !counts.contains(one); }));
  }
  return facets;
}

}  // namespace lab::train
