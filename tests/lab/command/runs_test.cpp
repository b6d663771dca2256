#include <catch2/catch.hpp>

#include "base/file.h"
#include "lab/store/claim.h"
#include "lab/store/run_folder.h"
#include "lab/train/lesson.h"
#include "tests/lab/command/program.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::command {
namespace {

using Catch::Contains;
using Words = std::vector<std::string>;

/// A store with two runs that have a score and no more: seeds 0 and 3.
struct Store {
  base::ScratchFolder scratch;
  std::filesystem::path folder = scratch.path() / "store";
  std::vector<std::filesystem::path> runs;

  Store() {
    for (const spec::RunSpec& spec : {tests::tiny_spec(), tests::tiny_spec({"seed=3"})}) {
      runs.push_back(store::run_folder(folder, spec.fingerprint));
      store::prepare_run_folder(runs.back(), spec);
      store::Score score;
      score.task = "sorting";
      score.difficulty = 3;
      score.asked = 30;
      score.tokens = 90;
      base::write_file(runs.back() / "scores.tsv",
                       base::tsv(store::scores_table(std::span(&score, 1))));
    }
  }

  tests::Ended lab(Words words) const {
    words.insert(words.begin(), "runs");
    words.insert(words.end(), {"--store", folder});
    return tests::lab(words);
  }

