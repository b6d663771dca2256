#include "lab/command/json_table.h"

#include <catch2/catch.hpp>

#include "base/file.h"
#include "tests/lab/command/program.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::command {
namespace {

using Json = nlohmann::ordered_json;

TEST_CASE("numbers of a table are numbers, texts are texts, empty cells null") {
  const base::Table table{{"fingerprint", "steps", "rate", "note"},
                          {{"1234567890123456", "60", "0.5", "12 of 3"}, {"00ff", "", "nan", "x"}}};
  const Json rows = json_rows(table, {"fingerprint"});
  CHECK(rows.dump() ==
        R"([{"fingerprint":"1234567890123456","steps":60,"rate":0.5,"note":"12 of 3"},)"
        R"({"fingerprint":"00ff","steps":null,"rate":"nan","note":"x"}])");
}

TEST_CASE("train, sweep and verify say in JSON what they say in tables") {
  const base::ScratchFolder scratch;
  const auto file = scratch.path() / "tiny.textproto";
  const std::string store = scratch.path() / "store";
  base::write_file(file, tests::tiny_text + "sweep { seeds { count: 2 } }\n");
  const auto json_of = [&](std::vector<std::string> words) {
    words.insert(words.end(), {"--json", "--store", store});
    return Json::parse(tests::lab(words).out);
  };
  const Json plan = json_of({"sweep", file, "--dry-run", "-q"});
  REQUIRE(plan.size() == 2);
  CHECK(plan[0]["seed"] == 1);
  CHECK(plan[0]["state"] == "missing");
  CHECK(json_of({"sweep", file, "-q"}).is_array());
  const Json trained = json_of({"train", file, "-q", "--set", "seed=1", "--set", "data_seed=1"});
  CHECK(trained["status"] == "finished");
  CHECK(trained["fingerprint"] == plan[0]["fingerprint"]);
  CHECK(trained["scores"].at(0)["asked"].is_number());
  const Json verified = json_of({"verify", trained["fingerprint"].get<std::string>()});
  CHECK(verified["good"] == true);
  CHECK(verified["scores"].at(0)["saved_solved"].is_number());
  CHECK(verified["scores"].at(0)["verdict"] == "good");
}

}  // namespace
}  // namespace lab::command
