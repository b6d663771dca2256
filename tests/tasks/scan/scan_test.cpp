#include "tasks/scan/scan.h"

#include <catch2/catch.hpp>
#include <set>

#include "base/error.h"
#include "tasks/pool.h"

using tasks::Pool;
using tasks::scan::Scan;
using tasks::scan::ScanConfig;
using tasks::scan::ScanSplit;
using tasks::scan::ScanWorldConfig;

namespace {

std::string command_text(const tasks::scan::ScanCommand& command, int primitives = 4) {
  return tasks::scan::scan_vocabulary(primitives)
      .text(tasks::scan::scan_words({primitives}, command));
}

std::set<std::string> texts(const std::vector<tasks::scan::ScanCommand>& commands,
                            int primitives = 4) {
  std::set<std::string> result;
  const tasks::Vocabulary vocabulary = tasks::scan::scan_vocabulary(primitives);
  for (const auto& command : commands) {
    result.insert(vocabulary.text(tasks::scan::scan_words({primitives}, command)));
  }
  return result;
}

std::string complaint(const tasks::scan::ScanWorldConfig& config) {
  try {
    tasks::scan::scan_world(config);
  } catch (const base::Error& error) {
    return error.what();
  }
  return "no error";
}

std::int64_t size(const tasks::scan::Scan& task, tasks::Pool pool) {
  return task.pool_size(pool, 2);
}

}  // namespace

TEST_CASE("without a validation pool the training pools are the published ones") {
  const tasks::scan::Scan simple({.world = {.validate_items = 0}});
  CHECK(size(simple, tasks::Pool::train) == 16728);
  CHECK(size(simple, tasks::Pool::test) == 4182);
  const tasks::scan::Scan jump(
      {.world = {.rule = {.split = tasks::scan::ScanSplit::add_jump}, .validate_items = 0}});
  CHECK(size(jump, tasks::Pool::train) == 14670);  // of which 1,467 are "jump"
  CHECK(jump.world().repeats == 1466);
  CHECK(command_text(jump.world().pools.at(tasks::Pool::train).front()) == "jump");
  CHECK(jump.pool_item(tasks::Pool::train, 2, 14669).prompt ==
        jump.pool_item(tasks::Pool::train, 2, 0).prompt);
  const tasks::scan::Scan turn(
      {.world = {.rule = {.split = tasks::scan::ScanSplit::add_turn_left}, .validate_items = 0}});
  CHECK(size(turn, tasks::Pool::train) == 21890);
  CHECK(size(turn, tasks::Pool::test) == 1208);
}

TEST_CASE("validation is taken from what could be trained on, whatever is trained on") {
  const tasks::scan::ScanWorldConfig all{.rule = {.split = tasks::scan::ScanSplit::length}};
  tasks::scan::ScanWorldConfig few = all;
  few.train_items = 500;
  auto many = tasks::scan::scan_world(all), less = tasks::scan::scan_world(few);
  CHECK(texts(many.pools[tasks::Pool::validate]) == texts(less.pools[tasks::Pool::validate]));
  CHECK(many.pools[tasks::Pool::train].size() + 1000 == 16990);
  CHECK(less.pools[tasks::Pool::train].size() == 500);
  CHECK(texts(many.pools[tasks::Pool::test]) == texts(less.pools[tasks::Pool::test]));
}

TEST_CASE("more primitives and longer commands leave number and test as they are") {
  const tasks::scan::ScanWorldConfig plain{.rule = {.split = tasks::scan::ScanSplit::add_jump},
                                           .train_items = 3000};
  tasks::scan::ScanWorldConfig rich = plain;
  rich.extra_primitives = 100;
  rich.max_sentences = 5;
  auto small = tasks::scan::scan_world(plain), large = tasks::scan::scan_world(rich);
  CHECK(small.pools[tasks::Pool::train].size() == large.pools[tasks::Pool::train].size());
  CHECK(small.repeats == large.repeats);
  CHECK(texts(small.pools[tasks::Pool::test]) == texts(large.pools[tasks::Pool::test]));
  std::size_t longest = 0;
  for (const auto& command : large.pools[tasks::Pool::train])
    longest = std::max(longest, command.size());
  CHECK(longest == 5);
  const auto trained = texts(large.pools[tasks::Pool::train], 104);
  CHECK(trained.size() == 3000);
  int with_jump = 0;
  for (const std::string& text : trained) with_jump += text.find("jump") != std::string::npos;
  CHECK(with_jump == 1);
}

TEST_CASE("no command is in two pools, and a simple test is a fifth drawn by the world seed") {
  for (const int extra : {0, 50}) {
    const tasks::scan::ScanWorldConfig config{.extra_primitives = extra, .train_items = 12000};
    auto world = tasks::scan::scan_world(config);
    std::set<std::string> all;
    for (const auto& [pool, commands] : world.pools) all.merge(texts(commands, 4 + extra));
    CHECK(all.size() == 4182 + 1000 + 12000);
  }
  const auto test = [](std::uint64_t seed) {
    return texts(tasks::scan::scan_world({.world_seed = seed}).pools.at(tasks::Pool::test));
  };
  CHECK(test(1) == test(1));
  CHECK(test(1) != test(2));
}

TEST_CASE("commands that are shown leave the test, or are of the next filler") {
  auto jump =
      tasks::scan::scan_world({.rule = {.split = tasks::scan::ScanSplit::add_jump}, .shown = 16});
  CHECK(jump.pools[tasks::Pool::test].size() == 7706 - 16);
  int shown = 0;
  for (const std::string& text : texts(jump.pools[tasks::Pool::train])) {
    shown += text.find("jump") != std::string::npos && text != "jump";
  }
  CHECK(shown == 16);
  auto filler = tasks::scan::scan_world(
      {.rule = {.split = tasks::scan::ScanSplit::filler}, .validate_items = 0, .shown = 32});
  CHECK(filler.pools[tasks::Pool::test].size() == 1173);
  CHECK(filler.pools[tasks::Pool::train].size() == 15225 + 32);
  shown = 0;
  for (const std::string& text : texts(filler.pools[tasks::Pool::train])) {
    shown += text.find("look around right") != std::string::npos;
  }
  CHECK(shown == 32);
}

TEST_CASE("impossible worlds are errors that name the field") {
  using Catch::Matchers::Contains;
  CHECK_THAT(complaint({.train_items = 16000}),
             Contains("train_items: must be at most 15728, got 16000"));
  CHECK(complaint({.extra_primitives = 500}) ==
        "train_items: must be given, there are more than 2000000 commands");
  CHECK(complaint({.max_sentences = 0}) == "max_sentences: must be in 1..64, got 0");
  CHECK_THAT(
      complaint({.rule = {.split = tasks::scan::ScanSplit::filler, .fillers = 3}, .shown = 1}),
      Contains("shown: this split has no command that could be shown, got 1"));
  CHECK(complaint({.alone_share = 1}) == "alone_share: must be at least 0 and below 1, got 1");
  CHECK_THAT(complaint({.rule = {.max_actions = 1}}), Contains("validate_items: must be at most"));
}

TEST_CASE("chance is the share of the most frequent actions") {
  const tasks::scan::Scan task({});
  std::map<std::vector<tasks::Token>, int> times;
  for (const auto& command : tasks::scan::all_scan_commands(4))
    ++times[tasks::scan::scan_action_words({}, command)];
  int most = 0;
  for (const auto& [actions, count] : times) most = std::max(most, count);
  CHECK(task.chance(2) == Approx(most / 20910.0));
  CHECK(most > 1);
}