  /// The runs listed under these conditions.
  std::size_t count(const Words& conditions) const {
    Words words{"list"};
    for (const std::string& condition : conditions) {
      words.insert(words.end(), {"--where", condition});
    }
    return base::parse_tsv(lab(words).out, "stdout").rows.size();
  }
};

TEST_CASE("gc leaves alone what is not named as a run, and what a process works on") {
  const Store store;
  const auto slurm = store.folder / "slurm", paper = store.folder / "task_hinting",
             half = store.folder / "0123456789abcdef", held = store.folder / "0123456789abcdee";
  for (const auto& folder : {slurm, paper, half, held}) base::write_file(folder / "file", "x");
  base::write_file(slurm / "list.part-99-0", "x");
  const std::optional<store::Claim> claim = store::Claim::take(held);
  CHECK(store.lab({"gc", "--yes"}).code == 0);
  CHECK(!std::filesystem::exists(half));
  CHECK(std::filesystem::exists(held / "file"));
  CHECK(std::filesystem::exists(slurm / "list.part-99-0"));
  CHECK(std::filesystem::exists(paper / "file"));
  for (const auto& run : store.runs) CHECK(std::filesystem::exists(run / "spec.textproto"));
}

TEST_CASE("an action refuses what it does not read, and does nothing") {
  const Store store;
  const auto half = store.folder / "0123456789abcdef";
  base::write_file(half / "file", "x");
  const std::string run = store.runs[0];
  const std::vector<std::pair<Words, std::string>> cases{
      {{"gc", run, "--yes"}, "RUN: goes with diff, export, list, note, rm, show, tag, not with gc"},
      {{"gc", "--where", "seed=3", "--yes"},
       "--where: goes with diff, export, list, rm, show, not"},
      {{"gc", "--json", "--yes"}, "--json: goes with diff, export, list, show, not with gc"},
      {{"rm", run, "--json"}, "--json: goes with diff, export, list, show, not with rm"},
      {{"diff", run, store.runs[1], "--sort", "-seed"}, "--sort: goes with list, not with diff"},
      {{"tag", run, "+a", "--where", "seed=3"}, "--where: goes with diff, export, list, rm, show"},
      {{"list", "--yes"}, "--yes: goes with gc, rm, not with list"},
      {{"show", run, "--field", "model.width"}, "--field: goes with export, not with show"},
  };
  for (const auto& [words, message] : cases) {
    const tests::Ended ended = store.lab(words);
    INFO(message);
    CHECK(ended.code == 2);
    CHECK_THAT(ended.err, Contains(message));
    CHECK(ended.out == "");
  }
  CHECK(std::filesystem::exists(half));
  CHECK(std::filesystem::exists(run));
}

TEST_CASE("a status or a field that there is not is refused, whatever runs there are") {
  const Store store;
  const tests::Ended status = store.lab({"--where", "status=finishd"});
  CHECK(status.code == 2);
  CHECK_THAT(status.err, Contains("found `finishd` (did you mean `finished`?)"));
  const std::vector<std::pair<Words, std::string>> cases{
      {{"list", "--where", "model.width=64", "--where", "model.widht=16"},
       "--where model.widht=16: error: no field `widht` in `model` (did you mean `width`?)"},
      {{"list", "--where", "sweep.seeds.count=5"}, "`sweep.seeds.count` is in no run's spec"},
      {{"list", "--where", "seed=3", "--where", "model.positions=ROTRAY"}, "mean `ROTARY`?"},
      {{"export", "--field", "model.widht"}, "--field model.widht: error: no field `widht`"},
      {{"export", "--field", "model"}, "`model` is a block: wanted one of its fields"},
      {{"export", "--field", "hint[x].weight"}, "wanted a place in a list"},
  };
  for (const auto& [words, message] : cases) {
    const tests::Ended ended = store.lab(words);
    INFO(message);
    CHECK(ended.code == 3);
    CHECK_THAT(ended.err, Contains(message));
    CHECK(ended.out == "");
  }
  const tests::Ended empty = tests::lab(
      {"runs", "export", "--field", "model.widht", "--store", store.scratch.path() / "none"});
  CHECK(empty.code == 3);
}

TEST_CASE("the first hint is found by either of its names, with what it takes over") {
  const Store store;
  const Words fields{"hint[0].weight", "hint.weight", "hint.list_hint.values", "hint[1].weight"};
  Words words{"export"};
  for (const std::string& field : fields) words.insert(words.end(), {"--field", field});
  const base::Table table = base::parse_tsv(store.lab(words).out, "stdout");
  REQUIRE(table.rows.size() == 2);
  CHECK(Words(table.columns.begin() + 3, table.columns.begin() + 7) == fields);
  CHECK(Words(table.rows[0].begin() + 3, table.rows[0].begin() + 7) == Words{"1", "1", "8", ""});
  CHECK(store.count({"hint.weight=1", "hint[0].weight=1"}) == 2);
  CHECK(store.count({"hint.list_hint.values=100"}) == 0);
  CHECK(store.count({"hint.name=successor"}) == 2);
  CHECK(store.count({"hint[1].weight=1"}) == 0);
  CHECK(store.count({" status = waiting", "seed = 3"}) == 1);
  CHECK_THAT(store.lab({"show", store.runs[0], "--json"}).out,
             Contains("\"hint[0].list_hint.kind"));
}

/// A run that has been scored and whose tasks cannot be made: so many items there are not.
std::filesystem::path run_without_tasks(const std::filesystem::path& store) {
  const spec::RunSpec spec =
      spec::parse_spec(
          "task { composition { entities: 8 items: 100000 } }\ntrain { steps: 1000 }\n",
          "impossible.textproto", ".")
          .run;
  CHECK_THROWS_WITH(train::lesson_of(spec), Contains("items: must be at most"));
  const auto folder = store::run_folder(store, spec.fingerprint);
  store::prepare_run_folder(folder, spec);
  store::Score score;
  score.task = "two_hop";
  score.difficulty = 2;
  score.asked = 30;
  score.tokens = 90;
  score.different = 30;
  score.guess = {.chance = 0.125, .frequent = 1, .constant = 2};
  base::write_file(folder / "scores.tsv", base::tsv(store::scores_table(std::span(&score, 1))));
  return folder;
}

TEST_CASE("a run is listed, found, shown, compared and exported without its tasks being made") {
  const Store store;
  const std::string run = run_without_tasks(store.folder);
  CHECK(store.lab({"list"}).err == "");
  CHECK(store.count({}) == 3);
  CHECK(store.count({"task.composition.items=100000"}) == 1);
  CHECK(store.count({"task.composition={entities: 8 items: 100000}"}) == 1);
  CHECK(store.count({"task={composition {entities: 8}}"}) == 0);
  const tests::Ended shown = store.lab({"show", run}), json = store.lab({"show", run, "--json"});
  CHECK(shown.code == 0);
  CHECK_THAT(shown.out, Contains("items: 100000") && Contains("\t0.125\t"));
  CHECK(json.code == 0);
  CHECK(store.lab({"diff", run, store.runs[0]}).code == 0);
  CHECK(store.lab({"export", "--field", "task.composition.items"}).code == 0);
  const tests::Ended top = tests::lab({"top", "--once", "--store", store.folder});
  CHECK_THAT(top.out, Contains("impossible"));
  CHECK(top.out.find("unreadable") == std::string::npos);
  CHECK(store.lab({"rm", run}).code == 0);
}

TEST_CASE("a run's folder may be given with a slash behind it") {
  const Store store;
  const std::string slash = "/";
  const base::Table table =
      base::parse_tsv(store.lab({"export", store.runs[0].string() + slash}).out, "stdout");
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0][0] == store.runs[0].filename().string());
  const tests::Ended diff =
      store.lab({"diff", store.runs[0].string() + slash, store.runs[1].string() + slash});
  CHECK(diff.code == 0);
  CHECK(diff.out.starts_with("field\t" + store.runs[0].filename().string() + "\t"));
}

