#include "tasks/scan/grammar.h"

#include "base/error.h"

namespace tasks::scan {
namespace {

constexpr int ways = 7;  // to do a primitive: plain, or three manners to two sides
constexpr int times = 3;

int turns_of(ScanManner manner) {
  switch (manner) {
    case ScanManner::plain:
      return 0;
    case ScanManner::toward:
      return 1;
    case ScanManner::opposite:
      return 2;
    case ScanManner::around:
      return 4;
  }
  return 0;
}

/// How often the primitive itself is done, once through.
int deeds_of(const ScanSentence& sentence) {
  if (sentence.verb == scan_turn) return 0;
  return sentence.manner == ScanManner::around ? 4 : 1;
}

std::vector<ScanAction> once(const ScanSentence& sentence) {
  const ScanAction turn{scan_turn, sentence.side}, deed{sentence.verb, ScanSide::left};
  const bool has_deed = sentence.verb != scan_turn;
  std::vector<ScanAction> actions;
  for (int i = 0; i < turns_of(sentence.manner); ++i) {
    actions.push_back(turn);
    if (has_deed && sentence.manner == ScanManner::around) actions.push_back(deed);
  }
  if (has_deed && sentence.manner != ScanManner::around) actions.push_back(deed);
  return actions;
}

}  // namespace

int scan_sentences(int primitives) { return times * (ways * primitives + ways - 1); }

ScanSentence scan_sentence(int primitives, int number, ScanJoin join) {
  base::promise(0 <= number && number < scan_sentences(primitives), "a sentence of the grammar");
  int phrase = number / times;
  const bool turns = phrase >= ways * primitives;
  if (turns) ++phrase;  // "turn" has no plain way
  const int way = phrase % ways;
  return {.join = join,
          .verb = turns ? scan_turn : static_cast<std::int16_t>(phrase / ways),
          .manner = static_cast<ScanManner>((way + 1) / 2),
          .side = way > 0 && way % 2 == 0 ? ScanSide::right : ScanSide::left,
          .times = static_cast<std::int8_t>(1 + number % times)};
}

std::vector<ScanCommand> all_scan_commands(int primitives) {
  std::vector<ScanCommand> commands;
  const int sentences = scan_sentences(primitives);
  for (int first = 0; first < sentences; ++first) {
    const ScanSentence opening = scan_sentence(primitives, first, ScanJoin::and_then);
    commands.push_back({opening});
    for (const ScanJoin join : {ScanJoin::and_then, ScanJoin::after}) {
      for (int second = 0; second < sentences; ++second) {
        commands.push_back({opening, scan_sentence(primitives, second, join)});
      }
    }
  }
  return commands;
}

ScanCommand random_scan_command(int primitives, int sentences, base::Random& random) {
  const std::int64_t kinds = scan_sentences(primitives);
  int length = sentences <= 2 ? sentences : 2 + static_cast<int>(random.below(sentences - 1));
  // Of s + 2 s^2 commands of one or two, one in 1 + 2 s has one.
  if (length == 2 && random.below(1 + 2 * kinds) == 0) length = 1;
  ScanCommand command;
  for (int i = 0; i < length; ++i) {
    const auto join = static_cast<ScanJoin>(i == 0 ? 0 : random.below(2));
    command.push_back(scan_sentence(primitives, static_cast<int>(random.below(kinds)), join));
  }
  return command;
}

std::vector<ScanAction> scan_actions(const ScanCommand& command) {
  std::vector<ScanAction> actions;
  for (const ScanSentence& sentence : command) {
    const bool goes_before = sentence.join == ScanJoin::after && &sentence != &command.front();
    const std::vector<ScanAction> next = once(sentence);
    for (int i = 0; i < sentence.times; ++i) {
      actions.insert(goes_before ? actions.begin() : actions.end(), next.begin(), next.end());
    }
  }
  return actions;
}

int scan_action_count(const ScanCommand& command) {
  int count = 0;
  for (const ScanSentence& sentence : command) {
    count += sentence.times * (turns_of(sentence.manner) + deeds_of(sentence));
  }
  return count;
}

}  // namespace tasks::scan
