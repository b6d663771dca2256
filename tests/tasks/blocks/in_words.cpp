#include "tests/tasks/blocks/in_words.h"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace tests {
namespace {

using Words = std::vector<std::string_view>;

Words words_of(std::string_view text) {
  Words words;
  while (!text.empty()) {
    const auto length = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, length));
    text.remove_prefix(std::min(length + 1, text.size()));
  }
  return words;
}

/// What everything is on: "table", "hand" or another block; and what should be on what.
struct World {
  std::map<std::string_view, std::string_view> on;
  std::vector<std::pair<std::string_view, std::string_view>> wanted;

  explicit World(std::string_view prompt) {
    const Words words = words_of(prompt);
    bool in_goal = false;
    for (std::size_t i = 1; words[i] != "=" && words[i] != "plan";) {
      if (words[i] == "goal") {
        in_goal = true;
        ++i;
        continue;
      }
      if (in_goal) wanted.emplace_back(words[i + 1], words[i + 2]);
      if (!in_goal) on[words[i + 1]] = words[i + 2];
      i += 3;
    }
  }

  bool somewhere(std::string_view place) const {
    return std::any_of(on.begin(), on.end(),
                       [&](const auto& item) { return item.second == place; });
  }
  bool clear(std::string_view block) const {
    return on.count(block) > 0 && on.at(block) != "hand" && !somewhere(block);
  }
  bool is(std::string_view block, std::string_view place) const {
    return on.count(block) > 0 && on.at(block) == place;
  }

  /// Does an action if it can be done.
  bool act(std::string_view verb, std::string_view block, std::string_view other) {
    const bool from_hand = verb == "put-down" || verb == "stack";
    const std::string_view from = verb == "pick-up" ? "table" : verb == "unstack" ? other : "hand";
    const std::string_view to = verb == "put-down" ? "table" : verb == "stack" ? other : "hand";
    if (!is(block, from)) return false;
    if (!from_hand && (!clear(block) || somewhere("hand"))) return false;
    if (verb == "stack" && !clear(other)) return false;
    if (verb == "unstack" && on.count(other) == 0) return false;
    on[block] = to;
    return true;
  }

  bool done() const {
    return std::all_of(wanted.begin(), wanted.end(),
                       [&](const auto& fact) { return is(fact.first, fact.second); });
  }
};

/// The words after the last "plan", without those in braces; one "?" where braces do not match.
Words plan_in(Words words) {
  const auto last = std::find(words.rbegin(), words.rend(), "plan");
  words.erase(words.begin(), last.base());
  Words plan;
  int depth = 0;
  for (const std::string_view word : words) {
    if (word == "{" && ++depth > 1) return {"?"};
    if (word == "}" && --depth < 0) return {"?"};
    if (depth == 0 && word != "}") plan.push_back(word);
  }
  return depth == 0 ? plan : Words{"?"};
}

bool takes_two(std::string_view verb) { return verb == "stack" || verb == "unstack"; }

}  // namespace

bool plan_is_right(std::string_view prompt, std::string_view answer) {
  World world(prompt);
  Words words = words_of(answer);
  if (words.empty() || words.back() != ".") return false;
  words.pop_back();
  if (std::find(words.begin(), words.end(), ".") != words.end()) return false;
  words = plan_in(words);
  for (std::size_t i = 0; i < words.size();) {
    const std::string_view verb = words[i];
    if (!takes_two(verb) && verb != "pick-up" && verb != "put-down") return false;
    const std::size_t next = i + (takes_two(verb) ? 3 : 2);
    if (next > words.size()) return false;
    if (!world.act(verb, words[i + 1], takes_two(verb) ? words[i + 2] : "")) return false;
    i = next;
  }
  return world.done();
}

std::string checked_plan(std::string_view prompt) {
  World world(prompt);
  const Words words = words_of(prompt);
  auto place =
      static_cast<std::size_t>(std::find(words.begin(), words.end(), "plan") - words.begin()) + 1;
  while (words[place] != "=") {
    const std::string_view verb = words[place], block = words[place + 1];
    const std::string_view other = takes_two(verb) ? words[place + 2] : "";
    if (!world.act(verb, block, other)) {
      return "bad " + std::string(verb) + " " + std::string(block) +
             (other.empty() ? "" : " " + std::string(other)) + " .";
    }
    place += takes_two(verb) ? 3 : 2;
  }
  for (const auto& [block, below] : world.wanted) {
    if (!world.is(block, below)) {
      return "unmet on " + std::string(block) + " " + std::string(below) + " .";
    }
  }
  return "right .";
}

}  // namespace tests
