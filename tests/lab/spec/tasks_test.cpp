#include <catch2/catch.hpp>

#include "tasks/catalog/catalog.h"
#include "tests/lab/spec/testing.h"

using namespace lab_tests;
using Catch::Matchers::Contains;
using Catch::Matchers::Equals;

namespace {

const std::string train = "train { steps: 1000 }\n";

/// The task of a spec, of type `Config`.
template <typename Config>
Config task_in(const std::string& task) {
  return std::get<Config>(spec_of("task { " + task + " }\n" + train).main.task);
}

}  // namespace

TEST_CASE("parity with a scratchpad is read from specs") {
  using Config = tasks::bits::ParityScratchpadConfig;
  CHECK(task_in<Config>("parity_scratchpad {}").hints == tasks::IndexMarks::on);
  const auto config = task_in<Config>("parity_scratchpad { max_bits: 30 hints: OFF }");
  CHECK(config.max_bits == 30);
  CHECK(config.hints == tasks::IndexMarks::off);
  CHECK(spec_of("task { parity_scratchpad {} }\n" + train).main.name == "parity_scratchpad");
}

TEST_CASE("copies are read from specs, repeated ones over two values unless told otherwise") {
  using Config = tasks::lists::CopyConfig;
  CHECK(task_in<Config>("copy {}").items == tasks::lists::CopyItems::unique);
  CHECK(task_in<Config>("copy {}").values == 100);
  CHECK(task_in<Config>("copy { hints: ON max_length: 50 }").hints == tasks::IndexMarks::on);
  CHECK(task_in<Config>("copy { items: REPEATED }").values == 2);
  CHECK(task_in<Config>("copy { items: REPEATED values: 5 }").values == 5);
  CHECK(spec_of("task { copy { items: REPEATED } }\n" + train).main.name == "repeat_copy");
  const auto hinted = spec_of("task { copy {} }\nhint { copy { items: REPEATED } }\n" + train);
  CHECK(hinted.main.name == "unique_copy");
  CHECK(hinted.hints.at(0).name == "repeat_copy");
  CHECK(std::get<Config>(hinted.hints.at(0).task).values == 2);
}

TEST_CASE("tasks that count are read from specs") {
  const auto count_up =
      task_in<tasks::lists::CountUpConfig>("count_up { numbers: 60 max_length: 50 }");
  CHECK(count_up.numbers == 60);
  CHECK(count_up.max_length == 50);
  const auto mode = task_in<tasks::lists::ModeConfig>("mode { values: 26 few: 3 max_length: 40 }");
  CHECK(mode.items == tasks::lists::ModeItems::few);
  CHECK(mode.values == 26);
  CHECK(mode.few == 3);
  CHECK(mode.max_length == 40);
  CHECK(task_in<tasks::lists::ModeConfig>("mode { items: ANY }").items ==
        tasks::lists::ModeItems::any);
  CHECK(task_in<tasks::bits::MajorityConfig>("majority { max_bits: 60 }").max_bits == 60);
  CHECK(task_in<tasks::bits::BooleanAndConfig>("boolean_and { places: 25 }").places == 25);
}

TEST_CASE("additions are read from specs") {
  const auto plain = task_in<tasks::addition::AdditionConfig>("addition {}");
  CHECK(plain.order == tasks::addition::DigitOrder::forward);
  CHECK(plain.hints == tasks::IndexMarks::off);
  CHECK(plain.digits == tasks::addition::AdditionDigits::uniform);
  const auto config = task_in<tasks::addition::AdditionConfig>(
      "addition { order: REVERSED hints: ON digits: BALANCED_CARRIES max_digits: 40 }");
  CHECK(config.order == tasks::addition::DigitOrder::reversed);
  CHECK(config.hints == tasks::IndexMarks::on);
  CHECK(config.digits == tasks::addition::AdditionDigits::balanced_carries);
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
  CHECK_THAT(complaint_about("task { count_up { numbers: 10 max_length: 100 } }\n" + train),
             Catch::Matchers::Contains("numbers: must be at least max_length (100), got 10"));
  CHECK_THAT(complaint_about("task { mode { values: 4 few: 5 } }\n" + train),
             Catch::Matchers::Contains("few: must be in 2..values (4), got 5"));
}

