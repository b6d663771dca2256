#include "lab/spec/fields.h"

#include <catch2/catch.hpp>

#include "tests/lab/spec/testing.h"

namespace lab::spec {
namespace {

std::string value(const std::string& path, const std::string& text) {
  return parse_spec(text, "exp.textproto", ".").value_at(path).value_or("nothing");
}

/// What require_value says of a path; "no error" if nothing.
std::string complaint_about_value(const std::string& path) {
  return lab_tests::complaint([&] { require_value(path, "here"); });
}

TEST_CASE("a field that is not written has the default that it has in this spec") {
  const std::string sorting =
      "task { sorting { values: 8 } }\nhint { list_hint {} }\ntrain { steps: 5 }\n"
      "model { width: 32 }\n";
  CHECK(value("train.steps", sorting) == "5");
  CHECK(value("model.hidden", sorting) == "128");
  CHECK(value("model.positions", sorting) == "NONE");
  CHECK(value("model.tied_embeddings", sorting) == "true");
  CHECK(value("task.name", sorting) == "sorting");
  CHECK(value("hint[0].list_hint.values", sorting) == "8");
  CHECK(value("hint.difficulty.high", sorting) == "20");
  CHECK(value("score.difficulties", sorting) == "[20]");
  CHECK(value("score.pools", sorting) == "[TEST]");
  const std::string composition = "task { composition { formula: THREE_HOP } }\n";
  CHECK(value("task.difficulty.high", composition) == "3");
  CHECK(value("task.composition.entities", composition) == "20");
}

TEST_CASE("a field of a task or hint that is not there, or without default, has no value") {
  const std::string text = "task { sorting {} }\n";
  for (const char* path :
       {"task.parity.max_bits", "hint.weight", "hint[2].weight", "train.steps"}) {
    CHECK(value(path, text) == "nothing");
  }
}

TEST_CASE("a path that holds no value in any run is refused with the reason") {
  CHECK(complaint_about_value("model.width") == "no error");
  CHECK(complaint_about_value("hint[7].list_hint.kind") == "no error");
  CHECK(complaint_about_value("model.widht") ==
        "here: error: no field `widht` in `model` (did you mean `width`?)");
  CHECK(complaint_about_value("model.width.x") == "here: error: `model.width` has no fields");
  CHECK(complaint_about_value("model[0].width") == "here: error: `model` is not a list");
  CHECK(complaint_about_value("task.sorting") ==
        "here: error: `task.sorting` is a block: wanted one of its fields");
  CHECK(complaint_about_value("score.difficulties[0]") ==
        "here: error: `score.difficulties[0]`: wanted the list, as a whole");
  for (const std::string path : {"score.range.low", "sweep.name", "include"}) {
    CHECK(complaint_about_value(path) ==
          "here: error: `" + path +
              "` is in no run's spec: what it stands for is written out there");
  }
}

TEST_CASE("a number, a name or a switch is compared, anything else left to the reader") {
  const std::string text = "task { sorting {} }\nscore { difficulties: 3 }\nname: \"a\"\n";
  const Spec spec = parse_spec(text, "exp.textproto", ".");
  const auto holds = [&](const std::string& path, const std::string& wanted) {
    return spec.plainly_holds(path, wanted);
  };
  CHECK(holds("model.width", "64.0") == true);
  CHECK(holds("model.width", "65") == false);
  CHECK(holds("model.positions", "NONE") == true);
  CHECK(holds("model.positions", "ROTARY") == false);
  CHECK(holds("model.tied_embeddings", "false") == false);
  CHECK(holds("task.parity.max_bits", "500") == false);
  const std::vector<std::pair<std::string, std::string>> others{
      {"model.width", "wide"}, {"model.positions", "ROTRAY"},
      {"name", "a"},           {"score.difficulties", "3"},
      {"model", "{}"},         {"model.tied_embeddings", "1"}};
  for (const auto& [path, wanted] : others) {
    INFO(path);
    CHECK_FALSE(holds(path, wanted).has_value());
  }
}

}  // namespace
}  // namespace lab::spec
