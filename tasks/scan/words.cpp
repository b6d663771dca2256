#include "tasks/scan/words.h"

#include <array>

#include "base/error.h"

namespace tasks::scan {
namespace {

enum Place : Token {
  first_verb = scan_after + 1,  // look, walk, run, jump
  turn_verb = first_verb + scan_primitives,
  turn_left_action,
  turn_right_action,
  first_action,  // I_LOOK, I_WALK, I_RUN, I_JUMP
  equals_place = first_action + scan_primitives,
  end_place,
  task_place,
  first_further,  // p1, I_P1, p2, I_P2, ...
};

constexpr std::array published{
    "left",   "right", "opposite", "around", "twice", "thrice",      "and",          "after",
    "look",   "walk",  "run",      "jump",   "turn",  "I_TURN_LEFT", "I_TURN_RIGHT", "I_LOOK",
    "I_WALK", "I_RUN", "I_JUMP",   "=",      ".",     "<scan>"};
static_assert(published.size() == first_further);

}  // namespace

Token ScanTokens::verb(int verb) const {
  if (verb == scan_turn) return turn_verb;
  return verb < scan_primitives ? first_verb + verb : first_further + 2 * (verb - scan_primitives);
}

Token ScanTokens::action(ScanAction done) const {
  if (done.verb == scan_turn) {
    return done.side == ScanSide::left ? turn_left_action : turn_right_action;
  }
  return done.verb < scan_primitives ? first_action + done.verb : verb(done.verb) + 1;
}

Token ScanTokens::equals() const { return equals_place; }
Token ScanTokens::end() const { return end_place; }
Token ScanTokens::task() const { return task_place; }

Vocabulary scan_vocabulary(int primitives) {
  std::vector<std::string> names(published.begin(), published.end());
  for (int i = 1; i <= primitives - scan_primitives; ++i) {
    names.push_back(base::concat('p', i));
    names.push_back(base::concat("I_P", i));
  }
  return Vocabulary(std::move(names));
}

std::vector<Token> scan_words(const ScanTokens& tokens, const ScanCommand& command) {
  std::vector<Token> words;
  for (const ScanSentence& sentence : command) {
    if (!words.empty()) words.push_back(sentence.join == ScanJoin::after ? scan_after : scan_and);
    words.push_back(tokens.verb(sentence.verb));
    if (sentence.manner == ScanManner::opposite) words.push_back(scan_opposite);
    if (sentence.manner == ScanManner::around) words.push_back(scan_around);
    if (sentence.manner != ScanManner::plain) {
      words.push_back(sentence.side == ScanSide::left ? scan_left : scan_right);
    }
    if (sentence.times == 2) words.push_back(scan_twice);
    if (sentence.times == 3) words.push_back(scan_thrice);
  }
  return words;
}

std::vector<Token> scan_action_words(const ScanTokens& tokens, const ScanCommand& command) {
  std::vector<Token> words;
  for (const ScanAction& done : scan_actions(command)) words.push_back(tokens.action(done));
  return words;
}

}  // namespace tasks::scan