TEST_CASE("compositions are read from specs, and the formula decides what they are asked") {
  using Config = tasks::composition::CompositionConfig;
  const auto spec = spec_of("task { composition {} }\n" + train);
  CHECK(spec.main.name == "two_hop");
  CHECK(spec.main.difficulty == tasks::Range{2, 2});
  CHECK(spec.score.difficulties == std::vector{2});
  using tasks::Pool;
  CHECK(spec.score.pools == std::vector{tasks::Pool::type_0, tasks::Pool::type_1,
                                        tasks::Pool::type_2, tasks::Pool::type_3});
  const tasks::composition::WorldConfig plain;
  const auto defaults = std::get<Config>(spec.main.task).world;
  CHECK(defaults.entities == plain.entities);
  CHECK(defaults.items == plain.items);
  CHECK(defaults.seen_ratio == plain.seen_ratio);
  CHECK(defaults.hops == plain.hops);
  CHECK(defaults.pool_items == plain.pool_items);
  const auto chain =
      spec_of("task { composition { formula: CHAIN hops: 4 entities: 8 } }\n" + train);
  CHECK(chain.main.name == "chain");
  CHECK(chain.main.difficulty == tasks::Range{4, 4});
  CHECK(chain.score.pools == std::vector{tasks::Pool::type_0, tasks::Pool::ood});
  const auto parallel =
      spec_of("task { composition { formula: PARALLEL_TWO_HOP entities: 8 } }\n" + train);
  CHECK(parallel.main.difficulty == tasks::Range{2, 2});
  CHECK(parallel.score.pools.back() == tasks::Pool::type_7);
}

TEST_CASE("every field of a composition arrives") {
  const auto config = task_in<tasks::composition::CompositionConfig>(
      "composition { formula: THREE_HOP entities: 9 items: 77 seen_ratio: 0.6 world_seed: 5 "
      "operators: SHARED pool_items: 40 scratchpad: BRIDGES bridge_noise: 0.1 answer_noise: 0.2 "
      "pool_at_each_k: 6 target { k: 2 share: [0.001, 0] } }");
  CHECK(config.world.formula == tasks::composition::CompositionFormula::three_hop);
  CHECK(config.world.entities == 9);
  CHECK(config.world.items == 77);
  CHECK(config.world.seen_ratio == 0.6);
  CHECK(config.world.world_seed == 5);
  CHECK(config.world.operators == tasks::composition::Operators::shared);
  CHECK(config.world.pool_items == 40);
  CHECK(config.scratchpad == tasks::composition::Scratchpad::bridges);
  CHECK(config.world.bridge_noise == 0.1);
  CHECK(config.world.answer_noise == 0.2);
  CHECK(config.world.pool_at_each_k == 6);
  CHECK(config.world.target.k == 2);
  CHECK(config.world.target.share == std::vector{0.001, 0.0});
}

TEST_CASE("a hint over a composition is about the same world unless told otherwise") {
  using Config = tasks::composition::CompositionConfig;
  const std::string task =
      "task { composition { entities: 9 items: 77 world_seed: 5 answer_noise: 0.2 } }\n";
  const auto spec = spec_of(
      task + "hint { composition { scratchpad: BRIDGES } name: 'steps' weight: 0 }\n" + train);
  const auto hint = std::get<Config>(spec.hints.at(0).task);
  CHECK(hint.world.entities == 9);
  CHECK(hint.world.items == 77);
  CHECK(hint.world.world_seed == 5);
  CHECK(hint.world.answer_noise == 0);
  CHECK(hint.scratchpad == tasks::composition::Scratchpad::bridges);
  CHECK(spec.hints.at(0).difficulty == tasks::Range{2, 2});
  const auto longer = spec_of(task + "hint { composition { formula: THREE_HOP } }\n" + train);
  CHECK(longer.hints.at(0).name == "three_hop");
  CHECK(longer.hints.at(0).difficulty == tasks::Range{3, 3});
}

TEST_CASE("knowledge graphs are read from specs, and asked where they are out of distribution") {
  using tasks::Pool;
  const auto spec = spec_of("task { knowledge {} }\n" + train);
  CHECK(spec.main.name == "knowledge");
  CHECK(spec.main.difficulty == tasks::Range{1, 2});
  CHECK(spec.score.difficulties == std::vector{2});
  CHECK(spec.score.pools ==
        std::vector{tasks::Pool::ii, tasks::Pool::io, tasks::Pool::oi, tasks::Pool::oo});
  const tasks::knowledge::KnowledgeConfig plain,
      read = std::get<tasks::knowledge::KnowledgeConfig>(spec.main.task);
  CHECK(read.entities == plain.entities);
  CHECK(read.relations == plain.relations);
  CHECK(read.out_degree == plain.out_degree);
  CHECK(read.phi == plain.phi);
  CHECK(read.ood_share == plain.ood_share);
  CHECK(read.atomic == plain.atomic);
  CHECK(read.identity == plain.identity);
  CHECK(read.pool_items == plain.pool_items);
  const auto other = task_in<tasks::knowledge::KnowledgeConfig>(
      "knowledge { entities: 30 relations: 9 out_degree: 7 phi: 2 ood_share: 0.2 atomic: "
      "IN_DISTRIBUTION identity: ON zipf: 1.5 world_seed: 4 pool_items: 60 }");
  CHECK(other.entities == 30);
  CHECK(other.relations == 9);
  CHECK(other.out_degree == 7);
  CHECK(other.phi == 2);
  CHECK(other.ood_share == 0.2);
  CHECK(other.atomic == tasks::knowledge::AtomicFacts::in_distribution);
  CHECK(other.identity == tasks::knowledge::IdentityRows::on);
  CHECK(other.zipf == 1.5);
  CHECK(other.world_seed == 4);
  CHECK(other.pool_items == 60);
  const auto two_hops = spec_of("task { knowledge { atomic: NONE } }\n" + train);
  CHECK(two_hops.main.difficulty == tasks::Range{2, 2});
}

