#include <catch2/catch.hpp>

#include "base/file.h"
#include "lab/spec/spec.pb.h"
#include "tests/lab/spec/testing.h"

using namespace lab_tests;

namespace {

const std::string task = "task { sorting {} }\n";
const std::string train = "train { steps: 1000 }\n";

struct Mistake {
  std::string text;
  std::string first_line;  ///< of the complaint
};

void check_all(const std::vector<Mistake>& mistakes) {
  for (const auto& mistake : mistakes) {
    CAPTURE(mistake.text);
    CHECK(first_line(complaint_about(mistake.text)) == mistake.first_line);
  }
}

/// "sorting, parity, ...": all that a part may be.
std::string task_kinds() {
  std::string names;
  const auto* kinds = lab::proto::Part::descriptor()->FindOneofByName("kind");
  for (int i = 0; i < kinds->field_count(); ++i) {
    if (i > 0) names += ", ";
    names += kinds->field(i)->name();
  }
  return names;
}

}  // namespace

TEST_CASE("a complaint shows the place, the line and a caret") {
  CHECK(complaint_about("task { parity {} }\ntrain {\n  stepz: 5\n}\n") ==
        "exp.textproto:3:3: error: no field `stepz` in `train` (did you mean `steps`?)\n"
        "  stepz: 5\n"
        "  ^");
  CHECK(complaint_about(task + train + "model {\n\theads: 3\n}\n") ==
        "exp.textproto:4:9: error: model.heads (3) must divide model.width (64, default)\n"
        "        heads: 3\n"
        "        ^");
}

TEST_CASE("a line too long for a screen is not shown") {
  const std::string text = "model { heads: 3 } # " + std::string(300, '.') + "\n" + task + train;
  CHECK(complaint_about(text) ==
        "exp.textproto:1:9: error: model.heads (3) must divide model.width (64, default)");
}

TEST_CASE("mistakes of spelling are found where they are") {
  check_all({
      {"trane { steps: 5 }",
       "exp.textproto:1:1: error: no field `trane` in a spec (did you mean `train`?)"},
      {"hint { wight: 5 }",
       "exp.textproto:1:8: error: no field `wight` in `task` or `hint` (did you mean "
       "`weight`?)"},
      {"train { lr: 5 }",
       "exp.textproto:1:9: error: no field `lr` in `train` (did you mean `learning_rate`?)"},
      {"model { positions: RoPE }",
       "exp.textproto:1:20: error: `RoPE` is no value of `positions` (did you mean `ROTARY`?)"},
      {"sweep { axis { path: \"seed\" values: [one] } }",
       "exp.textproto:1:38: error: wanted text in quotes, found `one`: write \"one\""},
      {"train {\n  zzzzzzzzzz\n: 5 }",
       "exp.textproto:2:3: error: no field `zzzzzzzzzz` in `train`; there are steps, batch, lanes, "
       "chunk_tokens, learning_rate, final_rate, warmup, schedule, clip, average_decay, "
       "checkpoint_every, log_every, keep, frozen"},
      {"train { schedule: COSIN }",
       "exp.textproto:1:19: error: `COSIN` is no value of `schedule` (did you mean `COSINE`?)"},
      {"task { mode { items: ANNY } }",
       "exp.textproto:1:22: error: `ANNY` is no value of `items` (did you mean `ANY`?)"},
      {"model { positions: rotary }",
       "exp.textproto:1:20: error: `rotary` is no value of `positions` (did you mean `ROTARY`?)"},
      {"model { positions: XYZ }",
       "exp.textproto:1:20: error: `XYZ` is no value of `positions`; there are NONE, LEARNED, "
       "SINUSOIDAL, ROTARY, ALIBI"},
      {"train { steps: \"many\" }", "exp.textproto:1:16: error: Expected integer, got: \"many\""},
      {"train { steps: 10 steps: 20 }",
       "exp.textproto:1:19: error: Non-repeated field \"steps\" is specified multiple times"},
      {"train { steps: 99999999999999999999 }",
       "exp.textproto:1:16: error: Integer out of range (99999999999999999999)"},
      {"seed: -1", "exp.textproto:1:7: error: Expected integer, got: -"},
      {"task { parity {} sorting {} }",
       "exp.textproto:1:18: error: Field \"sorting\" is specified along with field \"parity\", "
       "another member of oneof \"kind\""},
      {"train {", "exp.textproto:1:8: error: Expected identifier, got: "},
  });
}

TEST_CASE("numbers outside their limits are found where they are") {
  check_all({
      {"train { steps: 0 }",
       "exp.textproto:1:9: error: train.steps (0) must be between 1 and 1000000000"},
      {"train {\n  learning_rate: -1e-3 }",
       "exp.textproto:2:3: error: train.learning_rate (-0.001) must be between 0 and 10"},
      {"train { clip: nan }",
       "exp.textproto:1:9: error: train.clip (nan) must be between 0 and 1000000"},
      {"train { clip: inf }",
       "exp.textproto:1:9: error: train.clip (inf) must be between 0 and 1000000"},
      {"model { width: 1000000 }",
       "exp.textproto:1:9: error: model.width (1000000) must be between 1 and 16384"},
      {"hint {}\nhint { weight: -1 }",
       "exp.textproto:2:8: error: hint[1].weight (-1) must be between 0 and 1000000"},
      {"score { difficulties: [5, 0] }",
       "exp.textproto:1:9: error: score.difficulties[1] (0) must be between 1 and 100000"},
  });
}

