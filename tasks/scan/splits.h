#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "tasks/scan/grammar.h"

namespace tasks::scan {

/// The published splits, by rule. Sizes: training / test commands without further primitives.
enum class ScanSplit {
  simple,             ///< drawn at random: 16,728 / 4,182
  length,             ///< more actions than in training: 16,990 / 3,920 at 22 actions
  add_jump,           ///< jump in training alone only: 13,204 / 7,706
  add_turn_left,      ///< the same of "turn left": 19,702 / 1,208
  jump_around_right,  ///< never in training: 18,528 / 1,173
  right,              ///< U right, for any U: 15,225 / 4,476
  opposite_right,     ///< U opposite right: 15,225 / 4,476
  around_right,       ///< U around right: 15,225 / 4,476
  filler,             ///< around right in training with the first look, walk, run only: 15,225,
                      ///< 16,290, 17,391 or 18,528 / 1,173, with jump around right
};
// Lake and Baroni 2018 (1711.00350) and Loula et al. 2018 (1807.07545), whose last five splits
// leave out what says "turn" where others say U: "turn right", and so on.

/// In order; specs write them in capitals.
constexpr auto names_of(ScanSplit) {
  return std::to_array<std::string_view>({"simple", "length", "add_jump", "add_turn_left",
                                          "jump_around_right", "right", "opposite_right",
                                          "around_right", "filler"});
}

std::string_view name(ScanSplit split);

/// What decides where a command belongs.
struct ScanRule {
  ScanSplit split = ScanSplit::simple;
  int fillers = 0;  ///< filler only: 0..3
  /// The most of a training command. Nothing: 22 in `length`, any number in other splits.
  std::optional<int> max_actions = {};
  int min_actions = 1;  ///< the fewest of a training command, but for the one shown alone
};

template <typename Visit>
void each_field(ScanRule& config, const Visit& visit) {
  visit("split", config.split);
  visit("fillers", config.fillers);
  visit("max_actions", config.max_actions);
  visit("min_actions", config.min_actions);
}

/// Throws base::Error "fillers: ...", "max_actions: ..." or "min_actions: ..." if there is no such
/// rule.
void require_valid(const ScanRule& rule);

enum class ScanPlace { train, test, neither };

/// Where the rule puts a command; of `simple`, whose test commands are drawn, never `test`.
ScanPlace place_of(const ScanRule& rule, const ScanCommand& command);

/// The command that add_jump and add_turn_left show alone; empty of other splits.
ScanCommand shown_alone(ScanSplit split);

}  // namespace tasks::scan
