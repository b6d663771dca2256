#include <catch2/catch.hpp>

#include "tests/lab/spec/testing.h"

using namespace lab_tests;

namespace {

const std::string sorting_base =
    "task { sorting {} difficulty { high: 15 } }\n"
    "train { steps: 1000 batch: 16 }\n"
    "hint { list_hint { kind: COUNT } }\n"
    "score { difficulties: [15, 30] }\n";

/// The spec `text` beside a file base.textproto.
lab::spec::RunSpec above(const std::string& text) {
  const TemporaryFolder folder;
  folder.write("base.textproto", sorting_base);
  return checked(lab::spec::read_spec(folder.write("exp.textproto", text)));
}

}  // namespace

TEST_CASE("an included field holds until the including file sets it") {
  const auto spec = above("include: \"base.textproto\"\ntrain { batch: 8 lanes: 2 }\n");
  CHECK(spec.train.steps == 1000);
  CHECK(spec.train.batch == 8);
  CHECK(spec.train.lanes == 2);
  CHECK(spec.main.difficulty.high == 15);
}

TEST_CASE("a field wins over an include that is written after it") {
  CHECK(above("train { batch: 8 }\ninclude: \"base.textproto\"\n").train.batch == 8);
}

TEST_CASE("a list that the including file sets replaces the included one") {
  const std::string include = "include: \"base.textproto\"\n";
  CHECK(above(include).hints.size() == 1);
  CHECK(above(include + "hint { list_hint { kind: FILL } }").hints.at(0).name == "fill");
  CHECK(above(include + "hint { list_hint { kind: FILL } }").hints.size() == 1);
  CHECK(above(include + "hint: []").hints.empty());
  CHECK(above(include + "score { difficulties: 40 }").score.difficulties == std::vector<int>{40});
  CHECK(above(include + "score { difficulties: [] }").score.difficulties == std::vector<int>{15});
  CHECK(above(include + "score { every: 5 }").score.difficulties == std::vector<int>{15, 30});
}

TEST_CASE("another task replaces the included one and keeps what it does not set") {
  const auto spec = above("include: \"base.textproto\"\nhint: []\ntask { parity {} }\n");
  CHECK(spec.main.name == "parity");
  CHECK(spec.main.difficulty.high == 15);
}

TEST_CASE("what an include says is taken back, and of two that say the same the later wins") {
  const std::string include = "include: \"base.textproto\"\n";
  CHECK(above(include + "unset: [\"train.batch\", \"hint\"]").train.batch == 64);
  CHECK(above(include + "unset: \"hint\"").hints.empty());
  CHECK(above(include + "unset: \"score\" score { difficulties: 9 }").score.difficulties ==
        std::vector<int>{9});
  CHECK(above(include + "score { range { low: 3 high: 5 } }").score.difficulties ==
        std::vector<int>{3, 4, 5});
  CHECK(above(include + "unset: \"hint\"").text.find("unset") == std::string::npos);
  const TemporaryFolder folder;
  folder.write("base.textproto", sorting_base + "unset: \"train.batch\"");
  folder.write("ranged.textproto",
               "include: \"base.textproto\"\nscore { range { low: 3 high: 5 } }\n");
  const std::string ranged = "include: \"ranged.textproto\"\n";
  const auto difficulties = [&](const std::string& text) {
    return checked(lab::spec::read_spec(folder.write("exp.textproto", ranged + text)))
        .score.difficulties;
  };
  CHECK(difficulties("") == std::vector<int>{3, 4, 5});
  CHECK(difficulties("score { difficulties: 7 }") == std::vector<int>{7});
  CHECK(difficulties("score { difficulties: [] }") == std::vector<int>{15});
  const auto top = folder.write("exp.textproto", ranged + "unset: \"trian.batch\"\n");
  CHECK(first_line(complaint([&] { lab::spec::read_spec(top); })) ==
        top.string() + ":2:1: error: no field `trian` in a spec (did you mean `train`?)");
}

TEST_CASE("a file may begin with a mark of UTF-8, and what is none is found where it is") {
  const TemporaryFolder folder;
  const auto marked = folder.write("marked.textproto", "\xEF\xBB\xBF" + sorting_base);
  CHECK(checked(lab::spec::read_spec(marked)).train.batch == 16);
  const auto latin = folder.write("latin.textproto", sorting_base + "name: \"caf\xE9\"\n");
  CHECK_THAT(complaint([&] { lab::spec::read_spec(latin); }),
             Catch::StartsWith(latin.string() + ":5: wanted UTF-8, found byte 0xE9"));
  const auto escaped = folder.write("escaped.textproto", sorting_base + "name: \"caf\\351\"\n");
  CHECK(first_line(complaint([&] { lab::spec::read_spec(escaped); })) ==
        escaped.string() + ":5:1: error: name must be UTF-8");
}

TEST_CASE("later includes win, and paths are relative to the file they are in") {
  const TemporaryFolder folder;
  folder.write("parts/small.textproto", "include: \"deeper/tiny.textproto\"\nmodel { blocks: 1 }");
  folder.write("parts/deeper/tiny.textproto", "model { width: 32 blocks: 7 }\nseed: 9");
  folder.write("base.textproto", sorting_base + "model { width: 128 blocks: 3 heads: 2 }");
  const auto lesson = lab::train::lesson_of(lab::spec::read_spec(folder.write(
      "exp.textproto", "include: \"base.textproto\"\ninclude: \"parts/small.textproto\"\n")));
  const auto& spec = lesson.spec;
  CHECK(lesson.model.width == 32);
  CHECK(lesson.model.blocks == 1);
  CHECK(lesson.model.heads == 2);
  CHECK(spec.seed == 9);
  CHECK(spec.name == "exp");
}

TEST_CASE("a run's text needs no other file") {
  const auto spec = above("include: \"base.textproto\"\n");
  const auto again = checked(lab::spec::parse_spec(spec.text, "spec.textproto", "/nowhere"));
  CHECK(again.fingerprint == spec.fingerprint);
  CHECK(spec.text.find("include") == std::string::npos);
}

TEST_CASE("a mistake in an included file is found in that file") {
  const TemporaryFolder folder;
  const auto file = folder.write("base.textproto", sorting_base + "model {\n  heads: 3\n}\n");
  const auto top = folder.write("exp.textproto", "include: \"base.textproto\"\n");
  CHECK(first_line(complaint([&] { checked(lab::spec::read_spec(top)); })) ==
        file.string() + ":6:3: error: model.heads (3) must divide model.width (64, default)");
  folder.write("base.textproto", "modle { heads: 3 }\n");
  CHECK(first_line(complaint([&] { lab::spec::read_spec(top); })) ==
        file.string() + ":1:1: error: no field `modle` in a spec (did you mean `model`?)");
}

TEST_CASE("includes that cannot be read are found where they are included") {
  const TemporaryFolder folder;
  const auto top = folder.write("exp.textproto", "seed: 1\ninclude: \"missing.textproto\"\n");
  CHECK(complaint([&] { lab::spec::read_spec(top); })
            .starts_with(top.string() + ":2:1: error: " + folder.path().string() +
                         "/missing.textproto: cannot read: "));
}

TEST_CASE("includes that go round in a circle are refused") {
  const TemporaryFolder folder;
  const auto a = folder.write("a.textproto", "include: \"b.textproto\"\n");
  const auto b = folder.write("b.textproto", "include: \"./a.textproto\"\n");
  CHECK(first_line(complaint([&] { lab::spec::read_spec(a); })) ==
        b.string() +
            ":1:1: error: includes go round in a circle: a.textproto -> b.textproto -> "
            "a.textproto");
}
