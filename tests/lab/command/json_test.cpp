#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/numbers.h"
#include "base/text.h"
#include "tests/lab/command/checkout.h"
#include "tests/lab/command/program.h"
#include "tests/lab/runs/stored.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::command {
namespace {

using Json = nlohmann::json;

/// Whether a text of it looks like a literal of protobuf, or like a number.
bool has_literal(const Json& value) {
  if (value.is_structured()) {
    return std::any_of(value.begin(), value.end(), has_literal);
  }
  if (!value.is_string()) return false;
  const std::string text = value;
  return text.starts_with('"') || text.find("\\303") != text.npos ||
         base::number_in<double>(text).has_value();
}

TEST_CASE("JSON of runs has numbers, lists and the texts that were typed, whatever is asked") {
  tests::StoredRuns store;
  const std::string name = "d\xC3\xA9j\xC3\xA0 \"vu\"";
  store.add(name, 1, 10, 9);
  store.add("other", 2, 10, 9);
  const std::string here = store.scratch.path();
  const std::string run = store.folders[0];
  const std::vector<std::vector<std::string>> cases{
      {"runs", "--json"},
      {"runs", "show", run, "--json"},
      {"runs", "diff", run, store.folders[1], "--json"},
      {"runs", "export", "--json", "--field", "name", "--field", "hint.name", run},
      {"top", "--json"}};
  for (std::vector<std::string> words : cases) {
    words.insert(words.end(), {"--store", here});
    const tests::Ended ended = tests::lab(words);
    INFO(base::joined(words, " ") << "\n" << ended.out << ended.err);
    REQUIRE(ended.code == 0);
    const Json value = Json::parse(
        ended.out.substr(0, words[1] == "export" ? ended.out.find('\n') : std::string::npos));
    CHECK(!has_literal(value));
    if (words[0] == "runs") CHECK_THAT(value.dump(), Catch::Contains("d\xC3\xA9j\xC3\xA0"));
  }
}

TEST_CASE("what is under way is told with numbers, and with null for what is not known") {
  const base::ScratchFolder scratch;
  base::write_file(scratch.path() / "0123456789abcdef" / "spec.textproto", tests::tiny_text);
  const Json runs = Json::parse(tests::lab({"top", "--json", "--store", scratch.path()}).out);
  REQUIRE(runs.size() == 1);
  CHECK(runs[0]["steps"] == 60);
  CHECK(runs[0]["status"] == "waiting");
  CHECK(runs[0]["loss"].is_null());
  CHECK(runs[0]["losses"].is_array());
}

TEST_CASE("experiments are listed, and held against the paper, as JSON") {
  const tests::Checkout here;
  const Json list =
      Json::parse(tests::lab({"reproduce", "--json", "--experiments", here.experiments}).out);
  REQUIRE(list.size() == 1);
  CHECK(list[0]["experiment"] == "tiny");
  CHECK(list[0]["cpu"] == Json{{"done", 0}, {"planned", 2}});
  CHECK(list[0]["full"].is_null());
  const tests::Ended ended = here.run({"tiny", "--json"});
  INFO(ended.out << ended.err);
  const Json gaps = Json::parse(ended.out);
  REQUIRE(!gaps.empty());
  CHECK(gaps[0]["ours"]["median"].is_number());
  CHECK(gaps[0]["verdict"].is_string());
}

TEST_CASE("the command that training names next can be pasted") {
  const base::ScratchFolder scratch;
  const auto file = scratch.path() / "tiny run.textproto", store = scratch.path() / "the store";
  base::write_file(file, tests::tiny_text);
  const tests::Ended trained = tests::lab({"train", file, "--store", store});
  const auto at = trained.err.find("next: lab ");
  REQUIRE(at != std::string::npos);
  const std::string line = trained.err.substr(at, trained.err.find('\n', at) - at);
  const std::string command =
      std::string(LAB_PROGRAM) + line.substr(9) + " > " + (scratch.path() / "out").string();
  INFO(line);
  CHECK(std::system(command.c_str()) == 0);
  CHECK_THAT(base::read_file(scratch.path() / "out"), Catch::Contains("judge"));
}

}  // namespace
}  // namespace lab::command
