#include <catch2/catch.hpp>

#include "tasks/catalog.h"
#include "tests/lab/spec_testing.h"

using namespace lab_tests;

namespace {

const std::string train = "train { steps: 1000 }\n";

/// The task of a spec, of type `Config`.
template <typename Config>
Config task_in(const std::string& task) {
  return std::get<Config>(spec_of("task { " + task + " }\n" + train).main.task);
}

}  // namespace

TEST_CASE("parity with a scratchpad is read from specs") {
  using Config = tasks::ParityScratchpadConfig;
  CHECK(task_in<Config>("parity_scratchpad {}").hints == tasks::IndexHints::on);
  const auto config = task_in<Config>("parity_scratchpad { max_bits: 30 hints: OFF }");
  CHECK(config.max_bits == 30);
  CHECK(config.hints == tasks::IndexHints::off);
  CHECK(spec_of("task { parity_scratchpad {} }\n" + train).main.name == "parity_scratchpad");
}

TEST_CASE("copies are read from specs, repeated ones over two values unless told otherwise") {
  using Config = tasks::CopyConfig;
  CHECK(task_in<Config>("copy {}").items == tasks::CopyItems::unique);
  CHECK(task_in<Config>("copy {}").values == 100);
  CHECK(task_in<Config>("copy { hints: ON max_length: 50 }").hints == tasks::IndexHints::on);
  CHECK(task_in<Config>("copy { items: REPEATED }").values == 2);
  CHECK(task_in<Config>("copy { items: REPEATED values: 5 }").values == 5);
  CHECK(spec_of("task { copy { items: REPEATED } }\n" + train).main.name == "repeat_copy");
  const auto hinted = spec_of("task { copy {} }\nhint { copy { items: REPEATED } }\n" + train);
  CHECK(hinted.main.name == "unique_copy");
  CHECK(hinted.hints.at(0).name == "repeat_copy");
  CHECK(std::get<Config>(hinted.hints.at(0).task).values == 2);
}

TEST_CASE("tasks that count are read from specs") {
  const auto count_up = task_in<tasks::CountUpConfig>("count_up { numbers: 60 max_length: 50 }");
  CHECK(count_up.numbers == 60);
  CHECK(count_up.max_length == 50);
  const auto mode = task_in<tasks::ModeConfig>("mode { values: 26 few: 3 max_length: 40 }");
  CHECK(mode.items == tasks::ModeItems::few);
  CHECK(mode.values == 26);
  CHECK(mode.few == 3);
  CHECK(mode.max_length == 40);
  CHECK(task_in<tasks::ModeConfig>("mode { items: ANY }").items == tasks::ModeItems::any);
  CHECK(task_in<tasks::MajorityConfig>("majority { max_bits: 60 }").max_bits == 60);
  CHECK(task_in<tasks::BooleanAndConfig>("boolean_and { places: 25 }").places == 25);
}

TEST_CASE("additions are read from specs") {
  const auto plain = task_in<tasks::AdditionConfig>("addition {}");
  CHECK(plain.order == tasks::DigitOrder::forward);
  CHECK(plain.hints == tasks::IndexHints::off);
  CHECK(plain.digits == tasks::AdditionDigits::uniform);
  const auto config = task_in<tasks::AdditionConfig>(
      "addition { order: REVERSED hints: ON digits: BALANCED_CARRIES max_digits: 40 }");
  CHECK(config.order == tasks::DigitOrder::reversed);
  CHECK(config.hints == tasks::IndexHints::on);
  CHECK(config.digits == tasks::AdditionDigits::balanced_carries);
  CHECK(config.max_digits == 40);
}

TEST_CASE("a part is named as its task unless told otherwise") {
  const auto name_of = [](const std::string& task) {
    return spec_of("task { " + task + " }\n" + train).main.name;
  };
  CHECK(name_of("count_up {}") == "count_up");
  CHECK(name_of("mode {}") == "mode");
  CHECK(name_of("mode { items: ANY }") == "hard_mode");
  CHECK(name_of("majority {}") == "majority");
  CHECK(name_of("addition {}") == "addition");
  CHECK(name_of("addition { order: REVERSED }") == "reversed_addition");
  CHECK(name_of("boolean_and { places: 25 }") == "boolean_and");
}

TEST_CASE("a vocabulary too small for the lengths asked is an error that names the field") {
  CHECK_THAT(complaint_about("task { count_up { numbers: 10 } }\n" + train),
             Catch::Matchers::Contains("numbers: must be at least max_length (100), got 10"));
  CHECK_THAT(complaint_about("task { mode { values: 4 } }\n" + train),
             Catch::Matchers::Contains("few: must be in 2..values (4), got 5"));
}

TEST_CASE("the longest answer of a difficulty decides how many positions a spec needs") {
  const std::string task = "task { parity_scratchpad { hints: OFF } difficulty { high: 10 } }\n";
  CHECK(first_line(complaint_about(task + train + "model { max_positions: 22 }")) ==
        "exp.textproto:3:9: error: model.max_positions (22) must be at least 23, for "
        "parity_scratchpad at difficulty 10");
  CHECK(complaint_about(task + train + "model { max_positions: 23 }") == "no error");
}
