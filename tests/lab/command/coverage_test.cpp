#include <catch2/catch.hpp>

#include "base/file.h"
#include "base/tsv.h"
#include "tests/lab/command/program.h"

namespace lab::command {
namespace {

using Catch::Contains;

/// `lab coverage` of a spec with this task.
tests::Ended covered(const std::string& task, const std::vector<std::string>& more = {}) {
  const base::ScratchFolder scratch;
  const auto file = scratch.path() / "exp.textproto";
  base::write_file(file, "task { " + task + " }\ntrain { steps: 1000 }\n");
  std::vector<std::string> words{"coverage", file};
  words.insert(words.end(), more.begin(), more.end());
  return tests::lab(words);
}

const std::string two_hop = "composition { entities: 8 items: 120 }";

TEST_CASE("coverage of a finite task ends with 0 and shows pools, cutoffs and spurious pairs") {
  const tests::Ended ended = covered(two_hop);
  CHECK(ended.code == 0);
  CHECK(ended.err == "");
  CHECK_THAT(ended.out, Contains("two_hop: finite pools, every question compared") &&
                            Contains("type_0") && Contains("k-cutoff") && Contains("spurious") &&
                            Contains("disjoint, by content: nothing compared is in 120 of the 120 "
                                     "examples that training shows"));
  CHECK_THAT(covered(two_hop, {"--json"}).out, Contains("\"disjoint\": true"));
}

TEST_CASE("coverage says what training was built to, what it has, and what that took") {
  const std::string built =
      "composition { entities: 12 items: 400 target { k: 2 share: [0.9, 0.5] } }";
  CHECK_THAT(covered(built).out, Contains("target    k >= 2: 90.00 % wanted, ") &&
                                     Contains("k >= 3: 50.00 % wanted, 50.") &&
                                     Contains(" uses of calls are others than those drawn first"));
  CHECK_THAT(covered(built, {"--json"}).out, Contains("\"target\": {") &&
                                                 Contains("\"wanted\": 0.9") &&
                                                 Contains("\"uses_moved\": "));
  CHECK_THAT(covered(two_hop).out, !Contains("wanted"));
}

TEST_CASE("knowledge and comparisons are covered as compositions are") {
  for (const std::string task : {"knowledge { entities: 20 relations: 5 out_degree: 5 phi: 3 }",
                                 "comparison { entities: 20 attributes: 3 phi: 3 }"}) {
    const tests::Ended ended = covered(task, {"--true-only", "--index-set", "1,2"});
    CHECK(ended.code == 0);
    CHECK_THAT(ended.out, Contains("k-cutoff") && Contains("\n            oo"));
  }
}

TEST_CASE("readings, index sets and true equivalences change what is covered") {
  const std::string all = covered(two_hop).out;
  CHECK(covered(two_hop, {"--index-set", "1,2"}).out != all);
  CHECK(covered(two_hop, {"--index-set", "1", "--index-set", "2,3"}).out !=
        covered(two_hop, {"--index-set", "1,2"}).out);
  CHECK(covered(two_hop, {"--true-only"}).out != all);
  CHECK(covered(two_hop, {"--reading", "merged"}).out != all);
}

TEST_CASE("coverage of an endless task says how its pools are made") {
  const tests::Ended ended = covered("parity {} difficulty { low: 10 high: 30 }", {"-n", "40"});
  CHECK(ended.code == 0);
  CHECK_THAT(ended.out, Contains("parity: endless pools by the question's key") &&
                            Contains("        30  test         endless       200           0"));
}

TEST_CASE("coverage of a sweep looks at each setting, with one verdict and one JSON object") {
  const base::ScratchFolder scratch;
  const auto spec = scratch.path() / "exp.textproto";
  base::write_file(spec, "task { " + two_hop + " }\ntrain { steps: 1000 }\n" +
                             "sweep { axis { name: 'items' path: 'task.composition.items' "
                             "values: ['90', '120'] } seeds { count: 2 } }\n");
  const tests::Ended ended = tests::lab({"coverage", spec});
  CHECK(ended.code == 0);
  CHECK_THAT(ended.out,
             Contains("== exp items=90 seed=1, for 2 runs\n") &&
                 Contains("is in 90 of the 90 examples") &&
                 Contains("is in 120 of the 120 examples") &&
                 Contains("\nall disjoint, by content: looked at 2 of the 4 runs of exp"));
  CHECK_THAT(tests::lab({"coverage", spec, "--json"}).out,
             Contains("\"settings\": [") && Contains("\"items\": \"120\""));
  CHECK(tests::lab({"coverage", spec, "--true-only"}).out != ended.out);
  CHECK_THAT(covered(two_hop, {"--json"}).out, !Contains("\"settings\""));
}

TEST_CASE("a table of symbolic learners keeps what it has of other sweeps") {
  const base::ScratchFolder scratch;
  const auto spec = scratch.path() / "exp.textproto", table = scratch.path() / "symbolic.tsv";
  const auto write = [&](const std::string& sweep) {
    base::write_file(spec, "task { " + two_hop + " }\ntrain { steps: 1000 }\nsweep { name: \"" +
                               sweep + "\" seeds { count: 1 } }\n");
    CHECK(tests::lab({"coverage", spec, "--symbolic", table}).code == 0);
    return base::read_tsv(table).rows.size();
  };
  const std::size_t rows = write("one");
  CHECK(rows > 0);
  CHECK(write("two") == 2 * rows);
  CHECK(write("one") == 2 * rows);
  for (const std::vector<std::string>& unread : {std::vector<std::string>{"--json"}, {"-n", "5"}}) {
    std::vector<std::string> words{"coverage", spec, "--symbolic", table};
    words.insert(words.end(), unread.begin(), unread.end());
    CHECK(tests::lab(words).code == 2);
  }
}

TEST_CASE("what coverage cannot read is an error") {
  CHECK(tests::lab({"coverage"}).code == 2);
  CHECK(covered("parity {}", {"--true-only"}).code == 2);
  CHECK_THAT(covered(two_hop, {"--reading", "mergd"}).err, Contains("did you mean `merged`"));
  CHECK(covered(two_hop, {"--reading", "mergd"}).code == 2);
  CHECK(covered(two_hop, {"--index-set", "1,2,3"}).code == 4);
  CHECK(covered("composition { items: 100000 }").code == 3);
}

}  // namespace
}  // namespace lab::command
