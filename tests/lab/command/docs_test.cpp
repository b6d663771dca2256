#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>
#include <regex>
#include <set>

#include "base/file.h"
#include "lab/command/complete.h"
#include "lab/command/docs_text.h"
#include "lab/command/table.h"
#include "lab/spec/set.h"
#include "tests/lab/command/program.h"

namespace lab::command {
namespace {

using Catch::Contains;

/// A shell's words for completion, one a line, where the program is on the path.
struct Shell {
  base::ScratchFolder scratch;

  Shell() {
    for (const char* run : {"3f00000000000000", "$(>hostile)"}) {
      base::write_file(scratch.path() / "runs" / run / "spec.textproto", "");
    }
    for (const char* shell : {"bash", "zsh", "fish"}) {
      base::write_file(scratch.path() / (std::string("lab.") + shell),
                       tests::lab({"docs", shell}).out);
    }
  }

  /// What a script of it prints.
  std::string says(const std::string& shell, const std::string& script) const {
    const auto file = scratch.path() / "try", out = scratch.path() / "out";
    base::write_file(file, script);
    const std::string path = std::filesystem::path(LAB_PROGRAM).parent_path();
    const std::string command = "cd " + scratch.path().string() + " && PATH=" + path +
                                ":$PATH LAB_STORE=runs " + shell + " " + file.string() + " > " +
                                out.string() + " 2>&1";
    CHECK(std::system(command.c_str()) == 0);
    CHECK(!std::filesystem::exists(scratch.path() / "hostile"));
    return base::read_file(out);
  }

  /// What bash offers for the last of these words, as it takes them apart.
  std::string bash(const std::string& words) const {
    std::string line = words;
    std::erase_if(line, [](char c) { return c == '\''; });
    for (auto at = line.find(" = "); at != line.npos; at = line.find(" = ")) {
      line.replace(at, 3, "=");
    }
    return says("bash", "source ./lab.bash\nCOMP_WORDS=(" + words +
                            ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\nCOMP_LINE='" + line +
                            "'\n_lab\necho ${COMPREPLY[@]}\n");
  }

