#include "lab/runs/list.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "lab/command/screen/cut.h"
#include "lab/command/screen/runs_text.h"
#include "lab/runs/differences.h"
#include "lab/runs/exported.h"
#include "lab/runs/notes.h"
#include "tests/lab/runs/stored.h"

namespace lab::runs {
namespace {

using Catch::Contains;
using Json = nlohmann::ordered_json;

const std::string long_name =
    "a name as sweeps make them hint=identity_successor temperature=learned "
    "lists=\xC3\xA9t\xC3\xA9";

struct Store : tests::StoredRuns {
  RunList list;

  Store() {
    add(long_name + " seed=2", 2, 10, 9);
    add(long_name + " seed=1", 1, 9, 4);
    change_tags(folders[0], std::vector<std::string>{"+b", "+a", "+c", "-c", "-d"});
    set_note(folders[0], " as the paper ");
    list = summaries_of(folders);
  }
};

TEST_CASE("a list has counts of the last scores alone, and says what people said") {
  const Store store;
  const RunSummary& run = store.list.runs.at(0);
  CHECK(run.score->solved == 9);
  CHECK(run.score->asked == 10);
  CHECK(run.fit->share() == 1);
  CHECK(run.note == "as the paper");
  const base::Table table = list_table(store.list.runs);
  CHECK(table.columns == list_columns());
  CHECK(table.rows[0][table.column("tags")] == "a,b");
  CHECK(table.rows[1][table.column("score")] == "0.4000");
}

TEST_CASE("a share is rounded down") {
  CHECK(Solved{98996, 100000}.share() == 0.9899);
  CHECK(Solved{1, 1}.share() == 1);
  CHECK(Solved{29, 100}.share() == 0.29);
}

TEST_CASE("runs are sorted by any column, numbers as numbers, what is not known last") {
  Store store;
  std::vector<RunSummary>& runs = store.list.runs;
  runs[1].score.reset();
  for (const std::string by : {"score", "-score"}) {
    sort_runs(by, &runs);
    CHECK(runs[1].seed == 1);
  }
  runs[0].wall_seconds = 10;
  runs[1].wall_seconds = 9;
  sort_runs("wall_seconds", &runs);
  CHECK(runs[0].wall_seconds == 9);
  sort_runs("-seed", &runs);
  CHECK(runs[0].seed == 2);
  CHECK_THROWS_WITH(sort_runs("scoer", &runs), Contains("did you mean `score`?"));
}

TEST_CASE("JSON has numbers as numbers, a list of tags and null for what is not known") {
  Store store;
  store.list.runs[1].score.reset();
  const Json all = Json::parse(list_json(store.list.runs));
  CHECK(all[0]["name"] == long_name + " seed=2");
  CHECK(all[0]["seed"] == 2);
  CHECK(all[0]["score"] == 0.9);
  CHECK(all[0]["tags"] == Json{"a", "b"});
  CHECK(all[0]["score_counts"]["asked"] == 10);
  CHECK(all[1]["score"].is_null());
}

TEST_CASE("lines fit the terminal, and names keep the end that tells them apart") {
  const Store store;
  for (const std::size_t columns : {20, 60, 80, 120, 200}) {
    const std::string text = command::screen::runs_text(store.list.runs, columns);
    INFO(text);
    for (const std::string& line : base::split(text, '\n')) {
      CHECK(base::letters(line) <= columns);
    }
    if (columns < 60) continue;
    CHECK_THAT(text, Contains("seed=2") && Contains("seed=1") && Contains("90.0 %"));
    CHECK((text.find("2026-11-02") != text.npos) == (columns >= 80));
  }
  CHECK_THAT(command::screen::runs_text(store.list.runs, 200), Contains("as the paper"));
  CHECK(command::screen::cut_in_the_middle("0123456789", 7) == "01…6789");
  CHECK(command::screen::cut_in_the_middle("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9", 4).size() == 8);
}

TEST_CASE("exported fields are typed, and none takes another's place") {
  const Store store;
  const ExportedScores scores(store.folders, {"name", "seed", "model.width", "model.width",
                                              "score.difficulties", "hint.name"});
  const base::Table table = scores.table();
  CHECK(table.rows.size() == 6);
  CHECK(table.rows[0][table.column("name")] == long_name + " seed=2");
  const std::string lines = scores.json_lines();
  const Json first = Json::parse(lines.substr(0, lines.find('\n')));
  CHECK(first["name"] == long_name + " seed=2");
  CHECK(first["seed"] == 2);
  CHECK(first["model.width"].is_number());
  CHECK(first["score.difficulties"].is_array());
  CHECK(first["hint.name"] == "successor");
  CHECK(first["pool"] == "train");
  CHECK(first["solved"] == 10);
  CHECK(first["chance"].is_null());
}

TEST_CASE("what differs is told with the values of defaults") {
  const Store store;
  const Json all = Json::parse(Differences(store.folders).json());
  std::map<std::string, Json> by_field;
  for (const Json& row : all) by_field[row["field"]] = row["values"];
  CHECK(by_field.at("seed")[store.folders[0].filename()] == 2);
  CHECK(by_field.at("name")[store.folders[1].filename()] == long_name + " seed=1");
  CHECK(!by_field.contains("model.width"));
}

TEST_CASE("tags are words with a sign, a note is one line, and neither begins a run") {
  const Store store;
  const std::vector<std::string> wrong{"keep", "+", "+a b", "+a/b", "+..", "-", "+\xC3\xA9"};
  for (const std::string& change : wrong) {
    INFO(change);
    CHECK_THROWS_WITH(change_tags(store.folders[0], std::vector<std::string>{"+x", change}),
                      Contains("wanted +word or -word"));
  }
  CHECK(tags_of(store.folders[0]) == std::set<std::string>{"a", "b"});
  CHECK_THROWS_WITH(set_note(store.folders[0], "a\tb"), Contains("wanted one line"));
  set_note(store.folders[0], "");
  CHECK(note_of(store.folders[0]) == "");
  const auto gone = store.scratch.path() / "0123456789abcdef";
  CHECK_THROWS_WITH(set_note(gone, "x"), Contains("no run is here"));
  CHECK(!std::filesystem::exists(gone));
}

}  // namespace
}  // namespace lab::runs
