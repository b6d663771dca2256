#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <unordered_set>
#include <vector>

#include "tasks/fragments.h"

namespace tasks {

/// What a choice of fragments hangs on beside the rule; see Fragments.
struct FragmentChoice {
  std::vector<Fragment> possible;
  std::function<std::vector<Token>(Fragment)> tokens;
  std::function<int(Fragment)> group;
};

/// round(share * size) of the fragments of each group, and one at least: first those that bring a
/// token that no other before them has, then the others, each in an order drawn from the rule's
/// seed. So a smaller share is part of a larger one, and no token is left out. Throws base::Error
/// "share: ..." with the smallest share if it is too small for that.
std::unordered_set<Fragment> chosen_fragments(const CoverageRule& rule,
                                              const FragmentChoice& choice);

/// Whether a rule allows what it can't list, a share of all: by a digest.
bool is_drawn(const CoverageRule& rule, std::uint64_t what);

/// A kind of fragments and what may be chosen of it.
struct KindChoice {
  std::string_view name;
  std::optional<FragmentChoice> choice;  ///< nothing: too many to list
};

/// Which fragments training may show. Of kinds without a rule: all. Immutable.
class AllowedFragments {
 public:
  AllowedFragments() = default;

  /// Chosen over these difficulties. Throws base::Error "coverage: ..." if a rule's kind is none of
  /// the task's or has a rule already, or the share is not in (0, 1] or too small.
  AllowedFragments(const Fragments& fragments, Range difficulties,
                   std::span<const CoverageRule> rules);

  /// The same of a world that has no task yet.
  AllowedFragments(std::span<const KindChoice> kinds, std::span<const CoverageRule> rules);

  bool restricts(std::size_t kind) const { return kind < rules_.size() && rules_[kind]; }
  bool allows(std::size_t kind, Fragment fragment) const;
  bool allows_question(std::uint64_t key) const;

  /// CoverageRule::at_least of a kind; 1 without a rule.
  int wanted_uses(std::size_t kind) const;

  /// Whether all that a question is made of is allowed, and the question of this key itself.
  bool allows(const Fragments& fragments, std::span<const Token> prompt, std::uint64_t key) const;

 private:
  struct Rule {
    CoverageRule rule;
    std::optional<std::unordered_set<Fragment>> listed;  ///< nothing: too many to list
  };
  std::vector<std::optional<Rule>> rules_;  ///< of each kind
  std::optional<CoverageRule> questions_;
};

}  // namespace tasks
