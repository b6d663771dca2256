#include "lab/spec/text.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/file.h"
#include "base/random.h"
#include "base/tsv.h"
#include "lab/spec/spec.pb.h"
#include "tests/lab/spec/testing.h"

using namespace lab_tests;

namespace {

/// One line each: what a spec may say beyond the smallest.
const std::vector<std::string> settings{
    "seed=7",
    "data_seed=18446744073709551615",
    "task={sorting {inputs: FIXED_DENSITY density: 0.1 values: 50}}",
    "task.difficulty={low: 3 high: 17}",
    "task.weight=0.3333333333333333",
    "hint=[{list_hint {kind: COUNT}}]",
    "hint+={list_hint {kind: FILL values: 100} weight: 2 name: \"a \\\"fill\\\"\"}",
    "hint+={sorting {} difficulty {high: 9} name: \"short\"}",
    "model.width=96",
    "model.hidden=200",
    "model.positions=ROTARY",
    "model.logit_scale=LEARNED_LOG_N",
    "model.tied_embeddings=false",
    "train.learning_rate=3e-4",
    "train.clip=-0.0",
    "train.schedule=LINEAR",
    "adamw.epsilon=1e-12",
    "score.difficulties=[60, 20, 40]",
    "score.pools=[TEST, TRAIN]",
    "score.hints=false",
    "position_ids=RANDOM_SHIFT",
    "name=a \"name\" with = and \\",
};

/// A spec in which each of them is read.
const std::string all_read =
    "task { sorting {} }\nhint { list_hint {} }\nmodel { positions: LEARNED }\n"
    "train { steps: 1000 }\n";

lab::spec::Overrides some_settings(std::uint64_t index) {
  base::Random random(1, "settings", index);
  lab::spec::Overrides some;
  for (const auto& one : settings) {
    if (random.below(2) == 0) some.push_back(one);
  }
  return some;
}

}  // namespace

TEST_CASE("a run's text says the same as its spec, and in one way") {
  for (std::uint64_t index = 0; index < 300; ++index) {
    const auto spec = spec_of(all_read, some_settings(index));
    INFO(spec.text);
    const auto again = checked(lab::spec::parse_spec(spec.text, "spec.textproto", "/nowhere"));
    CHECK(again.text == spec.text);
    CHECK(again.fingerprint == spec.fingerprint);
    CHECK(again.name == spec.name);
  }
}

TEST_CASE("the difficulties of every kind of task and hint are in the run's text") {
  const auto* kinds = lab::proto::Part::descriptor()->FindOneofByName("kind");
  int accepted = 0;
  for (int i = 0; i < kinds->field_count(); ++i) {
    const std::string kind = kinds->field(i)->name() + " {}";
    const std::string part = "{ " + kind + " difficulty { low: 5 high: 5 } name: \"x\" }";
    for (const std::string& text : {"task " + part, "task { " + kind + " } hint " + part}) {
      lab::spec::RunSpec spec;
      try {
        spec = spec_of(text + "\ntrain { steps: 1000 }");
      } catch (const base::Error&) {
        continue;  // a finite function has difficulties of its own
      }
      INFO(spec.text);
      const auto again = checked(lab::spec::parse_spec(spec.text, "spec.textproto", "/nowhere"));
      const lab::spec::MixturePart& last = spec.hints.empty() ? again.main : again.hints.at(0);
      CHECK(last.difficulty == tasks::Range{5, 5});
      CHECK(again.fingerprint == spec.fingerprint);
      ++accepted;
    }
  }
  CHECK(accepted >= 2 * 9);
}

TEST_CASE("a value written out at its default changes no fingerprint") {
  const auto plain = spec_of(smallest).fingerprint;
  const std::vector<lab::spec::Overrides> same{
      {"seed=0"},
      {"name=other"},
      {"model.hidden=256"},
      {"model={}", "adamw={beta1: 0.9}"},
      {"train.learning_rate=0.001", "train.clip=1.0"},
      {"task.name=parity", "task.difficulty={}"},
      {"score.difficulties=[20]", "score.pools=[TEST]"},
      {"score.range={low: 20 high: 20}"},
      {"hint=[]"},
  };
  for (const auto& overrides : same) {
    INFO(overrides[0]);
    CHECK(spec_of(smallest, overrides).fingerprint == plain);
  }
}

TEST_CASE("a value that differs changes the fingerprint") {
  const auto plain = spec_of(all_read).fingerprint;
  for (const auto& one : settings) {
    if (one.starts_with("name=")) continue;
    INFO(one);
    CHECK(spec_of(all_read, {one}).fingerprint != plain);
  }
}

TEST_CASE("fingerprints of the golden specs stay what they were") {
  const auto table = base::read_tsv(golden_specs() / "fingerprints.tsv");
  REQUIRE(table.rows.size() >= 4);
  for (const auto& row : table.rows) {
    INFO(row[0]);
    CHECK(checked(lab::spec::read_spec(golden_specs() / row[0])).fingerprint == row[1]);
  }
}

TEST_CASE("the golden text of a run stays what it was") {
  const auto spec = checked(lab::spec::read_spec(golden_specs() / "everything.textproto"));
  CHECK(spec.text == base::read_file(golden_specs() / "everything.canonical.txt"));
}

TEST_CASE("numbers are written as short as they can be read back") {
  CHECK(lab::spec::shortest(0.1) == "0.1");
  CHECK(lab::spec::shortest(1e-5) == "1e-05");
  CHECK(lab::spec::shortest(20) == "20");
  CHECK(lab::spec::shortest(1.0 / 3) == "0.3333333333333333");
  CHECK(lab::spec::shortest(-0.0) == "0");
  CHECK(lab::spec::readable(1e6) == "1000000");
}
