#include <google/protobuf/descriptor.h>

#include <catch2/catch.hpp>
#include <map>

#include "base/error.h"
#include "base/file.h"
#include "base/scratch_folder.h"
#include "lab/coverage/text.h"
#include "lab/exchange/export.h"
#include "lab/spec/fields.h"
#include "lab/store/run_folder.h"
#include "lab/train/train_run.h"
#include "tests/lab/command/program.h"
#include "tests/lab/spec/testing.h"

namespace lab::command {
namespace {

/// A short run of a small model, of which the task is all that is said.
std::string spec_of(const std::string& task, const std::string& model = "",
                    const std::string& train = "", const std::string& score = "") {
  return "task { " + task + " }\nmodel { width: 8 blocks: 1 " + model +
         " }\ntrain { steps: 20 batch: 4 " + train + " }\nscore { examples: 5 " + score + " }\n";
}

/// What `lab` says of one task that is trained, exported, sampled and looked at, if it fails.
std::string failures(const std::string& task, const std::filesystem::path& folder) {
  const std::string file = (folder / "exp.textproto").string(), out = (folder / "out").string(),
                    store = (folder / "store").string();
  base::write_file(file, spec_of(task));
  std::string failures;
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"train", file, "-q", "--store", store},
        {"sweep", file, "--dry-run", "-q", "--store", store},
        {"export", file, "--out", out, "-n", "3"},
        {"sample", file},
        {"coverage", file, "-n", "20"}}) {
    const tests::Ended ended = tests::lab(words);
    if (ended.code != 0) failures += words[0] + ": " + ended.err + "\n";
  }
  return failures;
}

/// The same of a run in this process.
void go_through(const std::string& task, const std::filesystem::path& folder) {
  const train::Lesson lesson =
      train::lesson_of(spec::parse_spec(spec_of(task), "exp.textproto", "."));
  train::train_run(lesson, {folder / "store", 1, {}});
  CHECK_FALSE(
      store::scores_in(store::run_folder(folder / "store", lesson.spec.fingerprint)).empty());
  exchange::ExportRequest request;
  request.examples = 3;
  exchange::export_pools(lesson, request, folder / "out");
  coverage::coverage_text(coverage::coverage_of(lesson, 20, {}));
}

/// What a field may be called that says how much there is of something.
bool is_size(const google::protobuf::FieldDescriptor& field) {
  const std::string& name = field.name();
  return name.starts_with("max_") || name == "places" || name == "numbers" || name == "names" ||
         name == "relations" || name == "out_degree" || name == "values";
}

}  // namespace

TEST_CASE("every kind of task trains, exports, samples and is covered with 20 steps said alone") {
  for (const std::string& kind : lab_tests::generated_kinds()) {
    const base::ScratchFolder scratch;
    INFO(kind);
    CHECK(failures(kind + " {}", scratch.path()) == "");
  }
}

TEST_CASE("every kind of task does so with a small size said alone") {
  int tried = 0;
  for (const std::string& kind : lab_tests::generated_kinds()) {
    const auto& block = *spec::schema_field("task." + kind).message_type();
    for (int i = 0; i < block.field_count(); ++i) {
      if (!is_size(*block.field(i))) continue;
      for (const std::string size : {"4", "5", "10"}) {
        const base::ScratchFolder scratch;
        INFO(kind << " { " << block.field(i)->name() << ": " << size << " }");
        CHECK_NOTHROW(
            go_through(kind + " { " + block.field(i)->name() + ": " + size + " }", scratch.path()));
        ++tried;
      }
    }
  }
  CHECK(tried > 60);
}

