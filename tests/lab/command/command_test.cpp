#include <catch2/catch.hpp>
#include <set>

#include "base/file.h"
#include "base/text.h"
#include "lab/command/help.h"
#include "lab/command/screen/wrapped.h"
#include "lab/command/table.h"
#include "lab/store/run_folder.h"
#include "lab/train/train_run.h"
#include "tests/lab/command/program.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::command {
namespace {

using Catch::Contains;
using Words = std::vector<std::string>;

/// A store with one finished run.
struct Trained {
  base::ScratchFolder scratch;
  spec::RunSpec spec = tests::tiny_spec();
  std::filesystem::path folder = store::run_folder(scratch.path(), spec.fingerprint);
  std::string prefix = spec.fingerprint.substr(0, 4);

  Trained() { train::train_run(train::lesson_of(spec), {scratch.path(), 1, {}}); }

  tests::Ended lab(Words words) const {
    words.insert(words.end(), {"--store", scratch.path()});
    return tests::lab(words);
  }
};

TEST_CASE("help is shown wherever it is asked for, and is all that happens") {
  for (const Words& words : {Words{}, Words{"-h"}, Words{"--help"}, Words{"help"}}) {
    const tests::Ended ended = tests::lab(words);
    CHECK(ended.code == 0);
    CHECK_THAT(ended.out, Contains("usage: lab COMMAND") && Contains("train"));
    CHECK(ended.err == "");
  }
  for (const Words& words : {Words{"help", "train"}, Words{"train", "-h"},
                             Words{"train", "--bogus", "x", "y", "--help"}}) {
    const tests::Ended ended = tests::lab(words);
    CHECK(ended.code == 0);
    CHECK_THAT(ended.out, Contains("usage: lab train SPEC") && Contains("--set ARG"));
  }
  CHECK(tests::lab({"--version"}).out.starts_with("lab "));
}

TEST_CASE("no line of help is longer than 80 columns, nor of the man page") {
  const auto longest = [](const std::string& text) {
    std::size_t most = 0;
    for (const std::string& line : base::split(text, '\n')) {
      most = std::max(most, base::letters(line));
    }
    return most;
  };
  const std::vector<Command> commands = all_commands();
  CHECK(longest(overview(commands)) <= 80);
  for (const Command& command : commands) {
    const std::string help = help_of(command);
    INFO(help);
    CHECK(longest(help) <= 80);
    CHECK(longest(screen::refilled(command.details, 69)) <= 69);
  }
}

TEST_CASE("text is filled anew by paragraph, and what is indented is kept") {
  CHECK(screen::refilled("one two\nthree four\n\nfive", 9) == "one two\nthree\nfour\n\nfive");
  CHECK(screen::refilled("is one of\n  a    first and last\n  b    second\nend", 14) ==
        "is one of\n  a    first\n       and\n       last\n  b    second\nend");
  CHECK(screen::hanging("usage: ", "A [--b C] [--d E]", 17) == "usage: A [--b C]\n       [--d E]");
  CHECK(screen::shell_lines("lab runs --where 'a = b' --sort c", 26) ==
        "  lab runs --where \\\n      'a = b' --sort c");
}

TEST_CASE("every command has two examples, every option a description and every word a place") {
  for (const Command& command : all_commands()) {
    INFO(command.name);
    CHECK(command.examples.size() >= 2);
    CHECK(!command.summary.empty());
    for (const std::string& example : command.examples) CHECK(example.starts_with("lab "));
    for (const auto& option : command.options.options()) CHECK(!option->description().empty());
    for (const CommandWord& word : command.words) {
      CHECK(command.options.find_nothrow(word.name, false) == nullptr);
      CHECK((word.times == Times::once || &word == &command.words.back()));
    }
  }
}

TEST_CASE("every command that prints a table or a verdict prints it as JSON too") {
  const std::set<std::string> writers{"export", "worker", "new", "report", "docs"};  // of neither
  for (const Command& command : all_commands()) {
    INFO(command.name);
    const bool has_json = command.options.find_nothrow("json", false) != nullptr;
    CHECK(has_json != writers.contains(command.name));
  }
}

TEST_CASE("wrong words end with 2 and say what is right") {
  const std::pair<Words, std::string> cases[] = {
      {{"smaple"}, "no command `smaple` (did you mean `sample`?)"},
      {{"help", "trian"}, "did you mean `train`"},
      {{"--store", "x", "train"}, "options follow it"},
      {{"train"}, "wanted a SPEC file"},
      {{"train", "--stor", "x"}, "no option --stor (did you mean `--store`?)"},
      {{"train", "a", "b"}, "too many words"},
      {{"train", "--set", "--quiet", "x"}, "--set: wanted a value, found the option --quiet"},
      {{"train", "x", "--threads", "-1"}, "--threads: wanted a whole number from 1"},
      {{"train", "x", "--threads", "4294967297"}, "--threads: wanted a whole number"},
      {{"train", "--spec", "x"}, "no option --spec"},
      {{"sample", "sorting", "-n", "-3"}, "wanted a whole number from 1 to 100000000, found `-3`"},
      {{"sample", "sorting", "-n", "2x"}, "found `2x`"},
      {{"sample", "sortin"}, "did you mean `sorting`"},
      {{"sample", "sorting", "--pool", "tets"}, "did you mean `test`"},
      {{"sample", "sorting", "--pool="}, "--pool"},
      {{"sample", "sorting", "--seed", "1", "--seed", "2"}, "--seed: given more than once"},
      {{"sample", "sorting", "--set", "seed=1"}, "go with a SPEC"},
      {{"tasks", "parrity"}, "did you mean `parity`"},
      {{"runs", "lst"}, "no action `lst` (did you mean `list`?)"},
      {{"runs", "rm"}, "wanted RUNs or --where"},
      {{"runs", "--where", "seed"}, "wanted path=value, found `seed`"},
  };
  for (const auto& [words, message] : cases) {
    const tests::Ended ended = tests::lab(words);
    INFO(message);
    CHECK(ended.code == 2);
    CHECK_THAT(ended.err, Contains(message));
    CHECK(ended.out == "");
  }
}

TEST_CASE("a bad spec ends with 3, file and line first, a missing one with 3 or 4") {
  const base::ScratchFolder scratch;
  const auto file = scratch.path() / "bad.textproto";
  base::write_file(file, "task { parity {} }\ntrain { stepz: 5 }\n");
  for (const std::string command : {"train", "sample", "sweep"}) {
    const tests::Ended ended = tests::lab({command, file});
    CHECK(ended.code == 3);
    CHECK_THAT(ended.err, Contains(file.string() + ":2:") && Contains("did you mean"));
    CHECK(ended.err.starts_with(file.string()));
  }
  const int missing = tests::lab({"train", scratch.path() / "none.textproto"}).code;
  CHECK((missing == 3 || missing == 4));
}

TEST_CASE("output that cannot be written ends with 4") {
  const std::string command = std::string(LAB_PROGRAM) + " tasks > /dev/full 2> /dev/null";
  CHECK(WEXITSTATUS(std::system(command.c_str())) == 4);
}

TEST_CASE("samples are those asked for, as text and as JSON") {
  const tests::Ended text =
      tests::lab({"sample", "parity", "--pool", "test", "--difficulty", "6", "-n", "2"});
  CHECK(text.code == 0);
  const base::Table table = base::parse_tsv(text.out, "stdout");
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0][table.column("pool")] == "test");
  CHECK(table.rows[0][table.column("prompt")].starts_with("<parity> "));
  const tests::Ended json =
      tests::lab({"sample", "parity", "--pool", "test", "--difficulty", "6", "-n", "2", "--json"});
  CHECK_THAT(json.out, Contains("\"prompt\":\"" + table.rows[1][table.column("prompt")] + "\""));
  CHECK(tests::lab({"sample", "parity", "--difficulty", "6", "-n", "2", "--seed", "1"}).out !=
        tests::lab({"sample", "parity", "--difficulty", "6", "-n", "2"}).out);
}

