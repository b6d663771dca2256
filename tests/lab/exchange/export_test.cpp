#include "lab/exchange/export.h"

#include <zlib.h>

#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "base/error.h"
#include "base/file.h"
#include "base/scratch_folder.h"
#include "tests/lab/spec/testing.h"

using lab::exchange::export_pools;
using nlohmann::json;

namespace {

const std::string text =
    "task { sorting { values: 9 } difficulty { low: 3 high: 4 } }\n"
    "hint { list_hint { kind: COUNT } }\n"
    "train { steps: 1000 }\n"
    "score { difficulties: [ 6 ] }\n"
    "data_seed: 5\n"
    "score_seed: 6\n";

lab::exchange::ExportRequest twenty() {
  lab::exchange::ExportRequest request;
  request.examples = 20;
  return request;
}

/// A folder with an export of `text` in it.
struct Exported {
  base::ScratchFolder folder;
  std::filesystem::path file = folder.path() / "pools.jsonl";
  std::vector<json> lines;
  json manifest;

  explicit Exported(const lab::exchange::ExportRequest& request = twenty()) {
    lab::exchange::export_pools(lab_tests::lesson_from(text), request, file);
    std::istringstream input(base::read_file(file));
    for (std::string line; std::getline(input, line);) lines.push_back(json::parse(line));
    manifest = json::parse(base::read_file(file.string() + ".manifest.json"));
  }
};

}  // namespace

TEST_CASE("an export has every task, pool and difficulty asked for, as the manifest counts them") {
  const Exported exported;
  // sorting at 3, 4 and 6, count at 3 and 4; three pools.
  CHECK(exported.manifest.at("blocks").size() == 15);
  CHECK(exported.lines.size() == 15 * 20);
  std::size_t line = 0;
  for (const json& block : exported.manifest.at("blocks")) {
    std::set<std::string> keys, prompts;
    for (int i = 0; i < block.at("examples"); ++i, ++line) {
      const json& row = exported.lines.at(line);
      CHECK(row.at("task") == block.at("task"));
      CHECK(row.at("pool") == block.at("pool"));
      CHECK(row.at("difficulty") == block.at("difficulty"));
      CHECK(row.at("index") >= i);
      CHECK(prompts.insert(row.at("prompt")).second);
      keys.insert(row.at("key"));
    }
    CHECK(block.at("wanted") == 20);
    CHECK(block.at("examples") == 20);
    CHECK(block.at("questions") == keys.size());
    CHECK(block.at("seed") == (block.at("pool") == "train" ? 5 : 6));
  }
}

TEST_CASE("an export has no question twice, and says how many there are of fewer than wanted") {
  const Exported exported({.examples = 1000, .pools = {}, .difficulties = {2}});
  std::set<std::string> prompts;
  for (const json& row : exported.lines) {
    if (row.at("task") == "sorting") CHECK(prompts.insert(row.at("prompt")).second);
  }
  CHECK(prompts.size() == 81);  // lists of two of nine items, in three pools
  int examples = 0;
  for (const json& block : exported.manifest.at("blocks")) {
    if (block.at("task") != "sorting") continue;
    CHECK(block.at("wanted") == 1000);
    CHECK(block.at("examples") > block.at("questions"));  // two orders of a list
    examples += block.at("examples").get<int>();
  }
  CHECK(examples == 81);
}

TEST_CASE("exported examples are those that are trained on and scored") {
  const Exported exported;
  const auto lesson = lab_tests::lesson_from(text);
  const lab::train::Mixture& mixture = lesson.mixture;
  const auto& words = mixture.task(0).vocabulary();
  for (const json& row : exported.lines) {
    if (row.at("task") != "sorting" || row.at("pool") != "test") continue;
    const auto example = tasks::example_at(mixture.task(0), tasks::Pool::test, row.at("difficulty"),
                                           6, row.at("index"));
    CHECK(row.at("prompt") == words.text(example.prompt));
    CHECK(row.at("answer") == words.text(example.answer));
    CHECK(row.at("facets").at("length") == row.at("difficulty"));
  }
}

TEST_CASE("no key of an export is in two pools") {
  const Exported exported;
  std::map<std::string, std::set<std::string>> pools;
  for (const json& row : exported.lines) pools[row.at("key")].insert(row.at("pool"));
  for (const auto& [key, of_key] : pools) CHECK(of_key.size() == 1);
  CHECK(pools.size() > 50);
}

TEST_CASE("the manifest tells the file's size and checksum, and the spec") {
  const Exported exported({.examples = 2, .pools = {tasks::Pool::test}, .difficulties = {3, 5}});
  const std::string content = base::read_file(exported.file);
  const json& about = exported.manifest.at("file");
  CHECK(about.at("name") == "pools.jsonl");
  CHECK(about.at("lines") == 8);
  CHECK(about.at("bytes") == content.size());
  const auto sum =
      ::crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()));
  const std::string checksum = about.at("checksum");
  CHECK(std::stoul(checksum.substr(6), nullptr, 16) == sum);
  const auto spec = lab_tests::spec_of(text);
  CHECK(exported.manifest.at("fingerprint") == spec.fingerprint);
  CHECK(exported.manifest.at("spec") == spec.text);
}

TEST_CASE("an export that fails leaves the old one as it was") {
  const base::ScratchFolder folder;
  const auto file = folder.path() / "pools.jsonl";
  base::write_file(file, "old");
  base::write_file(file.string() + ".manifest.json", "old");
  const auto lesson = lab_tests::lesson_from(text);
  CHECK_THROWS_AS(
      lab::exchange::export_pools(
          lesson, {.examples = 2, .pools = {tasks::Pool::train}, .difficulties = {3, 5000}}, file),
      base::Error);
  CHECK(base::read_file(file) == "old");
  CHECK(base::read_file(file.string() + ".manifest.json") == "old");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2);
}
