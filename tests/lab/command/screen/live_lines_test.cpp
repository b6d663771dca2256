#include "lab/command/screen/live_lines.h"

#include <catch2/catch.hpp>

#include "base/text.h"
#include "lab/command/screen/progress_line.h"
#include "lab/command/screen/sweep_table.h"

namespace lab::command::screen {
namespace {

using Catch::Contains;

TEST_CASE("lines are written over those before, and cut a column before the edge") {
  CHECK(redrawn({}, {}, {"abcdef"}, 5) == "\rabcd\033[K\033[J");
  CHECK(redrawn({4, 3}, {}, {"a", "b"}, 5) == "\r\033[1Aa\033[K\nb\033[K\033[J");
  CHECK(redrawn({4}, {"a line that stays"}, {"a"}, 5) ==
        "\ra line that stays\033[K\na\033[K\033[J");
}

TEST_CASE("lines that a narrower terminal has broken are all written over") {
  CHECK(redrawn({199}, {}, {"a"}, 80) == "\r\033[2Aa\033[K\033[J");
  CHECK(redrawn({80}, {}, {"a"}, 80) == "\ra\033[K\033[J");
  CHECK(redrawn({81, 0}, {}, {}, 80) == "\r\033[2A\033[J");
}

const train::TrainingReport report{.step = 50,
                                   .steps = 100,
                                   .loss = 1.25,
                                   .accuracy = 0.5,
                                   .gradient_norm = 0.75,
                                   .learning_rate = 1e-3,
                                   .tokens_per_second = 1234,
                                   .seconds_left = 200};

TEST_CASE("a run's progress fits any terminal, what matters most kept") {
  for (std::size_t columns = 1; columns < 140; ++columns) {
    CHECK(base::letters(progress_text(report, columns)) <= columns);
  }
  CHECK(progress_text(report, 79) ==
        "step 50/100  loss 1.2500  tokens right 50.0 %  1234 tokens/s  3 min 20 s to go");
  CHECK(progress_text(report, 41) == "step 50/100  loss 1.2500");
  CHECK(progress_text(report, 42) == "step 50/100  loss 1.2500  3 min 20 s to go");
}

TEST_CASE("a sweep's lines have each run's step, loss and time to go, and the sum at the end") {
  std::vector<store::RunView> running(30);
  for (std::size_t i = 0; i < running.size(); ++i) {
    running[i] = {"0123456789abcdef",
                  "a name that is longer than there is room for seed=7",
                  store::RunState::running,
                  50,
                  100,
                  {2, 1.5},
                  1000,
                  10,
                  5};
  }
  for (const std::size_t columns : {80, 200}) {
    const auto lines = sweep_lines("the sum", running, {{columns, 24}});
    CHECK(lines.size() <= 23);
    CHECK(lines.back() == "the sum");
    CHECK(lines[lines.size() - 2] == "and 10 more");
    CHECK_THAT(lines[1], Contains("01234567  ") && Contains("seed=7") && Contains("50/100") &&
                             Contains("1.5000") && Contains("5 s"));
    for (const std::string& line : lines) CHECK(base::letters(line) < columns);
  }
  const sweep::EndedRun ended{"0123456789abcdef", "x seed=7", 100, 0.5, store::Fit{998, 1000}, 65};
  const std::string row = ended_row(ended, {{80, 24}});
  CHECK_THAT(row, Contains("done 100") && Contains("0.5000") && Contains("99.8 %") &&
                      Contains("1 min 05 s"));
  CHECK(base::letters(row) == base::letters(sweep_lines("", running, {{80, 24}})[1]));
}

TEST_CASE("names that are too long lack the words that all have, then their middle") {
  const std::vector<std::string> names{"smoke hint=none sorted seed=1",
                                       "smoke hint=count sorted seed=2"};
  const std::set<std::string> shared = shared_words(names);
  CHECK(shared == std::set<std::string>{"smoke", "sorted"});
  CHECK(short_name(names[0], shared, 40) == names[0]);
  CHECK(short_name(names[0], shared, 20) == "hint=none seed=1");
  CHECK(short_name(names[1], shared, 10) == "hin…seed=2");
  CHECK(shared_words(std::span(names).first(1)).empty());
  CHECK(short_name("smoke sorted", shared, 8) == "sm…orted");
}

}  // namespace
}  // namespace lab::command::screen
