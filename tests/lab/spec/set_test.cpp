#include <catch2/catch.hpp>

#include "lab/sweep/read_sweep.h"
#include "tests/lab/spec/testing.h"

using namespace lab_tests;

namespace {

struct Equal {
  std::vector<std::string> overrides;
  std::string written;  ///< the same as a line of the file
};

struct Mistake {
  std::string assignment;
  std::string text;  ///< of the complaint, after "--set assignment: error: "
};

const std::string with_hints =
    "task { sorting {} }\ntrain { steps: 1000 }\n"
    "hint { list_hint { kind: COUNT } }\nhint { list_hint { kind: FILL } }\n";

const std::vector<Equal> equals{
    {{"seed=5"}, "seed: 5"},
    {{"model.width=32"}, "model { width: 32 }"},
    {{" model.width = 32 "}, "model { width: 32 }"},
    {{"model={width: 32 heads: 2}"}, "model { width: 32 heads: 2 }"},
    {{"model.heads=8", "model={width: 32}"}, "model { width: 32 }"},
    {{"model.width=16", "model.width=32"}, "model { width: 32 }"},
    {{"model.tied_embeddings=false"}, "model { tied_embeddings: false }"},
    {{"train.learning_rate=3e-4"}, "train { learning_rate: 3e-4 steps: 1000 }"},
    {{"train.schedule=CONSTANT"}, "train { schedule: CONSTANT }"},
    {{"task.name=a b"}, "task { name: \"a b\" }"},
    {{"task.name=\"a b\""}, "task { name: 'a b' }"},
    {{"task.parity.max_bits=30"}, "task { parity { max_bits: 30 } }"},
    {{"score.difficulties=[20, 30]"}, "score { difficulties: 20 difficulties: 30 }"},
    {{"score.difficulties=20"}, "score { difficulties: 20 }"},
    {{"score.difficulties=[20, 30]", "score.difficulties+=40"},
     "score { difficulties: [20, 30, 40] }"},
    {{"score.difficulties=[20, 30]", "score.difficulties+=[40, 50]"},
     "score { difficulties: [20, 30, 40, 50] }"},
    {{"score.difficulties=[20, 30]", "score.difficulties[0]=25"},
     "score { difficulties: [25, 30] }"},
    {{"score.pools=[TRAIN, TEST]"}, "score { pools: [TRAIN, TEST] }"},
    {{"hint+={list_hint {kind: COUNT} weight: 2}"}, "hint { list_hint { kind: COUNT } weight: 2 }"},
    {{"hint=[{list_hint {kind: COUNT}}]", "hint[0].weight=2"},
     "hint { list_hint { kind: COUNT } weight: 2 }"},
    {{"hint=[{list_hint {kind: COUNT}}, {list_hint {kind: FILL}}]", "hint[1]={parity {}}"},
     "hint { list_hint { kind: COUNT } } hint { parity {} }"},
    {{"hint+={list_hint {kind: COUNT}}", "hint=[]"}, ""},
    {{"model={width: 32 heads: 2}", "~model.heads"}, "model { width: 32 }"},
    {{"model={width: 32 heads: 2}", "~ model "}, ""},
    {{"hint+={list_hint {kind: COUNT} weight: 2}", "~hint[0].weight"},
     "hint { list_hint { kind: COUNT } }"},
    {{"hint+={list_hint {kind: COUNT}}", "~hint"}, ""},
    {{"~model.positions"}, ""},
    {{"~hint[3].weight"}, ""},
    {{"score.range={low: 4 high: 9}", "score.difficulties=[7]"}, "score { difficulties: 7 }"},
    {{"score.difficulties=[7]", "score.range={low: 4 high: 5}"},
     "score { range { low: 4 high: 5 } }"},
    {{"score.difficulties=[7]", "score.range.low=4", "score.range.high=5"},
     "score { range { low: 4 high: 5 } }"},
};

}  // namespace

TEST_CASE("setting a field is the same as writing it in the file") {
  const std::string base = "task { sorting {} }\n";
  const std::string train = "train { steps: 1000 }\n";
  for (const auto& pair : equals) {
    CAPTURE(pair.overrides);
    // Written in a file of its own above the base, so that the same field may be in both.
    const TemporaryFolder folder;
    folder.write("base.textproto", base + train);
    const std::string text = "include: \"base.textproto\"\n" + pair.written;
    const auto written = checked(lab::spec::parse_spec(text, "exp.textproto", folder.path()));
    CHECK(spec_of(base + train, pair.overrides).text == written.text);
  }
}

TEST_CASE("setting lists of strings needs no quotes") {
  const std::string sweep =
      "sweep { axis { path: \"model.blocks\" values: \"1\" values: \"2\" } }\n";
  const auto runs = [&](const std::string& assignment) {
    const auto plan =
        lab::sweep::parse_sweep(with_hints + sweep, "exp.textproto", ".", {assignment}).runs;
    std::string names;
    for (const auto& run : plan) names += run.settings[0].value + ";";
    return names;
  };
  CHECK(runs("sweep.axis[0].values=[2, 4, 8]") == "2;4;8;");
  CHECK(runs("sweep.axis[0].values=[\"2\", '4']") == "2;4;");
  CHECK(runs("sweep.axis[0].values+=4") == "1;2;4;");
}

