#include "lab/compare/differences.h"

#include <catch2/catch.hpp>

#include "lab/spec/spec.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::compare {
namespace {

/// A spec for each list of overrides.
std::vector<std::string> told_apart(const std::vector<spec::Overrides>& overrides) {
  std::vector<spec::Spec> specs;
  for (const spec::Overrides& sets : overrides) {
    specs.push_back(spec::parse_spec(tests::tiny_text, "tiny.textproto", ".", sets));
  }
  std::vector<std::string> labels;
  for (const spec::plan::Settings& settings : differences(specs)) {
    labels.push_back(spec::plan::label_of(settings, " "));
  }
  return labels;
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_CASE("runs are told apart by the fields in which they differ, seeds left out") {
  CHECK(told_apart({{"seed=1", "model.width=8"}, {"seed=2", "model.width=32"}, {"seed=2"}}) ==
        Labels{"model.width=8", "model.width=32", "model.width=16"});
  CHECK(told_apart({{"seed=1", "data_seed=1"}, {"seed=2", "data_seed=2"}}) == Labels{"", ""});
}

TEST_CASE("defaults that follow from what was said are not told beside it") {
  const std::string text =
      "task { parity {} } model { width: 8 heads: 1 blocks: 1 } score { difficulties: 3 } ";
  const std::vector<spec::Spec> specs{spec::parse_spec(text + "train { steps: 40 }", "short", "."),
                                      spec::parse_spec(text + "train { steps: 60 }", "long", ".")};
  REQUIRE(specs[0].run.train.warmup != specs[1].run.train.warmup);
  CHECK(differences(specs)[0] == spec::plan::Settings{{"train.steps", "40"}});
}

TEST_CASE("runs with other hints are told apart by the names of these") {
  CHECK(told_apart({{}, {"hint=[]"}, {"hint+={list_hint {kind: COUNT} weight: 3}"}}) ==
        Labels{"hint=successor", "hint=none", "hint=successor+count"});
}

TEST_CASE("the order of runs changes nothing of what tells them apart") {
  const spec::Overrides a{"model.width=8"}, b{"hint=[]"}, c{"seed=3"};
  const Labels one = told_apart({a, b, c}), other = told_apart({c, a, b});
  CHECK(one == Labels{other[1], other[2], other[0]});
}

TEST_CASE("what decides no number tells nothing apart") {
  CHECK(told_apart({{"name=\"a\"", "train.log_every=1"}, {"name=\"b\"", "train.keep=ALL"}}) ==
        Labels{"", ""});
}

TEST_CASE("a second seed and what is scored are told where nothing else tells runs apart") {
  CHECK(told_apart({{"data_seed=1"}, {"data_seed=2"}}) == Labels{"data_seed=1", "data_seed=2"});
  CHECK(told_apart({{"score.examples=10"}, {"score.examples=20"}}) ==
        Labels{"score.examples=10", "score.examples=20"});
  CHECK(told_apart({{"score.examples=10", "seed=1"}, {"score.examples=20", "seed=2"}}) ==
        Labels{"", ""});
}

}  // namespace lab::compare
