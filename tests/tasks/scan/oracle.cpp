#include "tests/tasks/scan/oracle.h"

#include <algorithm>
#include <cctype>

namespace tests {
namespace {

using Words = std::vector<std::string>;

Words joined(Words first, const Words& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

Words copies(int count, const Words& words) {
  return count == 0 ? Words{} : joined(words, copies(count - 1, words));
}

/// "I_JUMP" of "jump", nothing of "turn".
Words deed(std::string verb) {
  if (verb == "turn") return {};
  std::ranges::transform(verb, verb.begin(), [](unsigned char c) { return std::toupper(c); });
  return {"I_" + verb};
}

}  // namespace

Words carried_out(Words command) {
  for (auto last = command.end(); last-- != command.begin();) {
    if (*last != "and" && *last != "after") continue;
    const Words before = carried_out({command.begin(), last});
    const Words behind = carried_out({last + 1, command.end()});
    return *last == "and" ? joined(before, behind) : joined(behind, before);
  }
  const std::string word = command.back();
  if (command.size() == 1) return deed(word);
  command.pop_back();
  if (word == "twice") return copies(2, carried_out(command));
  if (word == "thrice") return copies(3, carried_out(command));
  const Words turn{word == "left" ? "I_TURN_LEFT" : "I_TURN_RIGHT"};
  const Words act = deed(command.front());
  if (command.back() == "around") return copies(4, joined(turn, act));
  return joined(copies(command.back() == "opposite" ? 2 : 1, turn), act);
}

}  // namespace tests