TEST_CASE("of a spec the training mixture is shown, or the part asked for") {
  const base::ScratchFolder scratch;
  const auto file = scratch.path() / "tiny.textproto";
  base::write_file(file, tests::tiny_text);
  const std::string mixture = tests::lab({"sample", file, "-n", "20"}).out;
  CHECK_THAT(mixture, Contains("sorting\ttrain") && Contains("successor\ttrain"));
  const std::string hint = tests::lab({"sample", file, "--task", "successor"}).out;
  CHECK_THAT(hint, !Contains("sorting") && Contains("<successor>"));
  CHECK_THAT(tests::lab({"sample", file, "--pool", "test"}).out, Contains("sorting\ttest\t4"));
}

TEST_CASE("a trained run is scored, asked and verified by any name it has") {
  const Trained trained;
  const tests::Ended scores =
      trained.lab({"score", trained.prefix, "--difficulty", "1:5:2", "--pool", "train", "--pool",
                   "test", "--examples", "20"});
  CHECK(scores.code == 0);
  const base::Table table = base::parse_tsv(scores.out, "stdout");
  REQUIRE(table.rows.size() == 6);
  CHECK(table.rows[5][table.column("difficulty")] == "5");
  CHECK(table.rows[5][table.column("asked")] == "20");
  CHECK(table.rows[1][table.column("pool")] == "train");                               // at 3
  CHECK(table.rows[2][table.column("pool")] == "train pool, difficulty not trained");  // at 5
  CHECK(table.rows[5][table.column("pool")] == "test");
  CHECK_THAT(tests::lab({"score", trained.folder, "--json"}).out, Contains("\"chance\""));

  const tests::Ended asked = trained.lab({"ask", trained.spec.fingerprint, "3 1 2"});
  CHECK(asked.code == 0);
  CHECK_THAT(asked.out, Contains("prompt  <sort> 3 1 2 =") && Contains("judge   "));
  CHECK(trained.lab({"ask", trained.prefix, "<sort> 3 1 2 ="}).out == asked.out);
  CHECK_THAT(trained.lab({"ask", trained.prefix, "3 1 = 1", "--task", "successor"}).out,
             Contains("<successor> 3 1 = 1"));
  const tests::Ended unknown = trained.lab({"ask", trained.prefix, "3 1 x"});
  CHECK(unknown.code == 2);
  CHECK_THAT(unknown.err, Contains("`x`"));
  CHECK(trained.lab({"ask", trained.prefix, "3 1", "--task", "count"}).code == 2);

  CHECK(trained.lab({"verify", trained.prefix}).code == 0);
  CHECK(trained.lab({"verify", "nothing"}).code == 4);
}

