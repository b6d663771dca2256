#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <regex>

#include "base/file.h"
#include "base/tsv.h"
#include "lab/probe/kinds.h"
#include "lab/probe/map/figure.h"
#include "lab/probe/map/table.h"
#include "lab/store/run_folder.h"
#include "lab/train/train_run.h"
#include "tests/lab/command/program.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::command {
namespace {

using Catch::Contains;
using Words = std::vector<std::string>;

/// A store with one finished run, probed.
struct Probed {
  base::ScratchFolder scratch;
  spec::RunSpec spec = tests::tiny_spec({"train.keep=ALL"});
  std::filesystem::path folder = store::run_folder(scratch.path(), spec.fingerprint);

  Probed() { train::train_run(train::lesson_of(spec), {scratch.path(), 1, {}}); }

  tests::Ended lab(Words words) const {
    words.insert(words.begin(), {"probe", spec.fingerprint.substr(0, 6)});
    words.insert(words.end(), {"--store", scratch.path(), "--examples", "20"});
    return tests::lab(words);
  }
};

TEST_CASE("every probe gives a table with its controls, and a figure") {
  const Probed probed;
  const std::vector<std::pair<std::string, std::string>> probes{
      {"attention", "successor\tblock 1\thead 2"},
      {"patch", "stream probability\tlayer 0\tchanged item"},
      {"linear", "next accuracy\tlayer 2\tanswer"},
      {"paths", "probability\tblock 1 mlp\tblock 2 head 1"},
      {"repair", "successor gain\tblock 2\thead 1"},
      {"overlap", "loss without\tfirst\tsecond"},
      {"ablate", "mean\tblock 2\tmlp"},
      {"errors", "share\tright\tdifficulty 3"},
      {"lens", "next reciprocal rank\tlayer 2\tequals"},
      {"cohesion", "copies_left centred gap\tlayer 1\tanswer"}};
  for (const probe::ProbeKind& kind : probe::probe_kinds()) {
    INFO(kind.name << " must be among `probes`");
    CHECK(std::ranges::count_if(probes, [&](const auto& one) { return one.first == kind.name; }) >
          0);
  }
  for (const auto& [name, line] : probes) {
    Words words{name};
    if (name != "patch") words.emplace_back("--no-figure");
    const tests::Ended ended = probed.lab(words);
    INFO(name << ended.err);
    CHECK(ended.code == 0);
    CHECK_THAT(ended.out, Contains("60\t" + line + "\t"));
    const base::Table table = base::parse_tsv(ended.out, name);
    CHECK(table.column("untrained") < table.column("questions"));
  }
  const std::string map =
      base::read_file(probed.folder / "probes/patch_test_difficulty_4_of_20_step_60.svg");
  CHECK_THAT(map, Contains("asked row") && Contains("n = 18"));  // the pool has no more
  CHECK_THAT(map, Contains("patch: sorting, pool test, difficulty 4"));
  CHECK_THAT(map, Contains("width 16, seed 0, step 60, run " + probed.spec.fingerprint));
}

TEST_CASE(
    "help tells every probe, its summary, its questions and the options that it alone reads") {
  const std::string help = tests::lab({"help", "probe"}).out;
  const std::string words = std::regex_replace(help, std::regex("\\s+"), " ");  // in one line
  for (const probe::ProbeKind& kind : probe::probe_kinds()) {
    INFO(kind.name);
    const std::string begin(kind.summary.substr(0, 40));
    CHECK_THAT(help, Contains(fmt::format("\n  {:10} {}", kind.name, begin)));
    for (const std::string_view option : kind.own_options) {
      CHECK(std::ranges::count(probe::own_probe_options, option) == 1);
      CHECK_THAT(probe::probes_that_read(option), Contains(std::string(kind.name)));
      CHECK_THAT(help, Contains(fmt::format("--{} ARG", option)));
    }
  }
  CHECK_THAT(words, Contains("(default: 300; linear, cohesion 1000; errors 500; overlap 200;"));
  CHECK_THAT(words, Contains("linear, cohesion: only this label"));
  CHECK_THAT(words, Contains("of errors: all scored"));
}

TEST_CASE("a probe reads any checkpoint, or all, and answers programs") {
  const Probed probed;
  const tests::Ended all = probed.lab({"lens", "--step", "all", "--no-figure", "--json"});
  const auto rows = nlohmann::json::parse(all.out);
  CHECK(rows.front().at("step") == 10);
  CHECK(rows.back().at("step") == 60);
  CHECK(rows.front().at("value") != rows.at(rows.size() / 2).at("value"));
  const tests::Ended one = probed.lab({"lens", "--step", "20", "--no-figure"});
  CHECK_THAT(one.out, Contains("\t20\tnext") && !Contains("\t60\tnext"));
  const tests::Ended prompt = probed.lab({"attention", "--prompt", "3 1 2", "--no-figure"});
  CHECK_THAT(prompt.out, Contains("block 1 head 2\t4 =\t2 1\t"));
}

TEST_CASE("a probe can be kept to questions with one value of a facet") {
  const Probed probed;
  const auto questions = [&](const Words& words) {
    const tests::Ended ended = probed.lab(words);
    INFO(ended.err);
    REQUIRE(ended.code == 0);
    const base::Table table = base::parse_tsv(ended.out, "table");
    return std::stoi(table.rows.front()[table.column("questions")]);
  };
  const int all = questions({"lens", "--no-figure"});
  const int distinct = questions({"lens", "--no-figure", "--facet", "largest_multiplicity=1"});
  CHECK(all == 20);
  CHECK(distinct == 20);  // further questions are read until there are enough
  CHECK(questions({"lens", "--facet", "largest_multiplicity=2"}) == 20);
  CHECK(std::filesystem::exists(
      probed.folder / "probes/lens_test_difficulty_4_largest_multiplicity_2_of_20_step_60.svg"));
}

TEST_CASE("what a probe cannot do is said, with what there is") {
  const Probed probed;
  const auto refused = [&](const Words& words, const std::string& message) {
    const tests::Ended ended = probed.lab(words);
    CHECK(ended.code == 2);
    CHECK(ended.out == "");
    CHECK_THAT(ended.err, Contains(message));
  };
  refused({"attentoin"}, "no probe `attentoin` (did you mean `attention`?)");
  refused({"linear", "--label", "bridge"}, "no label `bridge`; it has next, copies_left");
  refused({"patch", "--prompt", "3 1 2"}, "--prompt: is for attention, not for patch");
  refused({"lens", "--label", "next"}, "--label: is for linear, cohesion, not for lens");
  refused({"patch", "--with-task", "successor"}, "--with-task: is for overlap, not for patch");
  refused({"patch", "--task", "successor"}, "task successor: has no counterfactuals");
  refused({"lens", "--task", "successor"}, "task successor: names no positions");
  refused({"lens", "--facet", "lenght=3"}, "no facet `lenght` (did you mean `length`?)");
  refused({"lens", "--facet", "length=99"}, "--facet: no question of the pool has it");
  refused({"lens", "--facet", "length"}, "--facet: wanted name=number");
  refused({"lens", "--step", "15"},
          "--step: wanted `all` or one of the run's checkpoints (10, 20,");
}

TEST_CASE("a run without checkpoints, and one whose checkpoint has another shape, are errors") {
  const Probed probed;
  const spec::RunSpec wider = tests::tiny_spec({"model.width=32"});
  const auto other = store::run_folder(probed.scratch.path(), wider.fingerprint);
  store::prepare_run_folder(other, wider);
  const Words words{"probe", wider.fingerprint, "lens", "--store", probed.scratch.path()};
  const tests::Ended none = tests::lab(words);
  CHECK(none.code == 4);
  CHECK_THAT(none.err, Contains("the run has no checkpoint yet"));
  std::filesystem::create_directories(other / "checkpoints");
  std::filesystem::copy(probed.folder / "checkpoints/step-60", other / "checkpoints/step-60");
  const tests::Ended shape = tests::lab(words);
  CHECK(shape.code == 4);
  CHECK_THAT(shape.err, Contains("weights.safetensors"));
}

TEST_CASE("a figure draws each measure beside its controls, values alone if there are many") {
  probe::ProbeResult result{{"uniform"}, {}, {}};
  for (int m = 0; m < 9; ++m) {
    const std::string measure = "measure " + std::to_string(m);
    result.cells.push_back({measure, "block 1", "head 1", {0.5, 0.4, 0.6}, {0.25}, 3});
    if (m < 2) result.drawn.push_back(measure);
  }
  const figure::FigureText few =
      probe::map::probe_figure(result, "few", {"A title", "about", "A caption"});
  CHECK_THAT(few.table, Contains("4\t1\t1\t0.2500\tmeasure 1\tblock 1\thead 1\tuniform\t3\n"));
  for (int m = 2; m < 9; ++m) result.drawn.push_back("measure " + std::to_string(m));
  const figure::FigureText many =
      probe::map::probe_figure(result, "many", {"A title", "about", "A caption"});
  CHECK_THAT(many.table, Contains("9\t1\t1\t0.5000\tmeasure 8") && !Contains("uniform"));
  CHECK_THAT(many.script, Contains("no controls beside them"));
  CHECK_THAT(few.script, !Contains("no controls beside them"));
  CHECK_THAT(few.script, Contains("Beside it: a head that looks at all rows alike."));
  CHECK_THAT(many.script, !Contains("Beside it"));
  CHECK_THAT(few.script, Contains("n = 3") && Contains("Where n is below 30 a seed"));
  CHECK_THAT(few.script, !Contains("Where no n stands"));
  for (probe::ProbeCell& cell : result.cells) cell.questions = 0;
  const figure::FigureText unknown =
      probe::map::probe_figure(result, "unknown", {"A title", "about", "A caption"});
  CHECK_THAT(unknown.script, !Contains("n = ") && Contains("Where no n stands"));
  CHECK_THAT(unknown.table, Contains("0.5000\tmeasure 8\tblock 1\thead 1\tvalue\t\n"));
  CHECK_THAT(few.script, Contains("set colorbox") && Contains("set cbrange [0:1]"));
}

TEST_CASE("the table of a figure reads with each value beside its controls") {
  probe::ProbeResult result{{"uniform", "untrained"}, {}, {"m"}};
  result.cells.push_back({"m", "block 1", "head 1", {0.5, 0.4, 0.6}, {0.25, 0.125}, 3});
  result.cells.push_back({"m", "block 1", "head 2", {0.75, 0.4, 0.6}, {{}, 0.5}, 3});
  const figure::FigureText figure =
      probe::map::probe_figure(result, "f", {"A title", "about", "A caption"});
  base::Table map = base::parse_tsv(figure.table, "f");
  CHECK(base::tsv(probe::map::beside_controls(map)) ==
        "measure\trow\tcolumn\tvalue\tuniform\tuntrained\tquestions\n"
        "m\tblock 1\thead 1\t0.5000\t0.2500\t0.1250\t3\n"
        "m\tblock 1\thead 2\t0.7500\t\t0.5000\t3\n");
  map.columns.pop_back();  // as an older version has it
  for (auto& row : map.rows) row.pop_back();
  CHECK(base::tsv(probe::map::beside_controls(map)) ==
        "measure\trow\tcolumn\tvalue\tuniform\tuntrained\n"
        "m\tblock 1\thead 1\t0.5000\t0.2500\t0.1250\n"
        "m\tblock 1\thead 2\t0.7500\t\t0.5000\n");
  CHECK(base::tsv(probe::map::beside_controls(base::parse_tsv("value\tof\n1\tx\n", "t"))) ==
        "value\tof\n1\tx\n");
}

TEST_CASE("a table of probes is drawn beside it without a model, and only that is asked of it") {
  const base::ScratchFolder scratch;
  const auto table = scratch.path() / "lens.tsv";
  base::write_file(table,
                   "seed\tstep\tmeasure\trow\tcolumn\tvalue\tlow\thigh\tuntrained\tquestions\n"
                   "1\t8\tm\tlayer 0\tequals\t0.25\t0\t1\t0\t10\n"
                   "2\t8\tm\tlayer 0\tequals\t0.75\t0\t1\t0\t10\n");
  const tests::Ended drawn = tests::lab({"probe", table, "lens"});
  CHECK(drawn.code == 0);
  CHECK_THAT(drawn.out, Contains("8\tm\tlayer 0\tequals\t0.5000\t0.2500\t0.7500\t0.0000\t20"));
  CHECK_THAT(base::read_file(scratch.path() / "lens_map.svg"),
             Contains("median of 2 seeds, step 8"));
  const auto here = std::filesystem::current_path();
  std::filesystem::current_path(scratch.path());
  std::filesystem::remove("lens_map.svg");
  CHECK(tests::lab({"probe", "lens.tsv", "lens"}).code == 0);
  CHECK(std::filesystem::exists("lens_map.svg"));
  std::filesystem::current_path(here);
  const tests::Ended pool = tests::lab({"probe", table, "lens", "--pool", "test"});
  CHECK(pool.code == 2);
  CHECK_THAT(pool.err, Contains("--pool: asks a model, and a table has none"));
  const tests::Ended step = tests::lab({"probe", table, "lens", "--step", "9"});
  CHECK(step.code == 2);
  CHECK_THAT(step.err, Contains("--step: the table has no step 9"));
}

TEST_CASE("maps in the results are what their tables draw") {
  const base::ScratchFolder scratch;
  const std::filesystem::path probes = LAB_SOURCE_DIR "/results/coverage/probes";
  const std::vector<std::pair<std::string, std::string>> maps{{"patch", "stream probability"},
                                                              {"cohesion", "bridge disjoint gap"},
                                                              {"linear", "bridge accuracy"}};
  for (const auto& [kind, measure] : maps) {
    const tests::Ended ended = tests::lab({"probe", probes / (kind + ".tsv"), kind, "--measure",
                                           measure, "--out", scratch.path(), "--quiet"});
    INFO(kind << ended.err);
    REQUIRE(ended.code == 0);
    for (const char* ending : {"_map.tsv", "_map.gp"}) {
      CHECK((base::read_file(scratch.path() / (kind + ending)) ==
             base::read_file(probes / (kind + ending))));
    }
  }
}

}  // namespace
}  // namespace lab::command
