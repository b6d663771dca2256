#include "tasks/blocksworld/trace.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <set>
#include <sstream>

#include "base/error.h"
#include "base/file.h"
#include "tasks/blocksworld/blocksworld.h"

namespace tasks::blocksworld {
namespace {

using enum BlocksTrace;

constexpr BlocksClass all_classes[] = {BlocksClass::table_to_stack, BlocksClass::single_goal_stack,
                                       BlocksClass::lexicographic, BlocksClass::k_towers,
                                       BlocksClass::general};
constexpr BlocksTrace all_traces[] = {none, stacking, universal, progression};
constexpr BlocksTraceContent all_contents[] = {BlocksTraceContent::own, BlocksTraceContent::swapped,
                                               BlocksTraceContent::filler};

Example sampled(const BlocksworldConfig& config, int blocks, std::uint64_t index) {
  base::Random random(1, "traces", index);
  return Blocksworld(config).sample(blocks, random);
}

/// The answer without its end token.
std::vector<Token> body(const Example& example) {
  return {example.answer.begin(), example.answer.end() - 1};
}

std::vector<Token> plan_in(const Example& example) { return without_trace(body(example)).value(); }

/// How often each word is in the answer.
std::multiset<std::string> words_of(const Example& example, const Vocabulary& vocabulary) {
  std::multiset<std::string> words;
  for (const Token token : example.answer) words.insert(vocabulary.name(token));
  return words;
}

TEST_CASE("traced answers are right, within the limit, and hold the plan that stands alone") {
  for (const BlocksClass problems : all_classes) {
    const BlocksworldConfig plain{.problems = problems};
    for (const BlocksTrace trace : all_traces) {
      BlocksworldConfig config = plain;
      config.trace = trace;
      const Blocksworld task(config);
      for (std::uint64_t i = 0; i < 40; ++i) {
        const int blocks = task.difficulties().low + static_cast<int>(i % 8);
        const Example alone = sampled(plain, blocks, i), traced = sampled(config, blocks, i);
        REQUIRE(traced.prompt == alone.prompt);
        CHECK(task.solves(traced.prompt, traced.answer));
        CHECK(task.solves(traced.prompt, alone.answer));
        CHECK(plan_in(traced) == body(alone));
        CHECK(std::ssize(traced.answer) <= task.answer_limit(traced.prompt));
      }
    }
  }
}

TEST_CASE("the universal trace takes blocks apart in the order of the plan") {
  for (const BlocksClass problems : {BlocksClass::general, BlocksClass::single_goal_stack}) {
    const BlocksworldConfig config{.problems = problems, .trace = universal};
    const Blocksworld task(config);
    for (std::uint64_t i = 0; i < 200; ++i) {
      const Example example = sampled(config, 4 + static_cast<int>(i % 5), i);
      const auto word = [&](std::size_t at) { return task.vocabulary().name(example.answer[at]); };
      std::vector<std::string> told, done;
      for (std::size_t at = 0; at + 1 < example.answer.size(); ++at) {
        if (word(at) == "clear") told.push_back(word(at - 1));
        if (word(at) == "unstack") done.push_back(word(at + 1));
      }
      CHECK(told == done);
    }
  }
}

TEST_CASE("the judge reads no trace, and no plan from one") {
  const Blocksworld task({.trace = stacking});
  const auto solves = [&](const std::string& answer) {
    const auto& words = task.vocabulary();
    return task.solves(words.tokens("<blocksworld> on b table on d table goal on b d ="),
                       words.tokens(answer));
  };
  CHECK(solves("on d table on d b has plan pick-up b stack b d ."));
  CHECK(solves("pick-up d plan pick-up b stack b d ."));
  CHECK(solves("{ d | b } pick-up b { } stack b d { plan hand } .") == false);
  CHECK(solves("{ d | b } pick-up b { b } stack b d { hand } ."));
  CHECK_FALSE(solves("pick-up b stack b d plan ."));
  CHECK_FALSE(solves("on b d pick-up b stack b d ."));
  CHECK_FALSE(solves("{ pick-up b stack b d } ."));
  CHECK_FALSE(solves("{ pick-up b stack b d ."));
  CHECK_FALSE(solves("pick-up b } stack b d ."));
  CHECK_FALSE(solves("{ { } pick-up b stack b d ."));
  CHECK_FALSE(solves(". plan pick-up b stack b d ."));
}

TEST_CASE("controls are as long as the trace, and say something else or nothing") {
  for (const BlocksClass problems : all_classes) {
    for (const BlocksTrace trace : {stacking, universal, progression}) {
      BlocksworldConfig config{.problems = problems, .trace = trace};
      int same = 0;
      for (std::uint64_t i = 0; i < 20; ++i) {
        config.trace_content = BlocksTraceContent::own;
        const Blocksworld task(config);
        const int blocks = task.difficulties().low + static_cast<int>(i % 5);
        const Example own = sampled(config, blocks, i);
        config.trace_content = BlocksTraceContent::swapped;
        const Example swapped = sampled(config, blocks, i);
        config.trace_content = BlocksTraceContent::filler;
        const Example filler = sampled(config, blocks, i);
        CHECK(filler.answer.size() == own.answer.size());
        if (trace != universal) CHECK(swapped.answer.size() == own.answer.size());
        CHECK(task.solves(own.prompt, swapped.answer));
        CHECK(task.solves(own.prompt, filler.answer));
        CHECK(plan_in(swapped) == plan_in(own));
        CHECK(words_of(filler, task.vocabulary()).count("has") == 0);
        CHECK(words_of(filler, task.vocabulary()).count("_") > 0);
        same += swapped.answer == own.answer ? 1 : 0;
      }
      CHECK(same == 0);
    }
  }
}

TEST_CASE("every trace is as tests/golden/tasks/blocksworld_traces.txt shows it") {
  constexpr std::string_view trace_names[] = {"plan only", "stacking", "universal", "progression"};
  constexpr std::string_view content_names[] = {"own", "swapped", "filler"};
  std::ostringstream text;
  text << "three blocks, from any state to one tower: the same three questions with every trace\n";
  for (const BlocksTrace trace : all_traces) {
    for (const BlocksTraceContent content : all_contents) {
      if (trace == none && content != BlocksTraceContent::own) continue;
      const BlocksworldConfig config{
          .problems = BlocksClass::single_goal_stack, .trace = trace, .trace_content = content};
      const Blocksworld task(config);
      text << '\n'
           << trace_names[static_cast<std::size_t>(trace)] << ", "
           << content_names[static_cast<std::size_t>(content)] << '\n';
      for (std::uint64_t i = 0; i < 3; ++i) {
        const Example example = sampled(config, 3, i);
        text << "  " << task.vocabulary().text(example.prompt) << "\n    -> "
             << task.vocabulary().text(example.answer) << '\n';
      }
    }
  }
  const std::string file = LAB_SOURCE_DIR "/tests/golden/tasks/blocksworld_traces.txt";
  if (std::getenv("LAB_UPDATE_GOLDEN") != nullptr) base::write_file(file, text.str());
  CHECK(text.str() == base::read_file(file));
}

}  // namespace
}  // namespace tasks::blocksworld
