#include "lab/spec/files.h"

#include <catch2/catch.hpp>

#include "base/file.h"
#include "lab/store/run_folder.h"
#include "tests/lab/spec/testing.h"

namespace lab::spec {
namespace {

using Catch::Matchers::Contains;

/// Sums of numbers below `below`, without pools.
std::string sums(int below = 12) {
  std::string lines;
  for (int a = 0; a < below; ++a) {
    for (int b = 0; b < below; ++b) {
      lines += "{\"prompt\": \"" + std::to_string(a) + " + " + std::to_string(b) +
               " =\", \"answer\": \"" + std::to_string((a + b) % below) + "\"}\n";
    }
  }
  return lines;
}

/// One line of the train pool and one of the test pool.
std::string pair(const std::string& trained, const std::string& asked,
                 const std::string& more = "") {
  return "{\"prompt\": \"" + trained + "\", \"answer\": \"yes\", \"pool\": \"train\"" + more +
         "}\n{\"prompt\": \"" + asked + "\", \"answer\": \"yes\", \"pool\": \"test\"" + more +
         "}\n";
}

constexpr const char* with_steps = "train { steps: 20 }\n";

std::string complaint_of(const std::filesystem::path& spec, const Overrides& overrides = {}) {
  return lab_tests::complaint([&] { lab_tests::checked(read_spec(spec, overrides)); });
}

}  // namespace

TEST_CASE("a file's path is seen from the file that says it, a set's from the current folder") {
  const lab_tests::TemporaryFolder folder;
  folder.write("data/sums.jsonl", sums());
  folder.write("data/base.textproto", "task { file { path: \"sums.jsonl\" } }\n");
  const auto here = folder.write("spec.textproto",
                                 std::string("include: \"data/base.textproto\"\n") + with_steps);
  const Spec spec = read_spec(here);
  const std::string full = (folder.path() / "data/sums.jsonl").string();
  CHECK(spec.value_at("task.file.path") == full);
  CHECK(read_spec(here, {"task.file.path=" + full}).run.fingerprint == spec.run.fingerprint);
  CHECK_THAT(complaint_of(here, {"task.file.path=sums.jsonl"}),
             Contains("task.file.path: ") && Contains("cannot read"));
}

TEST_CASE("what a file says decides the fingerprint, where it lies does not") {
  const lab_tests::TemporaryFolder folder;
  const auto fingerprint = [&](const std::string& fields) {
    const auto spec =
        folder.write("spec.textproto", "task { file { " + fields + " } }\n" + with_steps);
    return read_spec(spec).run.fingerprint;
  };
  folder.write("one.jsonl", sums());
  folder.write("two.jsonl", sums());
  folder.write("other.jsonl", sums(11));
  const std::string one = fingerprint("path: \"one.jsonl\"");
  CHECK(fingerprint("path: \"two.jsonl\"") == one);
  CHECK(fingerprint("path: \"other.jsonl\"") != one);
  CHECK(fingerprint("path: \"one.jsonl\" tokens: CHARACTERS") != one);
  CHECK(fingerprint("train: \"one.jsonl\"") != one);
  CHECK(fingerprint("train: \"one.jsonl\"") != fingerprint("test: \"one.jsonl\""));
  folder.write("one.jsonl", sums() + "{\"prompt\": \"x\", \"answer\": \"y\"}\n");
  CHECK(fingerprint("path: \"one.jsonl\"") != one);
}

TEST_CASE("the canonical text of a spec with files means the same, and its file may move") {
  const lab_tests::TemporaryFolder folder;
  const auto file = folder.write("sums.jsonl", sums());
  const auto spec_file = folder.write(
      "spec.textproto", std::string("task { file { path: \"sums.jsonl\" } }\n") + with_steps);
  const Spec spec = read_spec(spec_file);
  CHECK(parse_spec(spec.run.text, "again", ".").run.text == spec.run.text);
  const auto store = folder.path() / "store";
  const auto run = store::run_folder(store, spec.run.fingerprint);
  store::prepare_run_folder(run, spec.run);
  std::filesystem::remove(file);
  const Spec stored = store::spec_in(run);
  CHECK(stored.run.fingerprint == spec.run.fingerprint);
  CHECK(std::get<tasks::file::FileConfig>(stored.run.main.task).questions->size() == 144);
  const std::string digest = std::get<tasks::file::FileConfig>(spec.run.main.task).digest[0];
  CHECK(base::read_file(questions::copy_in_store(store, digest)) == sums());
}

TEST_CASE("a file that has changed since is refused, by whoever wanted what it was") {
  const lab_tests::TemporaryFolder folder;
  const auto file = folder.write("sums.jsonl", sums(9));
  const auto spec_file = folder.write(
      "spec.textproto", std::string("task { file { path: \"sums.jsonl\" } }\n") + with_steps);
  const Spec spec = read_spec(spec_file);
  base::write_file(file, sums(8));
  const std::string digest = "digest: \"0123456789abcdef\"";
  folder.write("spec.textproto",
               "task {\n  file { path: \"sums.jsonl\" " + digest + " }\n}\n" + with_steps);
  CHECK_THAT(complaint_of(spec_file),
             Contains("spec.textproto:2:10: error: task.file.path: ") &&
                 Contains("has changed: wanted content of the digest 0123456789abcdef, found "));
  CHECK_THROWS_WITH(store::prepare_run_folder(folder.path() / "store" / "run", spec.run),
                    Contains("sums.jsonl: has changed since it was read: run the command again"));
  CHECK_FALSE(std::filesystem::exists(folder.path() / "store" / "run"));
}

TEST_CASE("by default a file is trained on and asked at all its difficulties, in all its pools") {
  const lab_tests::TemporaryFolder folder;
  std::string lines;
  for (const auto& [pool, difficulty] : std::vector<std::pair<std::string, int>>{
           {"train", 2}, {"train", 5}, {"validate", 9}, {"test", 3}, {"ood", 40}}) {
    lines += "{\"prompt\": \"" + std::string(static_cast<std::size_t>(difficulty), 'a') +
             "\", \"answer\": \"a\", \"pool\": \"" + pool +
             "\", \"difficulty\": " + std::to_string(difficulty) + "}\n";
  }
  folder.write("q.jsonl", lines);
  const auto spec = folder.write(
      "spec.textproto",
      std::string("task { file { path: \"q.jsonl\" tokens: CHARACTERS } }\n") + with_steps);
  CHECK(complaint_of(spec) == "no error");
  const Spec read = read_spec(spec);
  CHECK(read.value_at("task.difficulty.low") == "2");
  CHECK(read.value_at("task.difficulty.high") == "5");
  CHECK(read.value_at("score.pools") == "[TEST, OOD]");
  CHECK(read.value_at("score.difficulties") == "[3, 40]");
  CHECK(read.value_at("task.name") == "file");
  CHECK(read_spec(spec, {"score.pools=[TRAIN]"}).value_at("score.difficulties") == "[2, 5]");
}

TEST_CASE("positions are enough for the longest text of a file") {
  const lab_tests::TemporaryFolder folder;
  std::string longer;
  for (int i = 0; i < 700; ++i) longer += "a ";
  folder.write("q.jsonl", pair("a b", longer + "b"));
  const auto spec = folder.write("spec.textproto",
                                 std::string("task { file { path: \"q.jsonl\" } }\n") + with_steps);
  CHECK(read_spec(spec).value_at("model.max_positions") == "1024");
}

TEST_CASE("pools may have files of their own, and a line there that says another is refused") {
  const lab_tests::TemporaryFolder folder;
  folder.write("a.jsonl", "{\"prompt\": \"a\", \"answer\": \"b\"}\n");
  folder.write("b.jsonl", "{\"prompt\": \"b\", \"answer\": \"a\"}\n");
  const std::string text =
      "task { file { train: \"a.jsonl\" test: \"b.jsonl\" } }\ntrain { steps: 20 }\n";
  const auto spec = folder.write("spec.textproto", text);
  CHECK(complaint_of(spec) == "no error");
  const auto config = std::get<tasks::file::FileConfig>(read_spec(spec).run.main.task);
  CHECK(config.questions->pool(0) == tasks::Pool::train);
  CHECK(config.questions->pool(1) == tasks::Pool::test);
  folder.write("b.jsonl", "{\"prompt\": \"b\", \"answer\": \"a\", \"pool\": \"train\"}\n");
  CHECK_THAT(complaint_of(spec), Contains("spec.textproto:1:32: error: task.file.test: ") &&
                                     Contains("b.jsonl:1: pool: is train in a file for test"));
  folder.write("b.jsonl", "{\"prompt\": \"a\", \"answer\": \"b\"}\n");
  CHECK_THAT(complaint_of(spec), Contains("this question is in pool test, and "));
}

TEST_CASE("a token that no training example has is refused, unless that is what is wanted") {
  const lab_tests::TemporaryFolder folder;
  folder.write("q.jsonl", pair("a b", "a c"));
  const std::string file = "file { path: \"q.jsonl\" }";
  const auto spec = folder.write("spec.textproto", "task { " + file + " }\n" + with_steps);
  CHECK_THAT(complaint_of(spec),
             Contains("task.file: ") && Contains("q.jsonl:2 has the token `c`, and no training "
                                                 "example has: train on it too, or say"));
  CHECK(complaint_of(spec, {"task.file.untrained_tokens=ALLOWED"}) == "no error");
  folder.write("more.jsonl", pair("c", "c b"));
  CHECK(complaint_of(spec, {"hint+={file {path: '" + (folder.path() / "more.jsonl").string() +
                            "'}}"}) == "no error");
}

TEST_CASE("a file without anything to train on, without a path, or with too few digests") {
  const lab_tests::TemporaryFolder folder;
  folder.write("q.jsonl", "{\"prompt\": \"a\", \"answer\": \"b\", \"pool\": \"test\"}\n");
  const auto spec = folder.write(
      "spec.textproto", std::string("task { file { path: \"q.jsonl\" untrained_tokens: ALLOWED } }"
                                    "\n") +
                            with_steps);
  CHECK_THAT(complaint_of(spec), Contains("file has nothing to train on at difficulty 1"));
  CHECK_THAT(lab_tests::complaint_about(std::string("task { file {} }\n") + with_steps),
             Contains("task.file.path: wanted a file of questions here, or in train, validate"));
  CHECK_THAT(complaint_of(spec, {"task.file.digest=[a, b]"}),
             Contains("task.file.digest: wanted one for each file, 1; found 2"));
}

}  // namespace lab::spec
