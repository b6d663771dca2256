#include <catch2/catch.hpp>
#include <cstdlib>
#include <regex>
#include <set>

#include "base/file.h"
#include "lab/command/docs_text.h"
#include "lab/command/table.h"
#include "lab/spec/set.h"
#include "tests/lab/command/program.h"

namespace lab::command {
namespace {

using Catch::Contains;

/// What bash offers for the last of these words.
std::string completed(const std::string& words) {
  const base::ScratchFolder scratch;
  base::write_file(scratch.path() / "lab.bash", tests::lab({"docs", "bash"}).out);
  for (const char* run : {"3f00000000000000", "$(>hostile)"}) {
    std::filesystem::create_directories(scratch.path() / "runs" / run);
  }
  const auto out = scratch.path() / "out";
  base::write_file(scratch.path() / "try.bash",
                   "cd " + scratch.path().string() +
                       "\nsource ./lab.bash\nexport LAB_STORE=runs\nCOMP_WORDS=(" + words +
                       ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_lab\necho ${COMPREPLY[@]}\n");
  const std::string command =
      "bash " + (scratch.path() / "try.bash").string() + " > " + out.string() + " 2>&1";
  CHECK(std::system(command.c_str()) == 0);
  CHECK(!std::filesystem::exists(scratch.path() / "hostile"));
  return base::read_file(out);
}

}  // namespace

TEST_CASE("bash completes commands, options, tasks, probes and runs") {
  CHECK(completed("lab re") == "reproduce report\n");
  CHECK(completed("lab train --thr") == "--threads\n");
  CHECK(completed("lab tasks bloc") == "blocksworld\n");
  CHECK(completed("lab score 3") == "3f00000000000000\n");
  CHECK(completed("lab probe 3f att") == "attention\n");
  CHECK(completed("lab runs di") == "diff\n");
  CHECK(completed("lab runs diff 3") == "3f00000000000000\n");
  CHECK(completed("lab docs spec-") == "spec-man\n");
  CHECK(completed("lab report --out lab.b") == "lab.bash\n");
  CHECK(completed("lab bogus x") == "\n");
  for (const Command& command : all_commands()) {
    CHECK_THAT(completed("lab " + command.name), Contains(command.name));
  }
}

TEST_CASE("bash completes a folder's name as it is, and runs nothing that it says") {
  CHECK(completed("lab score '$'") == "\\$\\(\\>hostile\\)\n");
  CHECK_THAT(completed("lab score ''"), Contains("3f00000000000000") && Contains("hostile"));
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