TEST_CASE("fields that do not fit each other are found where they are") {
  check_all({
      {train, "exp.textproto: error: task: a task must be given: " + task_kinds()},
      {train + "task { weight: 2 }",
       "exp.textproto:2:1: error: task: a task must be given: " + task_kinds()},
      {task + train + "hint {}",
       "exp.textproto:3:1: error: hint[0]: a task must be given: " + task_kinds()},
      {task, "exp.textproto: error: train.steps must be given"},
      {task + "train { batch: 3 }", "exp.textproto:2:1: error: train.steps must be given"},
      {task + "train { steps: 100 warmup: 200 }",
       "exp.textproto:2:20: error: train.warmup (200) must be at most train.steps (100)"},
      {task + train + "model { width: 36 heads: 4 positions: ROTARY }",
       "exp.textproto:3:19: error: model.width (36) / model.heads (4) must be even for ROTARY "
       "positions"},
      {"task { sorting {} difficulty { low: 21 high: 20 } }\n" + train,
       "exp.textproto:1:32: error: task.difficulty.low (21) must be at most task.difficulty.high "
       "(20)"},
      {"task { sorting { max_length: 10 } difficulty { high: 20 } }\n" + train,
       "exp.textproto:1:48: error: task.difficulty.high (20) must be within the difficulties of "
       "sorting, 1 to 10"},
      {task + train + "hint { parity { max_bits: 10 } difficulty { low: 11 } }",
       "exp.textproto:3:45: error: hint[0].difficulty.low (11) must be within the difficulties of "
       "parity, 1 to 10"},
      {task + train + "hint { parity {} name: 'sorting' }",
       "exp.textproto:3:18: error: hint[0].name (sorting) is the name of another part: set it"},
      {task + train + "hint { parity {} name: \"a=b\" }",
       "exp.textproto:3:18: error: hint[0].name (a=b) must hold none of = ; / or tabs"},
      {task + train + "name: \"\"",
       "exp.textproto:3:1: error: name must have 1 to 1000 characters, none of them tab or "
       "newline"},
  });
}

TEST_CASE("impossible scores are found where they are") {
  const std::string limited = "task { sorting { max_length: 1000 } }\n";
  check_all({
      {limited + train + "score { difficulties: [20, 2000] }",
       "exp.textproto:3:9: error: score.difficulties (2000) must be within the difficulties of "
       "sorting, 1 to 1000"},
      {task + train + "score { difficulties: [20, 30, 20] }",
       "exp.textproto:3:9: error: score.difficulties: 20 is there twice"},
      {task + train + "score { facets: [\"length\", \"lenght\"] }",
       "exp.textproto:3:9: error: score.facets: sorting has no facet `lenght` (did you mean "
       "`length`?); it has distinct, largest_multiplicity, length, unseen_neighbours, "
       "unseen_value, unseen_copies"},
      {task + train + "score { facets: [\"length\", \"length\"] }",
       "exp.textproto:3:9: error: score.facets: length is there twice"},
      {task + train + "score { pools: TEST pools: TEST }",
       "exp.textproto:3:9: error: score.pools: a pool is there twice"},
      {task + train + "score { difficulties: 3 range { low: 3 high: 4 } }",
       "exp.textproto:3:25: error: score.range and score.difficulties say the same: give one"},
      {task + train + "score { range { low: 30 high: 3 } }",
       "exp.textproto:3:17: error: score.range.low (30) must be at most score.range.high (3)"},
      {task + train + "score { range { high: 100000 } }",
       "exp.textproto:3:9: error: score.range must have at most 10000 difficulties"},
      {limited + train + "score { range { low: 1000 high: 3000 step: 1000 } }",
       "exp.textproto:3:9: error: score.difficulties (2000) must be within the difficulties of "
       "sorting, 1 to 1000"},
  });
}

TEST_CASE("what would not fit a model or a step is found where it is") {
  check_all({
      {task + train + "score { difficulties: 400 }\nmodel { max_positions: 512 }",
       "exp.textproto:4:9: error: model.max_positions (512) must be at least 802, for sorting at "
       "difficulty 400"},
      {"task { sorting { max_length: 10000 } difficulty { high: 10000 } }\ntrain { steps: 1000 "
       "batch: 65536 }\nmodel { max_positions: 50000 }",
       "exp.textproto:2:21: error: train.batch (65536) times 20002 tokens must be at most "
       "100000000"},
  });
}

TEST_CASE("a missing file is a bad spec") {
  CHECK(complaint([] {
          lab::spec::read_spec("/nowhere/spec.textproto");
        }).starts_with("/nowhere/spec.textproto: cannot read: "));
}

TEST_CASE("bytes that are no spec are refused, whatever they are") {
  for (const std::string& text :
       {std::string(1, '\0'), std::string("\xff\xfe"), std::string(100000, '{'),
        std::string("\"unclosed"), std::string("7: 3"), std::string("[lab.proto.limits]: {}")}) {
    CHECK(complaint_about(text).starts_with("exp.textproto:"));
  }
}