TEST_CASE("a run that is named twice, by whatever names, is refused with them") {
  const Store store;
  const std::string run = store.runs[0], fingerprint = store.runs[0].filename(),
                    prefix = fingerprint.substr(0, 9), other = store.runs[1];
  const std::vector<std::pair<Words, std::string>> cases{
      {{"diff", fingerprint, fingerprint}, "by `" + fingerprint + "` and by `" + fingerprint + "`"},
      {{"diff", prefix, other, fingerprint}, "by `" + prefix + "` and by `" + fingerprint + "`"},
      {{"show", run, run + "/"}, "by `" + run + "` and by `" + run + "/`"},
      {{"list", store.folder / "." / fingerprint, prefix}, "` and by `" + prefix + "`"},
      {{"export", fingerprint, prefix}, "by `" + fingerprint + "` and by `" + prefix + "`"},
      {{"rm", fingerprint, prefix}, "by `" + fingerprint + "` and by `" + prefix + "`"},
  };
  for (const auto& [words, message] : cases) {
    const tests::Ended ended = store.lab(words);
    INFO(ended.err);
    CHECK(ended.code == 2);
    CHECK_THAT(ended.err,
               Contains("run " + fingerprint + " is named twice: ") && Contains(message));
    CHECK(ended.out == "");
  }
  CHECK(std::filesystem::exists(run));
}

TEST_CASE("a run is tagged and noted by words that may begin with a dash, and found by them") {
  const Store store;
  const std::string run = store.runs[0].filename();
  CHECK(store.lab({"tag", run, "+keep", "+old"}).code == 0);
  CHECK(store.lab({"tag", run, "-old"}).code == 0);
  CHECK(store.lab({"note", run, "a", "second look"}).code == 0);
  const base::Table table =
      base::parse_tsv(store.lab({"--where", "tag=keep", "--sort", "-score"}).out, "stdout");
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0][table.column("tags")] == "keep");
  CHECK(table.rows[0][table.column("note")] == "a second look");
  CHECK(Words(table.columns.begin(), table.columns.begin() + 6) ==
        Words{"fingerprint", "status", "step", "steps", "seed", "name"});
  CHECK_THAT(store.lab({"tag", run}).err, Contains("wanted a RUN and +word or -word"));
  CHECK_THAT(store.lab({"tag", run, "old"}).err, Contains("found `old`"));
  CHECK_THAT(store.lab({"list", "-old"}).err, Contains("no option"));
  CHECK_THAT(store.lab({"show", run, "--json"}).out, Contains("\"tags\": [\n    \"keep\""));
}

TEST_CASE("runs of two stores are not told apart by a name that they share") {
  const Store store, elsewhere;
  const tests::Ended ended = store.lab({"diff", store.runs[0], elsewhere.runs[0]});
  CHECK(ended.code == 2);
  CHECK_THAT(ended.err, Contains("diff: two of the runs are called `" +
                                 store.runs[0].filename().string() + "`"));
}

}  // namespace
}  // namespace lab::command