TEST_CASE("scores that the checkpoint does not give end verify with 1") {
  const Trained trained;
  base::Table table = base::read_tsv(trained.folder / "scores.tsv");
  std::string& solved = table.rows.back()[table.column("solved")];
  solved = solved == "0" ? "1" : "0";
  base::write_file(trained.folder / "scores.tsv", base::tsv(table));
  const tests::Ended ended = trained.lab({"verify", trained.prefix});
  CHECK(ended.code == 1);
  CHECK_THAT(ended.out, Contains("differs"));
}

TEST_CASE("runs are listed, filtered, shown, compared and removed") {
  const Trained trained;
  const spec::RunSpec other = tests::tiny_spec({"seed=3", "train.steps=20", "name=other"});
  train::train_run(train::lesson_of(other), {trained.scratch.path(), 1, {}});
  const auto rows = [&](Words words) {
    words.insert(words.begin(), "runs");
    return base::parse_tsv(trained.lab(words).out, "stdout").rows.size();
  };
  CHECK(rows({}) == 2);
  CHECK(rows({"--where", "seed=3"}) == 1);
  CHECK(rows({"--where", "status=finished", "--where", "model.width=16"}) == 2);
  CHECK(rows({"--where", "status=failed"}) == 0);
  CHECK(rows({"--where", "adamw.weight_decay=1e-2"}) == 2);  // by default, written otherwise
  CHECK(rows({"--where", "model.tied_embeddings=false"}) == 0);
  CHECK(rows({"--where", "model.hidden=64"}) == 2);  // by default, from another field
  CHECK(rows({"--where", "task.sorting.values=8"}) == 2);
  CHECK(rows({"--where", "task.parity.max_bits=500"}) == 0);  // of another task
  CHECK(rows({"--where", "name=other"}) == 1);
  CHECK(trained.lab({"runs", "--where", "model.widht=16"}).code == 3);
  CHECK_THAT(trained.lab({"runs", "show", trained.prefix}).out,
             Contains("status finished") && Contains("exact_match"));
  const std::string diff = trained.lab({"runs", "diff", trained.prefix, other.fingerprint}).out;
  CHECK_THAT(diff, Contains("seed\t0\t3\n") && Contains("train.steps\t60\t20\n"));
  CHECK_THAT(diff, !Contains("model.width"));
  CHECK(trained.lab({"runs", "rm", "--where", "seed=3"}).code == 2);
  CHECK(trained.lab({"runs", "rm", "--where", "seed=3", "--yes"}).code == 0);
  CHECK(rows({}) == 1);
}

