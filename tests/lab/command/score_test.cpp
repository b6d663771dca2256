#include <catch2/catch.hpp>

#include "base/scratch_folder.h"
#include "base/tsv.h"
#include "lab/train/train_run.h"
#include "tests/lab/command/program.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::command {
namespace {

using Words = std::vector<std::string>;

/// A run over a function all of whose calls were seen: there is no question of types 1 to 3.
struct AllSeen {
  base::ScratchFolder scratch;
  spec::RunSpec spec =
      tests::tiny_spec({"task={composition {entities: 8 items: 450 seen_ratio: 1}}", "hint=[]",
                        "score.difficulties=[]"});

  AllSeen() { train::train_run(train::lesson_of(spec), {scratch.path(), 1, {}}); }

  tests::Ended score(Words words) const {
    words.insert(words.begin(), {"score", spec.fingerprint});
    words.insert(words.end(), {"--store", scratch.path()});
    return tests::lab(words);
  }
};

}  // namespace

TEST_CASE("an empty pool is left out, and an error if it was asked for") {
  const AllSeen run;
  const tests::Ended all = run.score({});
  CHECK(all.code == 0);
  CHECK(base::parse_tsv(all.out, "stdout").rows.size() == 1);
  for (const Words& words : {Words{"--pool", "type_1"},
                             {"--pool", "train", "--pool", "type_1"},
                             {"--pool", "type_1", "--task", "two_hop"}}) {
    const tests::Ended ended = run.score(words);
    CHECK(ended.code == 2);
    CHECK(ended.out == "");
    CHECK_THAT(ended.err, Catch::Contains("--pool: two_hop has no question in pool type_1 at the "
                                          "difficulties asked"));
  }
  CHECK(run.score({"--task", "two_hop"}).out == all.out);
}

}  // namespace lab::command
