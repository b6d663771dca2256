#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/error.h"
#include "base/file.h"
#include "base/scratch_folder.h"
#include "base/text.h"
#include "lab/coverage/report.h"
#include "lab/exchange/export.h"
#include "tasks/emptiness.h"
#include "tests/lab/spec/testing.h"

namespace lab::exchange {
namespace {

using nlohmann::json;

/// The lesson of what was exported, as questions of a file.
train::Lesson read_back(const std::filesystem::path& file, const std::string& name) {
  return lab_tests::lesson_from("task { file { path: \"" + file.string() + "\" only: \"" + name +
                                "\" untrained_tokens: ALLOWED } }\ntrain { steps: 20 }\n");
}

/// Every kind that makes its questions, as small as it should be here.
std::string spec_of(const tasks::catalog::CatalogEntry& entry) {
  const auto kind =
      std::visit([](const auto& one) { return std::string(kind_name(one)); }, entry.config);
  const std::string which = kind == "list_hint" ? "kind: " + base::capital_letters(entry.name)
                            : kind == "composition" && entry.name != "two_hop"
                                ? "formula: " + base::capital_letters(entry.name)
                                : "";
  const bool listed = tasks::catalog::make_task(entry.config)->finite_pools() != nullptr;
  return "task { " + kind + " { " + which + " } " +
         (listed || kind == "blocksworld" || kind == "plan_check" ? "" : "difficulty { high: 6 }") +
         " }\ntrain { steps: 20 }\n";
}

std::vector<json> lines_of(const std::filesystem::path& file) {
  std::istringstream input(base::read_file(file));
  std::vector<json> lines;
  for (std::string line; std::getline(input, line);) lines.push_back(json::parse(line));
  return lines;
}

/// A line against what the file task makes of it, and what the judges of both say of answers.
void check_line(const json& line, const tasks::Task& made, const tasks::Task& read) {
  const auto prompt = read.vocabulary().tokens(line.at("prompt").get<std::string>());
  const auto answer = read.vocabulary().tokens(line.at("answer").get<std::string>());
  const tasks::Example example{prompt, answer, line.at("difficulty")};
  CHECK(read.solves(prompt, answer));
  CHECK(base::hexadecimal(read.question_key(prompt)) == line.at("key"));
  for (const auto& [name, value] : line.at("facets").items()) {
    CHECK(read.facets(example).at(name) == value);
  }
  if (!tasks::has_unique_answers(made)) return;  // of plans the file knows one
  const auto own_prompt = made.vocabulary().tokens(line.at("prompt").get<std::string>());
  for (std::size_t i = 0; i < answer.size(); ++i) {
    for (const tasks::Token other : {answer.front(), answer.back(), prompt.front()}) {
      std::vector<tasks::Token> changed = answer;
      changed[i] = other;
      const auto own = made.vocabulary().tokens(read.vocabulary().text(changed));
      CHECK(read.solves(prompt, changed) == made.solves(own_prompt, own));
    }
  }
}

/// That pools of the file are what the manifest counts, in the order of the lines.
void check_pools(const std::vector<json>& lines, const tasks::Task& read) {
  std::map<std::pair<tasks::Pool, int>, std::vector<std::string>> prompts;
  for (const json& line : lines) {
    const auto pool = tasks::pool_named(line.at("pool").get<std::string>());
    prompts[{pool, line.at("difficulty")}].push_back(line.at("prompt"));
  }
  for (const auto& [where, wanted] : prompts) {
    const auto [pool, difficulty] = where;
    REQUIRE(tasks::pool_size(read, pool, difficulty) == std::ssize(wanted));
    for (std::int64_t i = 0; i < std::ssize(wanted); ++i) {
      const auto example = read.finite_pools()->pool_item(pool, difficulty, i);
      CHECK(read.vocabulary().text(example.prompt) == wanted[static_cast<std::size_t>(i)]);
    }
  }
}

/// What `lab coverage` counts: examples trained on, and of each pool how many were compared, and
/// how many training shows.
void check_coverage(const std::vector<json>& lines, const train::Lesson& read) {
  std::map<std::pair<std::string, int>, std::int64_t> counted;
  for (const json& line : lines) ++counted[{line.at("pool"), line.at("difficulty")}];
  const coverage::Report report = coverage::coverage_of(read, 100, {});
  CHECK(coverage::disjoint(report));
  for (const coverage::PoolCoverage& pool : report.parts.at(0).pools) {
    const std::int64_t wanted = counted[{std::string(tasks::name(pool.pool)), pool.difficulty}];
    CHECK(pool.questions.value_or(0) == wanted);
    CHECK(pool.compared == wanted);
  }
}

}  // namespace

TEST_CASE("what is exported of every task is read back: questions, pools, judges, coverage") {
  int tried = 0;
  for (const tasks::catalog::CatalogEntry& entry : tasks::catalog::catalog()) {
    INFO(entry.name);
    const base::ScratchFolder folder;
    const auto file = folder.path() / "pools.jsonl";
    const auto lesson = lab_tests::lesson_from(spec_of(entry));
    ExportRequest request;
    request.examples = 40;
    export_pools(lesson, request, file);
    const std::vector<json> lines = lines_of(file);
    const train::Lesson read = read_back(file, lesson.spec.main.name);
    const auto& config = std::get<tasks::file::FileConfig>(read.spec.main.task);
    CHECK(config.questions->size() == std::ssize(lines));
    CHECK(config.questions->repeats() == 0);
    for (const json& line : lines) check_line(line, lesson.mixture.task(0), read.mixture.task(0));
    check_pools(lines, read.mixture.task(0));
    check_coverage(lines, read);
    ++tried;
  }
  CHECK(tried > 25);
}

}  // namespace lab::exchange
