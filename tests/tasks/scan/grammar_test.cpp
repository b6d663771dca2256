#include "tasks/scan/grammar.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "tasks/scan/judge.h"
#include "tasks/scan/words.h"

namespace {

using Sentence = std::pair<std::string, std::vector<std::string>>;  // words, actions

std::vector<std::string> times(int count, const std::vector<std::string>& actions) {
  std::vector<std::string> result;
  for (int i = 0; i < count; ++i) result.insert(result.end(), actions.begin(), actions.end());
  return result;
}

std::vector<std::string> then(std::vector<std::string> first,
                              const std::vector<std::string>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

/// The 102 sentences with what they say to do, put together from their texts.
std::vector<Sentence> sentences() {
  std::vector<Sentence> phrases;
  for (const auto& [verb, deed] :
       std::map<std::string, std::vector<std::string>>{{"look", {"I_LOOK"}},
                                                       {"walk", {"I_WALK"}},
                                                       {"run", {"I_RUN"}},
                                                       {"jump", {"I_JUMP"}},
                                                       {"turn", {}}}) {
    if (verb != "turn") phrases.push_back({verb, deed});
    for (const std::string side : {"left", "right"}) {
      const std::vector turn{side == "left" ? std::string("I_TURN_LEFT") : "I_TURN_RIGHT"};
      phrases.push_back({verb + " " + side, then(turn, deed)});
      phrases.push_back({verb + " opposite " + side, then(times(2, turn), deed)});
      phrases.push_back({verb + " around " + side, times(4, then(turn, deed))});
    }
  }
  std::vector<Sentence> result;
  for (const auto& [words, actions] : phrases) {
    result.push_back({words, actions});
    result.push_back({words + " twice", times(2, actions)});
    result.push_back({words + " thrice", times(3, actions)});
  }
  return result;
}

/// Every command with what it says to do, as text.
std::map<std::string, std::string> commands() {
  std::map<std::string, std::string> result;
  const auto add = [&](const std::string& words, const std::vector<std::string>& actions) {
    std::string text;
    for (const std::string& action : actions) text += (text.empty() ? "" : " ") + action;
    result[words] = text;
  };
  const std::vector<Sentence> all = sentences();
  for (const auto& [words, actions] : all) {
    add(words, actions);
    for (const auto& [others, further] : all) {
      add(words + " and " + others, then(actions, further));
      add(words + " after " + others, then(further, actions));
    }
  }
  return result;
}

}  // namespace

TEST_CASE("the grammar makes the 20,910 published pairs of commands and actions") {
  const std::map<std::string, std::string> expected = commands();
  REQUIRE(expected.size() == 20910);
  const tasks::Vocabulary words = tasks::scan::scan_vocabulary(tasks::scan::scan_primitives);
  std::map<std::string, std::string> made;
  for (const tasks::scan::ScanCommand& command :
       tasks::scan::all_scan_commands(tasks::scan::scan_primitives)) {
    const auto actions = tasks::scan::scan_action_words({}, command);
    made[words.text(tasks::scan::scan_words({}, command))] = words.text(actions);
    REQUIRE(tasks::scan::scan_action_count(command) == std::ssize(actions));
  }
  CHECK(made == expected);
}

TEST_CASE("what was published is the same with further primitives") {
  const tasks::Vocabulary few = tasks::scan::scan_vocabulary(4),
                          many = tasks::scan::scan_vocabulary(9);
  for (tasks::Token token = 0; token < few.size(); ++token) {
    CHECK(few.name(token) == many.name(token));
  }
  CHECK(many.size() == few.size() + 10);
  const tasks::scan::ScanTokens tokens{9};
  const tasks::scan::ScanCommand command{{.verb = 8, .manner = tasks::scan::ScanManner::opposite}};
  CHECK(many.text(tasks::scan::scan_words(tokens, command)) == "p5 opposite left");
  CHECK(many.text(tasks::scan::scan_action_words(tokens, command)) ==
        "I_TURN_LEFT I_TURN_LEFT I_P5");
  CHECK(tasks::scan::scan_sentences(9) == 3 * (7 * 9 + 6));
}

TEST_CASE("the judge reads every command as the grammar means it, also long ones") {
  const tasks::scan::ScanTokens tokens{7};
  base::Random random(1, "long commands");
  for (int i = 0; i < 2000; ++i) {
    const auto command = tasks::scan::random_scan_command(7, 6, random);
    const auto reading =
        tasks::scan::scan_reading(tokens, tasks::scan::scan_words(tokens, command));
    REQUIRE(reading);
    CHECK(reading->sentences == std::ssize(command));
    CHECK(reading->actions == tasks::scan::scan_action_words(tokens, command));
  }
}

TEST_CASE("commands are made in turn, and `after` sets the second before all so far") {
  const tasks::Vocabulary words = tasks::scan::scan_vocabulary(4);
  const auto actions = [&](const std::string& command) {
    return words.text(tasks::scan::scan_reading({}, words.tokens(command))->actions);
  };
  CHECK(actions("run and walk after jump") == "I_JUMP I_RUN I_WALK");
  CHECK(actions("run after walk and jump") == "I_WALK I_RUN I_JUMP");
}

TEST_CASE("what is no command is not read") {
  const tasks::Vocabulary words = tasks::scan::scan_vocabulary(5);
  for (const char* text :
       {"", "left", "turn", "turn twice", "twice jump", "jump twice twice", "jump opposite",
        "jump around twice", "jump left right", "jump and", "and jump", "jump jump",
        "jump after and walk", "I_JUMP", "jump = walk", "p1"}) {
    INFO(text);
    CHECK_FALSE(tasks::scan::scan_reading({}, words.tokens(text)));
  }
  CHECK(tasks::scan::scan_reading({5}, words.tokens("p1")));
}

TEST_CASE("commands of one or two sentences are equally likely, longer ones by their length") {
  base::Random random(2, "lengths");
  std::map<std::size_t, int> published, longer;
  for (int i = 0; i < 20910; ++i)
    ++published[tasks::scan::random_scan_command(4, 2, random).size()];
  CHECK(published[1] == Approx(102).margin(50));  // 5 standard deviations
  for (int i = 0; i < 6000; ++i) ++longer[tasks::scan::random_scan_command(4, 4, random).size()];
  CHECK(longer[1] + longer[2] == Approx(2000).margin(185));
  CHECK(longer[3] == Approx(2000).margin(185));
  CHECK(longer[4] == Approx(2000).margin(185));
}
