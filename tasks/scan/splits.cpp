#include "tasks/scan/splits.h"

#include <algorithm>
#include <array>

#include "base/error.h"

namespace tasks::scan {
namespace {

constexpr int published_length = 22;  // actions

template <typename Holds>
bool any(const ScanCommand& command, const Holds& holds) {
  return std::ranges::any_of(command, holds);
}

/// "U manner right" may not be trained on; "turn manner right" is in neither pool.
ScanPlace by_template(ScanManner manner, const ScanCommand& command, auto is_held_out) {
  const auto matches = [&](const ScanSentence& s) {
    return s.manner == manner && s.side == ScanSide::right;
  };
  if (any(command, [&](const auto& s) { return matches(s) && s.verb == scan_turn; })) {
    return ScanPlace::neither;
  }
  const bool held_out =
      any(command, [&](const auto& s) { return matches(s) && is_held_out(s.verb); });
  return held_out ? ScanPlace::test : ScanPlace::train;
}

ScanPlace by_added(const ScanSentence& added, const ScanCommand& command) {
  if (command == ScanCommand{added}) return ScanPlace::train;
  const bool is_jump = added.verb == scan_jump;  // in any manner; "turn left" in this one
  const bool has = any(command, [&](const ScanSentence& s) {
    return s.verb == added.verb && (is_jump || (s.manner == added.manner && s.side == added.side));
  });
  return has ? ScanPlace::test : ScanPlace::train;
}

ScanPlace by_filler(int fillers, const ScanCommand& command) {
  const auto is_jump = [](int verb) { return verb == scan_jump; };
  const ScanPlace place = by_template(ScanManner::around, command, is_jump);
  if (place != ScanPlace::train) return place;
  const bool unknown = any(command, [&](const ScanSentence& s) {
    return s.manner == ScanManner::around && s.side == ScanSide::right && s.verb >= fillers;
  });
  return unknown ? ScanPlace::neither : ScanPlace::train;
}

ScanPlace by_split(const ScanRule& rule, const ScanCommand& command) {
  const auto every = [](int) { return true; };
  const auto jump = [](int verb) { return verb == scan_jump; };
  switch (rule.split) {
    case ScanSplit::simple:
    case ScanSplit::length:
      return ScanPlace::train;
    case ScanSplit::add_jump:
    case ScanSplit::add_turn_left:
      return by_added(shown_alone(rule.split).front(), command);
    case ScanSplit::jump_around_right:
      return by_template(ScanManner::around, command, jump);
    case ScanSplit::right:
      return by_template(ScanManner::toward, command, every);
    case ScanSplit::opposite_right:
      return by_template(ScanManner::opposite, command, every);
    case ScanSplit::around_right:
      return by_template(ScanManner::around, command, every);
    case ScanSplit::filler:
      return by_filler(rule.fillers, command);
  }
  return ScanPlace::neither;
}

}  // namespace

std::string_view name(ScanSplit split) { return names_of(split)[static_cast<std::size_t>(split)]; }

void require_valid(const ScanRule& rule) {
  base::require(0 <= rule.fillers && rule.fillers < scan_primitives, "fillers: must be in 0..",
                scan_primitives - 1, ", got ", rule.fillers);
  base::require(rule.fillers == 0 || rule.split == ScanSplit::filler,
                "fillers: is read by the split filler only, got ", rule.fillers, " and ",
                name(rule.split));
  base::require(!rule.max_actions || *rule.max_actions >= 1, "max_actions: must be >= 1, got ",
                rule.max_actions.value_or(0));
  base::require(rule.min_actions >= 1, "min_actions: must be >= 1, got ", rule.min_actions);
}

ScanPlace place_of(const ScanRule& rule, const ScanCommand& command) {
  const ScanPlace place = by_split(rule, command);
  const bool by_length = rule.split == ScanSplit::length;
  const bool limited = rule.max_actions || rule.min_actions > 1 || by_length;
  if (place != ScanPlace::train || !limited) return place;
  const int actions = scan_action_count(command);
  if (actions < rule.min_actions) return ScanPlace::neither;
  const bool any = !rule.max_actions && !by_length;
  if (any || actions <= rule.max_actions.value_or(published_length)) return place;
  return by_length ? ScanPlace::test : ScanPlace::neither;
}

ScanCommand shown_alone(ScanSplit split) {
  if (split == ScanSplit::add_jump) return {{.verb = scan_jump}};
  if (split != ScanSplit::add_turn_left) return {};
  return {{.verb = scan_turn, .manner = ScanManner::toward, .side = ScanSide::left}};
}

}  // namespace tasks::scan
