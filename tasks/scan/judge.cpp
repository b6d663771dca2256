#include "tasks/scan/judge.h"

namespace tasks::scan {
namespace {

using Actions = std::vector<Token>;

Actions operator+(Actions first, const Actions& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

Actions repeated(const Actions& actions, int times) {
  Actions result;
  for (int i = 0; i < times; ++i) result = result + actions;
  return result;
}

/// Walks through the words. What is no command leaves `failed` set.
class Reader {
 public:
  Reader(const ScanTokens& tokens, std::span<const Token> words) : tokens_(tokens), words_(words) {}

  /// S and S after S ...
  std::optional<ScanReading> command() {
    ScanReading reading{1, sentence()};
    while (!failed_ && !words_.empty()) {
      if (next_is(scan_and)) {
        reading.actions = reading.actions + sentence();
      } else if (next_is(scan_after)) {
        reading.actions = sentence() + reading.actions;
      } else {
        failed_ = true;
      }
      ++reading.sentences;
    }
    return failed_ ? std::nullopt : std::optional(reading);
  }

 private:
  bool next_is(Token word) {
    if (words_.empty() || words_.front() != word) return false;
    words_ = words_.subspan(1);
    return true;
  }

  /// V twice
  Actions sentence() {
    const Actions actions = phrase();
    if (next_is(scan_twice)) return repeated(actions, 2);
    if (next_is(scan_thrice)) return repeated(actions, 3);
    return actions;
  }

  /// U around left
  Actions phrase() {
    const bool turns = next_is(tokens_.verb(scan_turn));
    const Actions deed = turns ? Actions{} : primitive();
    if (next_is(scan_opposite)) return repeated(turn(), 2) + deed;
    if (next_is(scan_around)) return repeated(turn() + deed, 4);
    const bool names_a_side = next_is(scan_left, scan_right);
    return turns || names_a_side ? turn() + deed : deed;
  }

  Actions primitive() {
    for (std::int16_t verb = 0; verb < tokens_.primitives; ++verb) {
      if (next_is(tokens_.verb(verb))) return {tokens_.action({verb, ScanSide::left})};
    }
    failed_ = true;
    return {};
  }

  /// Whether the next word is one of these, which stays.
  bool next_is(Token a, Token b) const {
    return !words_.empty() && (words_.front() == a || words_.front() == b);
  }

  Actions turn() {
    if (next_is(scan_left)) return {tokens_.action({scan_turn, ScanSide::left})};
    if (next_is(scan_right)) return {tokens_.action({scan_turn, ScanSide::right})};
    failed_ = true;
    return {};
  }

  const ScanTokens& tokens_;
  std::span<const Token> words_;
  bool failed_ = false;
};

}  // namespace

std::optional<ScanReading> scan_reading(const ScanTokens& tokens, std::span<const Token> words) {
  return Reader(tokens, words).command();
}

}  // namespace tasks::scan
