#include "lab/questions/json_lines.h"

#include <catch2/catch.hpp>
#include <map>

#include "base/error.h"
#include "base/random.h"
#include "lab/questions/json_line.h"

namespace lab::questions {
namespace {

using Catch::Matchers::Contains;

std::shared_ptr<const tasks::file::Questions> read(const std::string& content,
                                                   const std::string& task = "") {
  tasks::file::QuestionsBuilder builder(tasks::file::TextTokens::words);
  builder.begin_file("pairs.jsonl", std::nullopt);
  add_json_lines(content, "pairs.jsonl", task, &builder);
  return builder.done();
}

std::string complaint(const std::string& content, const std::string& task = "") {
  try {
    read(content, task);
  } catch (const base::Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("a line says prompt, answers, pool, difficulty, key and facets") {
  const JsonLine read = read_json_line(
      R"({"prompt": "a b", "answers": ["c", "d"], "pool": "ood", "difficulty": 7,)"
      R"( "key": "00000000000000ff", "facets": {"size": -3}, "task": "mine", "index": 4})");
  CHECK(read.line.prompt == "a b");
  CHECK(read.line.answers == std::vector<std::string>{"c", "d"});
  CHECK(read.line.pool == tasks::Pool::ood);
  CHECK(read.line.difficulty == 7);
  CHECK(read.line.key == 255U);
  CHECK(read.line.facets == std::map<std::string, int>{{"size", -3}});
  CHECK(read.line.exported);
  CHECK(read.task == "mine");
  const JsonLine least = read_json_line(R"({"answer": "c", "prompt": "\u00e4", "key": "ff"})");
  CHECK(least.line.prompt == "ä");
  CHECK(least.line.key == base::digest("ff"));
  CHECK_FALSE(least.line.exported);
}

TEST_CASE("what a line may not be is said with file, line and what was wanted") {
  const std::map<std::string, std::string> wrong{
      {R"({"prompt": "a", "answer": "b")", "wanted a JSON object on the line: "},
      {"[1, 2]", "wanted a JSON object, found [1,2]"},
      {"{\"prompt\": \"\xff\", \"answer\": \"b\"}", "ill-formed UTF-8 byte"},
      {R"({"promt": "a", "answer": "b"})", "unknown field `promt` (did you mean `prompt`?)"},
      {R"({"prompt": "a", "prompt": "c", "answer": "b"})", "field `prompt` is there twice"},
      {R"({"prompt": "a"})", "has no `answer`"},
      {R"({"answer": "a"})", "has no `prompt`"},
      {R"({"prompt": "a", "answer": "b", "answers": ["b"]})", "has both `answer` and `answers`"},
      {R"({"prompt": "a", "answer": 4})", "answer: wanted text in quotes, found 4"},
      {R"({"prompt": "a", "answers": []})", "answers: wanted a list of one text or more"},
      {R"({"prompt": "a", "answers": [1]})", "answers: wanted text in quotes, found 1"},
      {R"({"prompt": "a", "answer": "b", "pool": "tets"})", "pool: "},
      {R"({"prompt": "a", "answer": "b", "difficulty": 0})",
       "difficulty: wanted a whole number from 1 to 100000, found 0"},
      {R"({"prompt": "a", "answer": "b", "difficulty": 1.5})", "found 1.5"},
      {R"({"prompt": "a", "answer": "b", "difficulty": 18446744073709551615})", "difficulty: "},
      {R"({"prompt": "a", "answer": "b", "key": 4})", "key: wanted text in quotes, found 4"},
      {R"({"prompt": "a", "answer": "b", "facets": {"x": "y"}})",
       "facets.x: wanted a whole number"},
      {R"({"prompt": "a", "answer": "b", "facets": 3})", "facets: wanted names with whole numbers"},
      {R"({"prompt": "", "answer": "b"})", "prompt: is empty"},
      {R"({"prompt": "a", "answer": " "})", "answer: is empty"}};
  for (const auto& [line, said] : wrong) {
    INFO(line);
    const std::string before = "{\"prompt\": \"fine\", \"answer\": \"x\"}\n\n";
    CHECK_THAT(complaint(before + line + "\n"),
               Catch::StartsWith("pairs.jsonl:3: ") && Contains(said));
  }
}

TEST_CASE("blank lines, carriage returns, a mark of byte order and a last line without end pass") {
  const auto all = read(
      "\xef\xbb\xbf{\"prompt\": \"a\", \"answer\": \"b\"}\r\n \t\r\n"
      "{\"prompt\": \"c\", \"answer\": \"d\"}");
  CHECK(all->size() == 2);
  CHECK(all->place(1) == "pairs.jsonl:3");
}

TEST_CASE("of a file with several tasks one is taken, by name") {
  const std::string both =
      "{\"task\": \"x\", \"prompt\": \"a\", \"answer\": \"b\"}\n"
      "{\"task\": \"y\", \"prompt\": \"a\", \"answer\": \"c\"}\n";
  CHECK_THAT(complaint(both), Contains("pairs.jsonl:2: lines are of tasks `x` and `y`: say which"));
  const auto one = read(both, "y");
  CHECK(one->size() == 1);
  CHECK(one->vocabulary().text(one->answer(0)) == "c .");
  CHECK_THAT(complaint(both, "z"), Contains("no line is of task `z`; there are x, y"));
  CHECK_THAT(complaint("{\"prompt\": \"a\", \"answer\": \"b\"}\n", "z"),
             Contains("pairs.jsonl:1: has no `task`, and lines of `z` are wanted"));
}

TEST_CASE("whatever bytes a file has, it is read or refused by name") {
  const std::vector<std::string> pieces{"{",
                                        "}",
                                        "[",
                                        "]",
                                        "\"prompt\"",
                                        "\"answer\"",
                                        "\"answers\"",
                                        ":",
                                        ",",
                                        "\"a\"",
                                        "\"",
                                        "\\",
                                        "\n",
                                        "1e999",
                                        "-0",
                                        "null",
                                        "\xff",
                                        "\xc3\x28",
                                        "\"\\ud800\"",
                                        "\"facets\"",
                                        "\"difficulty\"",
                                        "\"pool\"",
                                        "\"train\"",
                                        "\"key\"",
                                        "{\"prompt\": \"a\", \"answer\": \"b\"}",
                                        " ",
                                        "."};
  int refused = 0, taken = 0;
  for (std::uint64_t i = 0; i < 20'000; ++i) {
    base::Random random(3, "bytes", i);
    std::string content;
    for (auto left = random.below(12); left >= 0; --left) {
      const bool byte = random.below(4) == 0;
      content += byte ? std::string(1, static_cast<char>(random.below(256)))
                      : pieces[static_cast<std::size_t>(random.below(std::ssize(pieces)))];
    }
    const std::string said = complaint(content);
    const bool by_name = said.starts_with("pairs.jsonl");
    INFO(content << " -> " << said);
    REQUIRE((by_name || said == "no error"));
    ++(by_name ? refused : taken);
  }
  CHECK(refused > 1000);
  CHECK(taken > 10);
}

}  // namespace lab::questions
