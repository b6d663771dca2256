#include "tasks/scan/splits.h"

#include <array>
#include <catch2/catch.hpp>
#include <set>

#include "base/error.h"
#include "tasks/scan/words.h"

using tasks::scan::ScanPlace;
using tasks::scan::ScanRule;
using tasks::scan::ScanSplit;

namespace {

/// How many published commands the rule puts in training, in the test, and nowhere.
std::array<int, 3> sizes(const tasks::scan::ScanRule& rule) {
  std::array<int, 3> result{};
  for (const auto& command : tasks::scan::all_scan_commands(tasks::scan::scan_primitives)) {
    ++result[static_cast<std::size_t>(tasks::scan::place_of(rule, command))];
  }
  return result;
}

/// The numbers of actions of test commands.
std::set<int> test_lengths(const tasks::scan::ScanRule& rule) {
  std::set<int> lengths;
  for (const auto& command : tasks::scan::all_scan_commands(tasks::scan::scan_primitives)) {
    if (tasks::scan::place_of(rule, command) == tasks::scan::ScanPlace::test)
      lengths.insert(tasks::scan::scan_action_count(command));
  }
  return lengths;
}

}  // namespace

TEST_CASE("the splits have their published sizes") {
  using enum ScanSplit;
  using Sizes = std::array<int, 3>;
  CHECK(sizes({.split = simple}) == Sizes{20910, 0, 0});  // a fifth is drawn for the test
  CHECK(sizes({.split = length}) == Sizes{16990, 3920, 0});
  CHECK(sizes({.split = add_jump}) == Sizes{13204, 7706, 0});
  CHECK(sizes({.split = add_turn_left}) == Sizes{19702, 1208, 0});
  CHECK(sizes({.split = jump_around_right}) == Sizes{18528, 1173, 1209});
  for (const tasks::scan::ScanSplit split : {right, opposite_right, around_right}) {
    CHECK(sizes({.split = split}) == Sizes{15225, 4476, 1209});
  }
  const int trained[] = {15225, 16290, 17391, 18528};
  for (int fillers = 0; fillers <= 3; ++fillers) {
    const int train = trained[fillers];
    CHECK(sizes({.split = filler, .fillers = fillers}) == Sizes{train, 1173, 20910 - 1173 - train});
  }
}

TEST_CASE("the length split asks for the published lengths, and others by its cutoff") {
  CHECK(test_lengths({.split = tasks::scan::ScanSplit::length}) ==
        std::set{24, 25, 26, 27, 28, 30, 32, 33, 36, 40, 48});
  CHECK(test_lengths({.split = tasks::scan::ScanSplit::length, .max_actions = 33}) ==
        std::set{36, 40, 48});
}

TEST_CASE("a limit on actions takes commands from training and from nowhere else") {
  const tasks::scan::ScanRule free{.split = tasks::scan::ScanSplit::add_jump};
  const tasks::scan::ScanRule limited{.split = tasks::scan::ScanSplit::add_jump, .max_actions = 10};
  CHECK(sizes(limited)[1] == sizes(free)[1]);
  CHECK(sizes(limited)[0] < sizes(free)[0]);
  CHECK(sizes(limited)[0] + sizes(limited)[2] == sizes(free)[0]);
  const tasks::scan::ScanRule long_ones{.split = tasks::scan::ScanSplit::add_jump,
                                        .min_actions = 11};
  CHECK(sizes(long_ones)[1] == sizes(free)[1]);
  CHECK(sizes(long_ones)[0] + sizes(limited)[0] ==
        sizes(free)[0]);  // a command is one or the other
  const tasks::scan::ScanRule both{
      .split = tasks::scan::ScanSplit::length, .max_actions = 30, .min_actions = 11};
  const tasks::scan::ScanRule most{.split = tasks::scan::ScanSplit::length, .max_actions = 30};
  CHECK(sizes(both)[1] == sizes(most)[1]);  // what is asked stays the same
  CHECK(sizes(both)[0] < sizes(most)[0]);
}

TEST_CASE("what is held out is in no training command") {
  using enum ScanSplit;
  const auto words = tasks::scan::scan_vocabulary(tasks::scan::scan_primitives);
  const std::pair<tasks::scan::ScanSplit, std::string> held_out[] = {
      {add_jump, "jump"},
      {add_turn_left, "turn left"},
      {jump_around_right, "jump around right"},
      {right, "walk right"},
      {opposite_right, "opposite right"},
      {around_right, "around right"},
      {filler, "jump around right"}};
  for (const auto& [split, text] : held_out) {
    int in_training = 0;
    for (const auto& command : tasks::scan::all_scan_commands(tasks::scan::scan_primitives)) {
      const bool has =
          words.text(tasks::scan::scan_words({}, command)).find(text) != std::string::npos;
      const tasks::scan::ScanPlace place = tasks::scan::place_of({.split = split}, command);
      in_training += has && place == tasks::scan::ScanPlace::train &&
                     command != tasks::scan::shown_alone(split);
    }
    INFO(text);
    CHECK(in_training == 0);
  }
}

TEST_CASE("impossible rules are errors that name the field") {
  CHECK_THROWS_WITH(tasks::scan::require_valid(tasks::scan::ScanRule{
                        .split = tasks::scan::ScanSplit::filler, .fillers = 4}),
                    "fillers: must be in 0..3, got 4");
  CHECK_THROWS_WITH(tasks::scan::require_valid(tasks::scan::ScanRule{
                        .split = tasks::scan::ScanSplit::length, .fillers = 1}),
                    "fillers: is read by the split filler only, got 1 and length");
  CHECK_THROWS_WITH(tasks::scan::require_valid(tasks::scan::ScanRule{.max_actions = 0}),
                    "max_actions: must be >= 1, got 0");
  CHECK_THROWS_WITH(tasks::scan::require_valid(tasks::scan::ScanRule{.min_actions = 0}),
                    "min_actions: must be >= 1, got 0");
}
