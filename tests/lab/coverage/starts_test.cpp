#include <catch2/catch.hpp>

#include "lab/coverage/report.h"
#include "lab/coverage/text.h"
#include "tests/lab/spec/testing.h"

namespace lab::coverage {
namespace {

using Catch::Matchers::Contains;

std::string line(const std::string& prompt, const std::string& pool) {
  return "{\"prompt\": \"" + prompt + "\", \"answer\": \"a\", \"pool\": \"" + pool + "\"}\n";
}

}  // namespace

TEST_CASE("what a run starts from was trained on is compared with what the run holds out") {
  const lab_tests::TemporaryFolder folder;
  folder.write("first.jsonl", line("a b", "train") + line("b a", "train"));
  folder.write("then.jsonl", line("a a b", "train") + line("b a", "test"));
  folder.write("first.textproto",
               "name: 'pretraining'\ntask { file { path: 'first.jsonl' } }\ntrain { steps: 20 }\n");
  const auto then = folder.write("then.textproto",
                                 "task { file { path: 'then.jsonl' } }\ntrain { steps: 20 }\n"
                                 "start { spec: 'first.textproto' }\n");
  const Report report = coverage_of(train::lesson_of(spec::read_spec(then)), 10, {});
  CHECK_FALSE(disjoint(report));
  CHECK(report.starts == std::vector<std::string>{"pretraining"});
  CHECK(report.examples == 3);
  CHECK_THAT(coverage_text(report),
             Contains("leak: pool test of file at 1: `b a`, and in `pretraining` file at 1 trains "
                      "on `b a`\n") &&
                 Contains("in 3 of the 3 examples that training shows, those of pretraining "
                          "included, which it starts from"));

  folder.write("first.jsonl", line("a b", "train") + line("b b a", "train"));
  const Report apart = coverage_of(train::lesson_of(spec::read_spec(then)), 10, {});
  CHECK(disjoint(apart));
  const Report unknown = coverage_of(
      train::lesson_of(spec::parse_spec(spec::read_spec(then).run.text, "then", ".")), 10, {});
  CHECK(disjoint(unknown));
  CHECK_THAT(coverage_text(unknown), Contains("NOT compared: what run ") &&
                                         Contains("was trained on, which this starts from"));
}

TEST_CASE("endless pools hold out the same questions in whatever a run starts from") {
  const lab_tests::TemporaryFolder folder;
  folder.write("first.textproto",
               "task { sorting { values: 6 } difficulty { low: 3 high: 5 } }\n"
               "train { steps: 200 }\n");
  const auto then = folder.write("then.textproto",
                                 "include: 'first.textproto'\ntrain { steps: 20 }\ndata_seed: 4\n"
                                 "start { spec: 'first.textproto' step: 200 }\n");
  const Report report = coverage_of(train::lesson_of(spec::read_spec(then)), 50, {});
  CHECK(disjoint(report));
  CHECK(report.drawn == 220 * 64);
}

}  // namespace lab::coverage