TEST_CASE("scores of chosen runs are exported with fields of their specs") {
  const Trained trained;
  const tests::Ended ended = trained.lab({"runs", "export", "--field", "train.steps", "--field",
                                          "model.heads", "--where", "status=finished"});
  const base::Table table = base::parse_tsv(ended.out, "stdout");
  CHECK(table.columns == Words{"fingerprint", "seed", "name", "train.steps", "model.heads", "step",
                               "task", "pool", "difficulty", "solved", "asked", "different",
                               "chance", "frequent", "constant", "nats", "tokens"});
  const auto scores = base::read_tsv(trained.folder / "scores.tsv");
  REQUIRE(table.rows.size() == scores.rows.size());
  CHECK(Words(table.rows[0].begin(), table.rows[0].begin() + 5) ==
        Words{trained.spec.fingerprint, "0", "tiny", "60", "2"});
  CHECK(Words(table.rows[0].begin() + 5, table.rows[0].end()) == scores.rows[0]);
  const std::string lines = trained.lab({"runs", "export", "--json"}).out;
  CHECK_THAT(lines, Contains("\"task\":\"sorting\""));
  CHECK(std::ranges::count(lines, '\n') == std::ssize(scores.rows));
}

TEST_CASE("rubbish in a store is named, then removed, and runs stay") {
  const Trained trained;
  const auto half = trained.scratch.path() / "0123456789abcdef";
  const auto part = trained.folder / "checkpoints" / "weights.safetensors.part-99-0";
  base::write_file(half / "scores.tsv", "x\n");
  base::write_file(part, "x");
  const tests::Ended told = trained.lab({"runs", "gc"});
  CHECK(told.code == 2);
  CHECK_THAT(told.err, Contains("would remove " + half.string()) && Contains(part.string()));
  CHECK(std::filesystem::exists(part));
  CHECK(trained.lab({"runs", "gc", "--yes"}).code == 0);
  CHECK(!std::filesystem::exists(half));
  CHECK(!std::filesystem::exists(part));
  CHECK(trained.lab({"runs", "gc"}).err == "");
  CHECK(trained.lab({"verify", trained.prefix}).code == 0);
}

TEST_CASE("a finished run whose scores are gone is scored again") {
  const Trained trained;
  const base::Table before = base::read_tsv(trained.folder / "scores.tsv");
  std::filesystem::remove(trained.folder / "scores.tsv");
  CHECK(train::train_run(train::lesson_of(trained.spec), {trained.scratch.path(), 1, {}}) ==
        train::RunOutcome::done);
  const base::Table after = base::read_tsv(trained.folder / "scores.tsv");
  REQUIRE(!after.rows.empty());
  for (const auto& row : after.rows) CHECK(std::ranges::count(before.rows, row) == 1);
}

TEST_CASE("the self-check passes") {
  const tests::Ended ended = tests::lab({"verify"});
  CHECK(ended.code == 0);
  CHECK(ended.err == "");
}

}  // namespace
}  // namespace lab::command