TEST_CASE("a wrong assignment is named with the nearest right one") {
  const std::vector<Mistake> mistakes{
      {"seed", "wanted path=value, path+=value or ~path, found `seed`"},
      {"=3", "wanted path=value, path+=value or ~path, found `=3`"},
      {"sead=3", "no field `sead` in a spec (did you mean `seed`?)"},
      {"train.stepz=3", "no field `stepz` in `train` (did you mean `steps`?)"},
      {"train..steps=3",
       "no field `` in `train`; there are steps, batch, lanes, chunk_tokens, learning_rate, "
       "final_rate, warmup, schedule, clip, average_decay, checkpoint_every, log_every, "
       "keep, frozen"},
      {"seed.x=3", "`seed` has no fields"},
      {"seed=", "`seed`: wanted a value after `=`"},
      {"seed=many", "`seed`: Expected integer, got: many"},
      {"seed=5 data_seed: 6", "`seed`: wanted one value, found `5 data_seed: 6`"},
      {"seed+=5", "`seed` is not a list, += appends to lists"},
      {"seed[0]=5", "`seed` is not a list"},
      {"model=5", "`model`: Expected \"{\", found \"5\""},
      {"model={widht: 5}", "`model`: no field `widht` in `model` (did you mean `width`?)"},
      {"model.positions=rotari",
       "`model.positions`: `rotari` is no value of `positions` (did you mean `ROTARY`?)"},
      {"hint.weight=2", "`hint` is a list: say which one, as in hint[0]"},
      {"hint[2].weight=2", "`hint[2]`: the list has 2 items"},
      {"hint[x].weight=2", "`hint[x]`: wanted a place in a list, as in hint[0]"},
      {"hint[-1].weight=2", "`hint[-1]`: wanted a place in a list, as in hint[0]"},
      {"hint[0.weight=2", "`hint[0`: wanted a place in a list, as in hint[0]"},
      {"hint[0]=[]", "`hint[0]`: wanted one value"},
      {"~",
       "no field `` in a spec; there are name, include, unset, seed, data_seed, score_seed, "
       "task, hint, model, position_ids, train, adamw, score, sweep, start"},
      {"~train.stepz", "no field `stepz` in `train` (did you mean `steps`?)"},
      {"~seed.x", "`seed` has no fields"},
      {"~hint[0]",
       "`hint[0]`: items are not taken back one by one: set the list, as in hint=[...], "
       "or take all of it back"},
      {"~hint.weight", "`hint` is a list: say which one, as in hint[0]"},
      {"model.positions=RoPE",
       "`model.positions`: `RoPE` is no value of `positions` (did you mean `ROTARY`?)"},
      {"model.positions=NoPE",
       "`model.positions`: `NoPE` is no value of `positions` (did you mean `NONE`?)"},
      {"model.positions=ape",
       "`model.positions`: `ape` is no value of `positions` (did you mean `LEARNED`?)"},
      {"train.lr=1", "no field `lr` in `train` (did you mean `learning_rate`?)"},
      {"adamw.lr=1", "no field `lr` in `adamw` (did you mean `train.learning_rate`?)"},
      {"optimizer=1", "no field `optimizer` in a spec (did you mean `adamw`?)"},
      {"train.weight_decay=1",
       "no field `weight_decay` in `train` (did you mean "
       "`adamw.weight_decay`?)"},
      {"n_layer=1", "no field `n_layer` in a spec (did you mean `model.blocks`?)"},
      {"width=1", "no field `width` in a spec (did you mean `model.width`?)"},
      {"task.sortin.values=1", "no field `sortin` in `task` (did you mean `sorting`?)"},
      {"train.learning_rate=1e-3,2e-3",
       "`train.learning_rate`: wanted one value, found `1e-3,2e-3`; several are an axis of a "
       "sweep: "
       "sweep { axis { path: \"train.learning_rate\" values: [...] } }"},
      {"seed=\xE9", "wanted UTF-8"},
      {"include=a.textproto", "`include` cannot be set: includes are read before"},
  };
  for (const auto& mistake : mistakes) {
    CHECK(complaint_about(with_hints, {mistake.assignment}) ==
          "--set " + mistake.assignment + ": error: " + mistake.text);
  }
}

TEST_CASE("a value that was set is named as such when it does not fit") {
  CHECK(complaint_about(with_hints, {"model.heads=3"}) ==
        "exp.textproto: error: model.heads (3, from --set model.heads=3) must divide model.width "
        "(64, default)");
  CHECK(complaint_about(with_hints, {"model={heads: 3}"}) ==
        "exp.textproto: error: model.heads (3, from --set model={heads: 3}) must divide "
        "model.width (64, default)");
  CHECK(complaint_about(with_hints + "model {\n  width: 32\n}\n", {"model.heads=3"}) ==
        "exp.textproto:6:3: error: model.heads (3, from --set model.heads=3) must divide "
        "model.width (32)\n  width: 32\n  ^");
  CHECK(complaint_about(with_hints, {"train.steps=-1"}) ==
        "exp.textproto: error: train.steps (-1, from --set train.steps=-1) must be between 1 and "
        "1000000000");
}

TEST_CASE("quotes in a list keep what a backslash escapes") {
  CHECK(spec_of(with_hints, {R"(score.facets=["length"])"}).score.facets.size() == 1);
  CHECK(complaint_about(with_hints, {R"(score.facets=["a\",b"])"})
            .find("sorting has no facet `a\",b`") != std::string::npos);
}
