#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/scratch_folder.h"
#include "base/tsv.h"
#include "tests/lab/command/program.h"

namespace lab::command {
namespace {

using Catch::Matchers::Contains;
using nlohmann::json;

/// A folder with forty questions that a small model learns by heart, a spec and its trained run.
struct Own {
  base::ScratchFolder folder;
  std::string file = (folder.path() / "pairs.jsonl").string(),
              spec = (folder.path() / "own.textproto").string(),
              store = (folder.path() / "store").string();

  Own() {
    std::string lines;
    for (int i = 0; i < 40; ++i) {
      lines += json{{"prompt", "q" + std::to_string(i % 8) + " r" + std::to_string(i / 8) + " ="},
                    {"answer", i % 3 == 0 ? "yes" : "no"},
                    {"pool", "train"}}
                   .dump() +
               "\n";
    }
    base::write_file(file, lines);
    base::write_file(spec,
                     "task { file { path: \"pairs.jsonl\" } }\n"
                     "model { width: 32 blocks: 2 }\n"
                     "train { steps: 300 batch: 40 learning_rate: 3e-3 }\n");
  }

  tests::Ended run(std::vector<std::string> words) const {
    words.insert(words.end(), {"--store", store});
    return tests::lab(words);
  }
};

}  // namespace

TEST_CASE("questions of one's own are learned, asked and scored, wherever their file went") {
  const Own own;
  const tests::Ended trained = own.run({"train", own.spec, "-q"});
  REQUIRE(trained.code == 0);
  std::filesystem::remove(own.file);
  const std::string run = base::parse_tsv(own.run({"runs"}).out, "runs").rows[0][0];

  const tests::Ended scored = own.run({"score", run, "--json"});
  REQUIRE(scored.code == 0);
  CHECK(json::parse(scored.out).at(0).at("asked") == 40);
  CHECK(json::parse(scored.out).at(0).at("solved") == 40);

  const tests::Ended asked = own.run({"ask", run, "q3 r0 ="});
  CHECK_THAT(asked.out, Contains("prompt  q3 r0 =\nanswer  yes .\njudge   right\n"));
  const tests::Ended other = own.run({"ask", run, "q3 q3 ="});
  CHECK(other.code == 0);
  CHECK_THAT(other.out, Contains("judge   cannot tell: the file does not ask this"));
  CHECK(json::parse(own.run({"ask", run, "q3 q3 =", "--json"}).out).at("solved").is_null());
  CHECK_THAT(own.run({"ask", run, "q9 ="}).err, Contains("prompt: vocabulary: no token is named"));
}

TEST_CASE("any run is scored on questions of one's own, and told of those it was trained on") {
  const Own own;
  base::write_file(own.spec,
                   "task { sorting { values: 9 } difficulty { low: 2 high: 4 } }\n"
                   "model { width: 16 blocks: 1 }\ntrain { steps: 5 batch: 4 }\n");
  REQUIRE(own.run({"train", own.spec, "-q"}).code == 0);
  const std::string run = base::parse_tsv(own.run({"runs"}).out, "runs").rows[0][0];
  const tests::Ended exported = tests::lab(
      {"export", own.spec, "--out", own.file, "--pool", "train", "--pool", "test", "-n", "7"});
  REQUIRE(exported.code == 0);

  const tests::Ended scored = own.run({"score", run, "--questions", own.file});
  REQUIRE(scored.code == 0);
  CHECK_THAT(scored.err, Contains("warning: 21 of the 42 questions are among those trained on"));
  // What is asked is what the run's own pools ask, so the counts are those of `lab score`.
  const base::Table questions = base::parse_tsv(scored.out, "scores");
  const base::Table pools = base::parse_tsv(
      own.run({"score", run, "--pool", "test", "--difficulty", "2,3,4", "--examples", "7"}).out,
      "scores");
  REQUIRE(questions.rows.size() == 6);
  REQUIRE(pools.rows.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    for (const std::string column : {"pool", "difficulty", "solved", "asked", "nats_per_token"}) {
      INFO(column << " " << i);
      CHECK(questions.rows[3 + i][questions.column(column)] == pools.rows[i][pools.column(column)]);
    }
  }

  base::write_file(own.file, "{\"prompt\": \"<sort> 10 2 =\", \"answer\": \"2 10\"}\n");
  const tests::Ended unknown = own.run({"score", run, "--questions", own.file});
  CHECK(unknown.code == 2);
  CHECK_THAT(unknown.err, Contains("pairs.jsonl:1: the run has no token `10`"));
  CHECK_THAT(own.run({"score", run, "--questions", own.file, "--task", "sorting"}).err,
             Contains("--task: goes without --questions"));
}

}  // namespace lab::command