TEST_CASE("comparisons are read from specs") {
  using tasks::Pool;
  const auto spec = spec_of("task { comparison {} }\n" + train);
  CHECK(spec.main.name == "comparison");
  CHECK(spec.main.difficulty == tasks::Range{1, 2});
  CHECK(spec.score.pools == std::vector{tasks::Pool::ii, tasks::Pool::io, tasks::Pool::oo});
  CHECK(std::get<tasks::comparison::ComparisonConfig>(spec.main.task).phi ==
        tasks::comparison::ComparisonConfig{}.phi);
  const auto other = task_in<tasks::comparison::ComparisonConfig>(
      "comparison { entities: 30 attributes: 3 values: 7 phi: 2 ood_share: 0.2 world_seed: 4 "
      "pool_items: 60 }");
  CHECK(other.entities == 30);
  CHECK(other.attributes == 3);
  CHECK(other.values == 7);
  CHECK(other.phi == 2);
  CHECK(other.ood_share == 0.2);
  CHECK(other.world_seed == 4);
  CHECK(other.pool_items == 60);
}

TEST_CASE("a phi beyond the graph is an error that names it") {
  CHECK_THAT(complaint_about("task { knowledge { phi: 19 } }\n" + train),
             Contains("task: phi: must be at most ") && Contains("got 19"));
  CHECK_THAT(complaint_about("task { comparison { phi: 100 } }\n" + train),
             Contains("task: phi: must be at most 89 ") && Contains("got 100"));
}

TEST_CASE("a hint that trains on what the task holds out is refused") {
  const std::string task = "task { composition {} }\n";
  CHECK_THAT(complaint_about(task + "hint { composition { items: 2000 } name: 'more' }\n" + train),
             Contains("exp.textproto:2:1: error: hint[0]: more trains on ") &&
                 Contains(" questions of pool validate of two_hop"));
  CHECK_THAT(complaint_about(
                 task + "hint { composition { world_seed: 1 } name: 'other' weight: 0 }\n" + train),
             Equals("no error"));
  CHECK_THAT(complaint_about(
                 task + "hint { composition { items: 2000 } name: 'more' weight: 0 }\n" + train),
             Equals("no error"));
}

TEST_CASE("a hint has the training items that its task was built to, and other ones are refused") {
  const std::string built = "task { composition { items: 1000 target { share: 0.5 } } }\n";
  CHECK_THAT(complaint_about(built + "hint { composition {} name: 'same' }\n" + train),
             Equals("no error"));
  for (const std::string other : {"target { share: 0.4 }", "target { k: 2 }"}) {
    CHECK_THAT(
        complaint_about(built + "hint { composition { " + other + " } name: 'more' }\n" + train),
        Contains("exp.textproto:2:1: error: ") && Contains(" questions of pool validate of ") &&
            Contains("; give both the same fields"));
  }
}

TEST_CASE("a target out of reach is an error at the task, and k without a share is not read") {
  CHECK_THAT(
      complaint_about(
          "task { composition { entities: 10 items: 200 target { k: 1 share: 0.5 } } }\n" + train),
      Contains("task: target.share: the search does not get there, of ") &&
          Contains("k 1: wanted 50 %, came to 100 %"));
  CHECK_THAT(complaint_about("task { composition { target { k: 2 } } }\n" + train),
             Contains("task.composition.target.k is read only where there is a share"));
  const std::string at_each = "task { composition { entities: 10 pool_at_each_k: 5 ";
  CHECK_THAT(complaint_about(at_each + "} }\n" + train + "score { pools: TYPE_1 }"),
             Contains("pool_at_each_k is read only where score.pools is TYPE_0 or VALIDATE"));
  CHECK_THAT(complaint_about(at_each + "pool_items: 9 } }\n" + train + "score { pools: TYPE_0 }"),
             Contains("pool_items is read only where "));
  CHECK_THAT(complaint_about(at_each + "pool_items: 9 } }\n" + train), Equals("no error"));
}