TEST_CASE("what leaves nothing to train on or to ask is refused before training by all alike") {
  const base::ScratchFolder scratch;
  const std::string file = (scratch.path() / "exp.textproto").string(),
                    store = (scratch.path() / "store").string();
  for (const auto& [task, said] : std::map<std::string, std::string>{
           {"scan { split: LENGTH max_actions: 48 }",
            "score: nothing can be asked of scan: test is empty at every difficulty scored"},
           {"count_up { numbers: 14 max_length: 14 } difficulty { high: 14 }",
            "count_up has nothing to train on at difficulty"}}) {
    base::write_file(file, spec_of(task));
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"train", file, "-q", "--store", store},
          {"sweep", file, "--dry-run", "--store", store},
          {"sweep", file, "--store", store},
          {"coverage", file},
          {"export", file, "--out", (scratch.path() / "out").string()}}) {
      const tests::Ended ended = tests::lab(words);
      INFO(task << ": " << words[0]);
      CHECK(ended.code == 3);
      CHECK_THAT(ended.err, Catch::Contains(said));
    }
  }
  CHECK_FALSE(std::filesystem::exists(store));
}

TEST_CASE("a pool that is empty at a difficulty is left out of an export, which says so") {
  const base::ScratchFolder scratch;
  const std::string file = (scratch.path() / "exp.textproto").string(),
                    out = (scratch.path() / "out").string();
  base::write_file(file, spec_of("parity {}"));
  const tests::Ended all = tests::lab({"export", file, "--out", out, "-n", "2"});
  CHECK(all.code == 0);
  CHECK_THAT(all.err, Catch::Contains("empty: parity: pool test has no question at difficulty 2"));
  std::filesystem::remove(out);
  const tests::Ended none =
      tests::lab({"export", file, "--out", out, "--pool", "test", "--difficulty", "2"});
  CHECK(none.code == 4);
  CHECK_THAT(none.err, Catch::Contains("nothing to write: parity: pool test has no question at "
                                       "difficulty 2"));
  CHECK_FALSE(std::filesystem::exists(out));
}

TEST_CASE("learned positions that training never reaches are said, once, and a shift trains them") {
  const base::ScratchFolder scratch;
  const std::string file = (scratch.path() / "exp.textproto").string();
  const std::string text =
      spec_of("parity {} difficulty { high: 8 }", "positions: LEARNED", "", "difficulties: 20");
  base::write_file(file, text + "sweep { seeds { count: 2 } }\n");
  const std::string said = "warning: model.positions: LEARNED has a row for each position";
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"train", file, "--store", (scratch.path() / "store").string()},
        {"sweep", file, "--dry-run", "--store", (scratch.path() / "store").string()},
        {"coverage", file, "-n", "9"}}) {
    const tests::Ended ended = tests::lab(words);
    INFO(words[0] << ended.err);
    CHECK(ended.code == 0);
    const auto at = ended.err.find(said);
    REQUIRE(at != std::string::npos);
    CHECK(ended.err.find(said, at + 1) == std::string::npos);
    std::vector<std::string> shifted = words;
    shifted.insert(shifted.end(), {"--set", "position_ids=RANDOM_SHIFT"});
    CHECK_THAT(tests::lab(shifted).err, !Catch::Contains("warning"));
  }
}

TEST_CASE("a run whose loss ends far above guessing is said to have diverged") {
  const base::ScratchFolder scratch;
  const std::string file = (scratch.path() / "exp.textproto").string(),
                    store = (scratch.path() / "store").string();
  base::write_file(
      file, spec_of("parity {}", "", "learning_rate: 10 warmup: 0 clip: 0 schedule: CONSTANT"));
  const tests::Ended swept = tests::lab({"sweep", file, "--store", store});
  CHECK(swept.code == 0);
  CHECK_THAT(swept.err, Catch::Contains("1 finished but diverged"));
  const tests::Ended trained = tests::lab({"train", file, "--store", store});
  CHECK(trained.code == 0);
  CHECK_THAT(trained.err, Catch::Contains("warning: diverged: loss ") &&
                              Catch::Contains(" at the end, above ln V = 1.61: lower "
                                              "train.learning_rate"));
  CHECK_THAT(tests::lab({"runs", "--store", store}).out, Catch::Contains("\tfinished, diverged\t"));
  CHECK_THAT(tests::lab({"runs", "--store", store, "--where", "status=finished", "--json"}).out,
             Catch::Contains("diverged"));
}

}  // namespace lab::command