  bool has(const std::string& shell) const {
    if (std::system(("command -v " + shell + " > /dev/null").c_str()) == 0) return true;
    std::cerr << "skipped: no " << shell << " on this machine\n";
    return false;
  }
};

}  // namespace

TEST_CASE("bash completes commands, options, tasks, probes and runs") {
  const Shell shell;
  CHECK(shell.bash("lab re") == "reproduce report\n");
  CHECK(shell.bash("lab train --thr") == "--threads\n");
  CHECK(shell.bash("lab tasks bloc") == "blocksworld\n");
  CHECK(shell.bash("lab score 3") == "3f00000000000000\n");
  CHECK(shell.bash("lab probe 3f att") == "attention\n");
  CHECK(shell.bash("lab runs di") == "diff\n");
  CHECK(shell.bash("lab runs diff 3") == "3f00000000000000\n");
  CHECK(shell.bash("lab docs spec-") == "spec-man\n");
  CHECK(shell.bash("lab report --out lab.b") == "lab.bash\n");
  CHECK(shell.bash("lab bogus x") == "\n");
  for (const Command& command : all_commands()) {
    CHECK_THAT(shell.bash("lab " + command.name), Contains(command.name));
  }
}

TEST_CASE("bash completes paths, values and pools, though it takes = for a word") {
  const Shell shell;
  CHECK(shell.bash("lab train x --set mod") == "model.\n");
  CHECK(shell.bash("lab train x --set model.wi") == "model.width=\n");
  CHECK(shell.bash("lab train x --set model.positions = ROT") == "ROTARY\n");
  CHECK_THAT(shell.bash("lab train x --set model.positions = ''"),
             Contains("NONE ROTARY") || Contains("ROTARY"));
  CHECK(shell.bash("lab sample sorting --pool te") == "test\n");
  CHECK(shell.bash("lab runs --where status = fin") == "finished\n");
  CHECK(shell.bash("lab runs --where stat") == "status=\n");
  CHECK(shell.bash("lab runs --where \\'status=fin") == "status=finished\n");  // an open quote
  CHECK_THAT(shell.bash("lab score \\\"$"), !Contains("hostile"));
}

TEST_CASE("bash completes a folder's name as it is, and runs nothing that it says") {
  const Shell shell;
  CHECK(shell.bash("lab score '$'") == "\\$\\(\\>hostile\\)\n");
  CHECK_THAT(shell.bash("lab score ''"), Contains("3f00000000000000") && Contains("hostile"));
}

TEST_CASE("fish completes the same") {
  const Shell shell;
  if (!shell.has("fish")) return;
  const auto fish = [&](const std::string& line) {
    return shell.says("fish", "source lab.fish\ncomplete -C '" + line + "'\n");
  };
  CHECK_THAT(fish("lab re"), Contains("reproduce"));
  CHECK(fish("lab train x --set mod") == "model.\n");
  CHECK(fish("lab train x --set model.positions=ROT") == "model.positions=ROTARY\n");
  CHECK(fish("lab sample sorting --pool te") == "test\n");
  CHECK_THAT(fish("lab score "), Contains("3f00000000000000") && Contains("hostile"));
}

TEST_CASE("zsh takes the script, and offers the same") {
  const Shell shell;
  if (!shell.has("zsh")) return;
  const auto zsh = [&](const std::string& words) {  // compadd says what it is given
    return shell.says("zsh -f",
                      "compdef() { }\n_files() { print files }\nsource ./lab.zsh\n"
                      "compadd() { while [[ $1 != -- ]]; do shift; done; shift; "
                      "print -l -- $@ }\nwords=(" +
                          words + ")\nCURRENT=$#words\n_lab\n");
  };
  CHECK(zsh("lab train x --set mod") == "model.\n");
  CHECK(zsh("lab train x --set model.positions=ROT") == "model.positions=ROTARY\n");
  CHECK(zsh("lab sample sorting --pool te") == "test\n");
  CHECK_THAT(zsh("lab score ''"), Contains("3f00000000000000") && Contains("hostile"));
  CHECK(zsh("lab report --out x") == "files\n");
}

TEST_CASE("what may follow is told a step at a time, for hints and items of lists as well") {
  const auto offered = [](const std::vector<std::string>& line) {
    return completed(all_commands(), line).words;
  };
  using Words = std::vector<std::string>;
  CHECK(offered({"lab", "train", "x", "--set", "hint"}) == Words{"hint[0]."});
  CHECK(offered({"lab", "train", "x", "--set", "hint[3].list_hint.ki"}) ==
        Words{"hint[3].list_hint.kind="});
  CHECK(offered({"lab", "train", "x", "--set", "score.pools=[TRAIN, TES"}) ==
        Words{"score.pools=[TRAIN, TEST"});
  CHECK(offered({"lab", "train", "x", "--set", "modle.w"}).empty());
  CHECK(offered({"lab", "sample", "x", "--pool=tes"}) == Words{"--pool=test"});
  CHECK(offered({"lab", "runs", "--sort", "-sco"}) == Words{"-score"});
  CHECK(offered({"lab", "reproduce", "--scale", "sm"}) == Words{"smoke"});
  CHECK(completed(all_commands(), {"lab", "train", ""}).files);
  CHECK(!completed(all_commands(), {"lab", "tasks", ""}).files);
  CHECK(offered({"lab", "help", "trai"}) == Words{"train"});
  CHECK(offered({"lab"}).empty());
}

TEST_CASE("every field of a spec is described, with its type, limits, default and meaning") {
  const std::string width = tests::lab({"docs", "spec", "model.width"}).out;
  CHECK(width ==
        "model.width  (whole number, 1 to 16384, default 64)\n    Length of a token's vector.\n");
  const std::string all = tests::lab({"docs", "spec"}).out;
  for (const char* text : {"seed  (whole number, default 0)", "hint[]  (block, as task)",
                           "ROTARY               Su et al.", "sweep.axis[].values[]  (text)",
                           "task.plan_check  (block, as task.blocksworld)"}) {
    CHECK_THAT(all, Contains(text));
  }
  std::set<std::string> paths;
  for (const spec::reference::FieldDoc& field : spec::reference::spec_fields()) {
    INFO(field.path);
    CHECK(paths.insert(field.path).second);
    CHECK((field.type != "one of" || field.values.size() > 1));
  }
  CHECK(paths.size() > 150);
  const tests::Ended unknown = tests::lab({"docs", "spec", "model.widht"});
  CHECK(unknown.code == 2);
  CHECK_THAT(unknown.err, Contains("no field `model.widht` in a spec (did you mean"));
  CHECK(tests::lab({"docs", "html"}).code == 2);
  CHECK(tests::lab({"docs", "man", "model"}).code == 2);
}

TEST_CASE("every field of figures is described, also where another schema says what it may be") {
  const std::string kind = tests::lab({"docs", "figures", "figure.kind"}).out;
  CHECK_THAT(kind, Contains("figure[].kind  (one of, default LINES)") &&
                       Contains("SURVIVAL             The share of the runs") &&
                       Contains("STRIP                a row for each series"));
  CHECK_THAT(tests::lab({"docs", "figures", "figure.rows.pool"}).out,
             Contains("default TEST") && Contains("    VALIDATE"));
  const tests::Ended wrong = tests::lab({"docs", "figures", "figure.kidn"});
  CHECK(wrong.code == 2);
  CHECK_THAT(wrong.err, Contains("no field `figure.kidn` in a figures.textproto"));
}

TEST_CASE("whatever page of the reference is named where people look can be read") {
  std::vector<std::string> texts{base::read_file(LAB_SOURCE_DIR "/README.md"),
                                 tests::lab({"tasks"}).out};
  for (const Command& command : all_commands()) {
    texts.push_back(tests::lab({command.name, "--help"}).out);
  }
  const std::regex named("lab docs (spec|figures) ([a-zA-Z_.]+)");
  int tried = 0;
  for (const std::string& text : texts) {
    for (std::sregex_iterator at(text.begin(), text.end(), named), end; at != end; ++at) {
      INFO(at->str());
      CHECK(tests::lab({"docs", (*at)[1], (*at)[2]}).code == 0);
      ++tried;
    }
  }
  CHECK(tried >= 4);
  CHECK_THAT(tests::lab({"docs", "spec", "task.file"}).out, Contains("read from JSON lines"));
}

TEST_CASE("the man pages hold every command and field, and groff has nothing to say about them") {
  const std::string lab = tests::lab({"docs", "man"}).out,
                    spec = tests::lab({"docs", "spec-man"}).out;
  for (const Command& command : all_commands())
    CHECK_THAT(lab, Contains(".SS lab " + command.name));
  for (const spec::reference::FieldDoc& field : spec::reference::spec_fields())
    CHECK_THAT(spec, Contains(".B " + field.path));
  if (std::system("groff --version > /dev/null 2>&1") != 0) {
    WARN("not checked: apt-get install groff");
    return;
  }
  const base::ScratchFolder scratch;
  for (const std::string& page : {lab, spec}) {
    const auto file = scratch.path() / "page", log = scratch.path() / "log";
    base::write_file(file, page);
    const std::string command =
        "groff -man -ww -Tutf8 " + file.string() + " > /dev/null 2> " + log.string();
    CHECK(std::system(command.c_str()) == 0);
    CHECK(base::read_file(log) == "");
  }
}

}  // namespace lab::command
