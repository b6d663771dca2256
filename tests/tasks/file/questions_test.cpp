#include "tasks/file/questions.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "tasks/file/questions_builder.h"
#include "tasks/pool.h"

namespace tasks::file {
namespace {

using Catch::Matchers::Contains;

Line line(const std::string& prompt, const std::string& answer) {
  Line one;
  one.prompt = prompt;
  one.answers = {answer};
  return one;
}

std::shared_ptr<const Questions> made(const std::vector<Line>& lines,
                                      TextTokens tokens = TextTokens::words) {
  QuestionsBuilder builder(tokens);
  builder.begin_file("pairs.jsonl", std::nullopt);
  std::int32_t number = 0;
  for (const Line& one : lines) builder.add(one, ++number);
  return builder.done();
}

std::string complaint(const std::vector<Line>& lines) {
  try {
    made(lines);
  } catch (const base::Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("words are apart by white space, letters are tokens of their own") {
  const auto names = [](std::string_view text, TextTokens tokens) {
    std::string joined;
    for (const auto name : token_names(text, tokens)) joined += "[" + std::string(name) + "]";
    return joined;
  };
  CHECK(names("  2 +\t2\n=", TextTokens::words) == "[2][+][2][=]");
  CHECK(names("", TextTokens::words).empty());
  CHECK(names("ä b.\n", TextTokens::characters) == "[ä][␣][b][\\.][\\n]");
  CHECK(names("\\.", TextTokens::characters) == "[\\][\\.]");
}

TEST_CASE("an answer gets the end token, but where it ends in one or was exported") {
  Line exported = line("a =", "b c");
  exported.exported = true;
  const auto all = made({line("x =", "y"), line("z =", "y ."), exported});
  const auto answer = [&](std::int64_t i) { return all->vocabulary().text(all->answer(i)); };
  CHECK(answer(0) == "y .");
  CHECK(answer(1) == "y .");
  CHECK(answer(2) == "b c");
  const auto letters = made({line("x", "3.5")}, TextTokens::characters);
  CHECK(letters->vocabulary().text(letters->answer(0)) == "3 \\. 5 .");
}

TEST_CASE("questions without a pool are shared out by key, and by what they ask") {
  std::vector<Line> lines;
  for (int i = 0; i < 2000; ++i) lines.push_back(line(std::to_string(i) + " =", "a"));
  const auto all = made(lines);
  std::map<Pool, int> counts;
  for (std::int64_t i = 0; i < all->size(); ++i) {
    CHECK(all->pool(i) == pool_of_key(all->key(i)));
    ++counts[all->pool(i)];
  }
  CHECK(std::abs(counts[Pool::train] - 1600) < 80);
  CHECK(std::abs(counts[Pool::test] - 200) < 60);
  // In another order with other white space each is where it was.
  std::reverse(lines.begin(), lines.end());
  for (Line& one : lines) one.prompt = "  " + one.prompt;
  const auto again = made(lines);
  for (std::int64_t i = 0; i < all->size(); ++i) {
    CHECK(all->pool(i) == again->pool(again->size() - 1 - i));
  }
}

TEST_CASE("a prompt is found however many there are, and no other") {
  std::vector<Line> lines;
  for (int i = 0; i < 500; ++i) {
    lines.push_back(line(std::to_string(i / 25) + " " + std::to_string(i % 25), "a"));
  }
  const auto all = made(lines);
  for (std::int64_t i = 0; i < all->size(); ++i) CHECK(all->find(all->prompt(i)) == i);
  const std::vector<Token> other{all->vocabulary().id("3"), all->vocabulary().id("a")};
  CHECK_FALSE(all->find(other));
  CHECK_FALSE(all->find({}));
}

TEST_CASE("a line that is there again counts once, its facets too") {
  Line first = line("x =", "1"), second = line("y =", "2");
  first.facets = {{"size", 3}};
  second.facets = {{"size", 4}};
  const auto all = made({first, first, second, first});
  CHECK(all->size() == 2);
  CHECK(all->repeats() == 2);
  CHECK(all->facet(1, 0) == 4);
  CHECK(all->place(1) == "pairs.jsonl:3");
}

TEST_CASE("lines that contradict each other are refused with both places") {
  CHECK_THAT(complaint({line("x =", "1"), line("y =", "1"), line("x =", "2")}),
             Contains("pairs.jsonl:3: `x =` is asked in pairs.jsonl:1 too, with another answer"));
  Line trained = line("x =", "1"), asked = line("x =", "1");
  trained.pool = Pool::train;
  asked.pool = Pool::test;
  CHECK_THAT(complaint({trained, asked}),
             Contains("pairs.jsonl:2: this question is in pool test, and pairs.jsonl:1 asks it in "
                      "train: one pool for each question"));
  trained.key = asked.key = 7;
  asked.prompt = "other words =";
  CHECK_THAT(complaint({trained, asked}), Contains("(of the same key)"));
  asked.key = 8;
  CHECK(complaint({trained, asked}) == "no error");
}

TEST_CASE("a prompt may be a question of several difficulties, with one answer") {
  Line easy = line("x =", "1"), hard = line("x =", "1");
  easy.difficulty = 2;
  hard.difficulty = 5;
  easy.facets = {{"size", 3}};
  hard.facets = {{"size", 4}};
  const auto all = made({easy, hard, easy});
  CHECK(all->size() == 2);
  CHECK(all->repeats() == 1);
  CHECK(all->find(all->prompt(0), 5) == 1);
  CHECK(all->find(all->prompt(0), 2) == 0);
  CHECK(all->find(all->prompt(0), 9));
  hard.answers = {"2"};
  CHECK_THAT(complaint({easy, hard}), Contains("with another answer or facet"));
  hard = easy;
  hard.facets["size"] = 9;
  CHECK_THAT(complaint({easy, hard}), Contains("with another answer or facet"));
}

TEST_CASE("what one line says of pool, difficulty and facets, all of them say") {
  Line with = line("x =", "1");
  with.difficulty = 3;
  CHECK_THAT(complaint({with, line("y =", "1")}), Contains("has no difficulty, unlike the lines"));
  CHECK_THAT(complaint({line("y =", "1"), with}), Contains("has a difficulty, unlike the lines"));
  Line pooled = line("x =", "1");
  pooled.pool = Pool::test;
  CHECK_THAT(complaint({line("y =", "1"), pooled}), Contains("has a pool, unlike"));
  Line faceted = line("x =", "1");
  faceted.facets = {{"size", 3}};
  CHECK_THAT(complaint({faceted, line("y =", "1")}),
             Contains("facets: wanted those of the lines before, size; found none"));
}

TEST_CASE("texts that can be no question are refused") {
  CHECK_THAT(complaint({line(" \t", "1")}), Contains("prompt: is empty"));
  CHECK_THAT(complaint({line("x =", "")}), Contains("answer: is empty"));
  CHECK_THAT(complaint({line("x =", "a . b")}),
             Contains("answer: `.` is the end token, and stands before the end"));
  CHECK_THAT(complaint({}), Contains("pairs.jsonl: no question there"));
  std::string longer;
  for (int i = 0; i <= QuestionsBuilder::longest_text; ++i) longer += "a ";
  CHECK_THAT(complaint({line(longer, "b")}),
             Contains("prompt: must have at most 1000000 tokens, has 1000001"));
}

}  // namespace tasks::file
