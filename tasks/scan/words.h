#pragma once
#include <span>
#include <vector>

#include "tasks/scan/grammar.h"
#include "tasks/vocabulary.h"

namespace tasks::scan {

/// The words of commands and the names of actions, as tokens. What the published data have comes
/// first, so that it has the same ids with any number of further primitives.
struct ScanTokens {
  int primitives = scan_primitives;

  Token verb(int verb) const;           ///< "look", ..., "turn"
  Token action(ScanAction done) const;  ///< "I_LOOK", ..., "I_TURN_LEFT"
  Token equals() const;
  Token end() const;
  Token task() const;  ///< "<scan>"
};

/// Tokens of words that are no verbs.
enum ScanWord : Token {
  scan_left,
  scan_right,
  scan_opposite,
  scan_around,
  scan_twice,
  scan_thrice,
  scan_and,
  scan_after,
};

/// A vocabulary in the order of ScanTokens. Further primitives are p1, p2, ... and do I_P1, ...
Vocabulary scan_vocabulary(int primitives);

/// The command in words.
std::vector<Token> scan_words(const ScanTokens& tokens, const ScanCommand& command);

/// What to do on the command, without an end token.
std::vector<Token> scan_action_words(const ScanTokens& tokens, const ScanCommand& command);

}  // namespace tasks::scan