TEST_CASE("pools that a task lacks or has nothing in are refused") {
  const std::string task = "task { composition { items: 7000 seen_ratio: 1 } }\n";
  CHECK(complaint_about(task + train) == "no error");
  CHECK(first_line(complaint_about(task + train + "score { pools: TEST }")) ==
        "exp.textproto:3:9: error: score.pools: two_hop: has no pool test; its pools are train, "
        "validate, type_0, type_1, type_2, type_3");
  CHECK(
      first_line(complaint_about(task + train + "score { pools: TYPE_1 }")) ==
      "exp.textproto:3:9: error: score.pools: pool type_1 of two_hop is empty at every difficulty "
      "scored");
  CHECK(first_line(complaint_about("task { parity {} }\n" + train + "score { pools: II }")) ==
        "exp.textproto:3:9: error: score.pools: parity: has no pool ii; its pools are train, "
        "validate, test");
}

TEST_CASE("more training items than there are is an error that names the field and the number") {
  CHECK_THAT(complaint_about("task { composition { items: 5000 } }\n" + train),
             Contains("task: items: must be at most ") && Contains("got 5000"));
}

TEST_CASE("the longest answer of a difficulty decides how many positions a spec needs") {
  const std::string task = "task { parity_scratchpad { hints: OFF } difficulty { high: 10 } }\n";
  CHECK(first_line(complaint_about(task + train + "model { max_positions: 22 }")) ==
        "exp.textproto:3:9: error: model.max_positions (22) must be at least 23, for "
        "parity_scratchpad at difficulty 10");
  CHECK(complaint_about(task + train + "model { max_positions: 23 }") == "no error");
}

TEST_CASE("SCAN is read from specs, and its longest commands are its difficulty") {
  const auto spec = spec_of("task { scan {} }\n" + train);
  CHECK(spec.main.name == "scan");
  CHECK(spec.main.difficulty == tasks::Range{2, 2});
  CHECK(spec.score.pools == std::vector{tasks::Pool::test});
  const auto plain = std::get<tasks::scan::ScanConfig>(spec.main.task).world;
  const tasks::scan::ScanWorldConfig defaults;
  CHECK(plain.rule.split == defaults.rule.split);
  CHECK(plain.rule.max_actions == defaults.rule.max_actions);
  CHECK(plain.rule.min_actions == defaults.rule.min_actions);
  CHECK(plain.max_sentences == defaults.max_sentences);
  CHECK(plain.validate_items == defaults.validate_items);
  CHECK(plain.alone_share == defaults.alone_share);
  const auto config = task_in<tasks::scan::ScanConfig>(
      "scan { split: FILLER fillers: 2 max_actions: 30 extra_primitives: 9 max_sentences: 5 "
      "train_items: 700 validate_items: 60 shown: 3 world_seed: 4 min_actions: 2 }");
  CHECK(config.world.rule.split == tasks::scan::ScanSplit::filler);
  CHECK(config.world.rule.fillers == 2);
  CHECK(config.world.rule.max_actions == 30);
  CHECK(config.world.rule.min_actions == 2);
  CHECK(config.world.extra_primitives == 9);
  CHECK(config.world.max_sentences == 5);
  CHECK(config.world.train_items == 700);
  CHECK(config.world.validate_items == 60);
  CHECK(config.world.shown == 3);
  const auto jump = task_in<tasks::scan::ScanConfig>("scan { split: ADD_JUMP alone_share: 0.2 }");
  CHECK(jump.world.alone_share == 0.2);
  CHECK(config.world.world_seed == 4);
}

TEST_CASE("a SCAN that cannot be and a hint that gives the test away are refused") {
  CHECK_THAT(complaint_about("task { scan { train_items: 20000 } }\n" + train),
             Contains("task: train_items: must be at most 15728, got 20000"));
  const std::string jump = "task { scan { split: ADD_JUMP } }\n";
  const auto hinted = spec_of(jump + "hint { scan { train_items: 500 } name: 'few' }\n" + train);
  const auto hint = std::get<tasks::scan::ScanConfig>(hinted.hints.at(0).task).world;
  CHECK(hint.rule.split == tasks::scan::ScanSplit::add_jump);
  CHECK(hint.train_items == 500);
  CHECK_THAT(complaint_about(jump + "hint { scan { split: SIMPLE } name: 'all' }\n" + train),
             Contains("trains on") && Contains("questions of pool"));
}
