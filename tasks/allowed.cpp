#include "tasks/allowed.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/error.h"
#include "tasks/names.h"

namespace tasks {
namespace {

void require_valid(const CoverageRule& rule) {
  base::require(rule.share > 0 && rule.share <= 1, "share: must be in (0, 1], got ", rule.share);
}

std::uint64_t drawn_bits(const CoverageRule& rule, std::uint64_t what) {
  return base::Random(rule.seed, base::concat("coverage ", rule.fragment), what).bits();
}

/// In the order drawn.
std::vector<Fragment> in_order(const CoverageRule& rule, const std::vector<Fragment>& possible) {
  std::vector<std::pair<std::uint64_t, Fragment>> order;
  for (const Fragment fragment : possible) {
    order.emplace_back(drawn_bits(rule, static_cast<std::uint64_t>(fragment)), fragment);
  }
  std::ranges::sort(order);
  std::vector<Fragment> fragments;
  for (const auto& [bits, fragment] : order) fragments.push_back(fragment);
  return fragments;
}

/// Of one group: what comes first for its tokens, then the rest.
struct Group {
  std::vector<Fragment> needed, others;
};

std::map<int, Group> grouped(const CoverageRule& rule, const FragmentChoice& choice) {
  std::map<int, Group> groups;
  std::unordered_set<Token> known;
  for (const Fragment fragment : in_order(rule, choice.possible)) {
    bool is_needed = false;
    for (const Token token : choice.tokens(fragment)) {
      is_needed = known.insert(token).second || is_needed;
    }
    Group& group = groups[choice.group(fragment)];
    (is_needed ? group.needed : group.others).push_back(fragment);
  }
  return groups;
}

std::vector<KindChoice> choices_of(const Fragments& fragments, Range difficulties) {
  std::vector<KindChoice> choices;
  for (std::size_t kind = 0; kind < fragments.kinds().size(); ++kind) {
    choices.push_back({fragments.kinds()[kind].name, std::nullopt});
    auto possible = fragments.possible(kind, difficulties);
    if (!possible) continue;
    choices.back().choice =
        FragmentChoice{*std::move(possible),
                       [&fragments, kind](Fragment one) { return fragments.tokens(kind, one); },
                       [&fragments, kind](Fragment one) { return fragments.group(kind, one); }};
  }
  return choices;
}

/// The place of the kind of this name.
std::size_t kind_named(std::span<const KindChoice> kinds, std::string_view name) {
  std::vector<std::string_view> names;
  for (const KindChoice& kind : kinds) names.push_back(kind.name);
  names.push_back(question_fragment);
  return position_named("fragment", name, names);
}

}  // namespace

std::unordered_set<Fragment> chosen_fragments(const CoverageRule& rule,
                                              const FragmentChoice& choice) {
  require_valid(rule);
  std::unordered_set<Fragment> chosen;
  for (auto& [id, group] : grouped(rule, choice)) {
    const auto size = static_cast<double>(group.needed.size() + group.others.size());
    const auto wanted = std::max<std::int64_t>(1, std::llround(rule.share * size));
    base::require(wanted >= std::ssize(group.needed), "share: must be at least ",
                  std::ceil(1000 * static_cast<double>(group.needed.size()) / size) / 1000,
                  " so that every token is in a fragment that is allowed, got ", rule.share);
    std::ranges::move(group.others, std::back_inserter(group.needed));
    chosen.insert(group.needed.begin(), group.needed.begin() + wanted);
  }
  return chosen;
}

bool is_drawn(const CoverageRule& rule, std::uint64_t what) {
  return static_cast<double>(drawn_bits(rule, what) >> 11) * 0x1p-53 < rule.share;
}

AllowedFragments::AllowedFragments(const Fragments& fragments, Range difficulties,
                                   std::span<const CoverageRule> rules)
    : AllowedFragments(choices_of(fragments, difficulties), rules) {}

AllowedFragments::AllowedFragments(std::span<const KindChoice> kinds,
                                   std::span<const CoverageRule> rules)
    : rules_(kinds.size()) {
  for (const CoverageRule& rule : rules) {
    require_valid(rule);
    if (rule.fragment == question_fragment) {
      base::require(!questions_, "fragment: ", rule.fragment, " has a rule already");
      questions_ = rule;
      continue;
    }
    const std::size_t kind = kind_named(kinds, rule.fragment);
    base::require(!rules_[kind], "fragment: ", rule.fragment, " has a rule already");
    rules_[kind] = Rule{rule, std::nullopt};
    if (kinds[kind].choice) rules_[kind]->listed = chosen_fragments(rule, *kinds[kind].choice);
  }
}

int AllowedFragments::wanted_uses(std::size_t kind) const {
  return restricts(kind) ? rules_[kind]->rule.at_least : 1;
}

bool AllowedFragments::allows(std::size_t kind, Fragment fragment) const {
  if (!restricts(kind)) return true;
  const Rule& rule = *rules_[kind];
  return rule.listed ? rule.listed->contains(fragment)
                     : is_drawn(rule.rule, static_cast<std::uint64_t>(fragment));
}

bool AllowedFragments::allows_question(std::uint64_t key) const {
  return !questions_ || is_drawn(*questions_, key);
}

bool AllowedFragments::allows(const Fragments& fragments, std::span<const Token> prompt,
                              std::uint64_t key) const {
  if (!allows_question(key)) return false;
  for (std::size_t kind = 0; kind < rules_.size(); ++kind) {
    if (!restricts(kind)) continue;
    for (const Fragment fragment : fragments.in(kind, prompt)) {
      if (!allows(kind, fragment)) return false;
    }
  }
  return true;
}

}  // namespace tasks
