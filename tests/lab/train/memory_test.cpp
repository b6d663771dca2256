#include "lab/train/memory.h"

#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <cstdlib>

#include "base/file.h"
#include "base/scratch_folder.h"
#include "lab/train/train_run.h"
#include "tests/lab/command/program.h"
#include "tests/lab/spec/testing.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::train {
namespace {

constexpr std::int64_t mega = 1'000'000;

std::string lists(int items) {
  return "task { sorting { max_length: 100000 } difficulty { low: " + std::to_string(items) +
         " high: " + std::to_string(items) +
         " } }\nmodel { width: 64 heads: 4 blocks: 2 positions: NONE }\n"
         "train { steps: 1 batch: 4 lanes: 1 }\nscore { examples: 1 pools: TEST }\n";
}

std::int64_t to_train(const std::string& text, const spec::Overrides& overrides = {}) {
  return total(memory_to_train(lab_tests::lesson_from(text, overrides), 1));
}

std::string complaint(const MemoryNeed& need, std::optional<std::int64_t> free) {
  return lab_tests::complaint([&] { require_memory(need, base::ExitCode::bad_spec, free); });
}

TEST_CASE("memory grows as the length, and not as its square") {
  const std::int64_t base = to_train(lists(1)), once = to_train(lists(1000)) - base,
                     four = to_train(lists(4000)) - base;
  CHECK(2 * four > 7 * once);
  CHECK(2 * four < 9 * once);
}

TEST_CASE("what is too much is refused with its largest share and what makes it less") {
  const MemoryNeed need{{"the program", 18 * mega, "what else runs here"},
                        {"training on 4 lanes", 2400 * mega, "train.lanes"}};
  CHECK(total(need) == 2418 * mega);
  CHECK(complaint(need, 2418 * mega) == "no error");
  CHECK(complaint(need, std::nullopt) == "no error");
  CHECK(complaint(need, 1000 * mega) ==
        "not enough memory: about 2.4 GB would be taken, 2.4 GB of it for training on 4 lanes; "
        "1.0 GB are free: change train.lanes");
}

TEST_CASE("each part of a spec that takes memory counts") {
  const std::string usual = lists(100);
  for (const std::string more :
       {"model.width=512", "train.lanes=4", "train.batch=8", "score.examples=100000",
        "score.difficulties=[5000]", "train.average_decay=0.9", "model.loops=3"}) {
    INFO(more);
    CHECK(to_train(usual, {more}) > to_train(usual));
  }
}

TEST_CASE("an opened run takes more the longer what it is asked is") {
  Lesson lesson = lab_tests::lesson_from(lists(10));
  lesson.spec.score.difficulties = {100};
  const std::int64_t few = total(memory_to_score(lesson, 0, 1));
  lesson.spec.score.difficulties = {100, 50'000};
  CHECK(total(memory_to_score(lesson, 0, 1)) > 200 * few);
  CHECK(total(memory_to_answer(lesson, 20'000, 1)) > 10 * total(memory_to_answer(lesson, 1000, 1)));
  CHECK(total(memory_to_read(lesson, 20'000, 1)) > 200 * total(memory_to_read(lesson, 1000, 1)));
  CHECK(total(memory_to_read(lesson, 1000, 8)) == 8 * total(memory_to_read(lesson, 1000, 1)));
}

TEST_CASE("a process takes about what was estimated") {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  WARN("skipped: a sanitizer takes memory of its own");
#else
  const auto [items, set] = GENERATE(table<int, std::string>({{1, "name=usual"},
                                                              {1500, "name=long"},
                                                              {20, "model.width=384"},
                                                              {20, "score.examples=20000"}}));
  const base::ScratchFolder scratch;
  base::write_file(scratch.path() / "exp.textproto", lists(items));
  const tests::Ended ended =
      tests::lab({"train", scratch.path() / "exp.textproto", "--store", scratch.path() / "store",
                  "--threads", "1", "-q", "--set", set});
  INFO(ended.err);
  REQUIRE(ended.code == 0);
  const auto estimated = static_cast<double>(to_train(lists(items), {set}));
  CAPTURE(items, set, estimated);
  rusage own{};
  getrusage(RUSAGE_SELF, &own);
  if (1024 * static_cast<double>(own.ru_maxrss) >= ended.peak_bytes) {
    WARN("skipped: a child's peak begins with that of the process it was forked from, the larger");
    return;
  }
  CHECK(ended.peak_bytes < 1.1 * estimated);
  CHECK(ended.peak_bytes > 0.6 * estimated);
#endif
}

TEST_CASE("what no machine has is refused before anything is taken, and leaves no folder") {
  const std::string huge = lists(90'000);
  const base::ScratchFolder scratch;
  const auto file = scratch.path() / "exp.textproto", store = scratch.path() / "store";
  base::write_file(file, huge + "sweep { seeds { count: 2 } }\n");
  const std::vector<std::string> options{
      file, "--store", store, "--set", "model.width=16384", "--set", "model.blocks=256"};
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"sweep"}, {"sweep", "--dry-run"}}) {
    std::vector<std::string> all = words;
    all.insert(all.end(), options.begin(), options.end());
    const tests::Ended ended = tests::lab(all);
    CHECK(ended.code == 3);
    CHECK_THAT(ended.err,
               Catch::Contains("not enough memory: about") &&
                   Catch::Contains("TB would be taken") &&
                   Catch::Contains("of it for training, lanes: 1, texts of up to 180002 tokens") &&
                   Catch::Contains("change train.lanes"));
  }
  base::write_file(file, huge);
  const tests::Ended ended = tests::lab(
      {"train", file, "--store", store, "--set", "model.width=16384", "--set", "model.blocks=256"});
  CHECK(ended.code == 3);
  CHECK_THAT(ended.err, Catch::Contains("not enough memory: about"));
  CHECK_FALSE(std::filesystem::exists(store));
}

TEST_CASE("what a file's questions take counts as memory that a run takes") {
  const base::ScratchFolder scratch;
  const std::string file = (scratch.path() / "q.jsonl").string();
  const auto share = [&](int questions) {
    std::string lines;
    for (int i = 0; i < questions; ++i) {
      lines += "{\"prompt\": \"" + std::to_string(i) + " a b c d e f\", \"answer\": \"g\"}\n";
    }
    base::write_file(file, lines);
    const Lesson lesson = lesson_of(spec::parse_spec(
        "task { file { path: '" + file + "' untrained_tokens: ALLOWED } }\ntrain { steps: 20 }\n",
        "spec", "."));
    for (const MemoryShare& one : memory_to_train(lesson, 1)) {
      if (one.what == "the questions of file") return one.bytes;
    }
    return std::int64_t{0};
  };
  const std::int64_t few = share(1000), many = share(4000);
  CHECK(few > 1000 * 9 * 4);
  CHECK(few < 1000 * (9 * 4 + 100));
  CHECK(many > 3 * few);
}

TEST_CASE("a run is not asked, nor probed, for more than memory is free for") {
  const base::ScratchFolder scratch;
  const spec::RunSpec spec = tests::tiny_spec();
  REQUIRE(train_run(lesson_of(spec), {scratch.path(), 1, {}}) == RunOutcome::done);
  const auto asked = [&](std::vector<std::string> words) {
    words.insert(words.begin() + 1, spec.fingerprint);
    words.insert(words.end(), {"--store", scratch.path(), "--threads", "1"});
    ::setenv("LAB_MEMORY", "20", 1);  // 18 are the program's
    const tests::Ended ended = tests::lab(words);
    ::unsetenv("LAB_MEMORY");
    return ended;
  };
  CHECK(asked({"score", "--examples", "10"}).code == 0);
  CHECK(asked({"probe", "ablate", "--no-figure", "--examples", "10"}).code == 0);
  const tests::Ended score = asked({"score", "--examples", "100000"}),
                     probe = asked({"probe", "ablate", "--no-figure", "--examples", "5000"});
  CHECK(score.code == 2);
  CHECK_THAT(score.err, Catch::Contains("not enough memory") && Catch::Contains("the questions"));
  CHECK(probe.code == 2);
  CHECK_THAT(probe.err, Catch::Contains("activations and attention weights, texts at once: 5001"));
}

}  // namespace
}  // namespace lab::train
