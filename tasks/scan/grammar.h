#pragma once
#include <cstdint>
#include <vector>

#include "base/random.h"

namespace tasks::scan {

/// SCAN (Lake and Baroni 2018, 1711.00350): commands in a small language and what to do on them.
///   command   C = S | C and S | C after S     (published: at most two S)
///             S = V | V twice | V thrice
///             V = U | U d | U opposite d | U around d | turn d | turn opposite d | turn around d
///             U = look | walk | run | jump | further primitives      d = left | right
enum class ScanManner : std::int8_t { plain, toward, opposite, around };
enum class ScanSide : std::int8_t { left, right };
enum class ScanJoin : std::int8_t { and_then, after };

/// The verb of "turn"; 0, 1, ... are primitives.
inline constexpr std::int16_t scan_turn = -1;

/// look, walk, run and jump.
inline constexpr int scan_primitives = 4;
inline constexpr std::int16_t scan_jump = 3;

/// S: a V and how often. Plain has no side, and "turn" is never plain.
struct ScanSentence {
  ScanJoin join = ScanJoin::and_then;  ///< to what comes before it; without meaning in the first
  std::int16_t verb = 0;
  ScanManner manner = ScanManner::plain;
  ScanSide side = ScanSide::left;
  std::int8_t times = 1;  ///< 1..3
  bool operator==(const ScanSentence&) const = default;
};

/// C. "A and B" is A, then B; "A after B" is B, then A; with more joins the first is made first.
using ScanCommand = std::vector<ScanSentence>;

/// How many S there are over this many primitives: 3 * (7 * primitives + 6), which is 102 of 4.
int scan_sentences(int primitives);

/// S number 0 .. scan_sentences(primitives) - 1, joined by `join`.
ScanSentence scan_sentence(int primitives, int number, ScanJoin join);

/// All commands of one or two S over this many primitives: s + 2 * s * s of s = scan_sentences, and
/// 20,910 of 4 primitives, the published ones.
std::vector<ScanCommand> all_scan_commands(int primitives);

/// A command of at most `sentences` S. Up to two, each is equally likely. Of more, the numbers
/// 2 .. sentences are equally likely (2: a command of one or two), and so are the commands of each.
ScanCommand random_scan_command(int primitives, int sentences, base::Random& random);

/// A part of what is done: a primitive, or a turn to a side.
struct ScanAction {
  std::int16_t verb = scan_turn;
  ScanSide side = ScanSide::left;  ///< of a turn
  bool operator==(const ScanAction&) const = default;
};

/// U d is a turn to d, then U; opposite: two turns, then U; around: four times a turn, then U. A
/// "turn" is the same without U.
std::vector<ScanAction> scan_actions(const ScanCommand& command);

/// The size of scan_actions(command).
int scan_action_count(const ScanCommand& command);

}  // namespace tasks::scan
