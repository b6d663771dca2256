#include "tasks/file/file_task.h"

#include <catch2/catch.hpp>
#include <set>

#include "base/error.h"
#include "tasks/catalog/catalog.h"
#include "tasks/different.h"
#include "tasks/file/questions_builder.h"

namespace tasks::file {
namespace {

using Catch::Matchers::Contains;

/// Sums up to 9 + 9, of difficulty 1 or 3 by how many digits the sum has; a second right answer
/// where `several`.
std::shared_ptr<const Questions> sums(bool several) {
  QuestionsBuilder builder(TextTokens::words);
  builder.begin_file("sums.jsonl", std::nullopt);
  std::int32_t number = 0;
  for (int a = 0; a < 10; ++a) {
    for (int b = 0; b < 10; ++b) {
      Line line;
      line.prompt = std::to_string(a) + " + " + std::to_string(b) + " =";
      line.answers = {std::to_string(a + b)};
      if (several) line.answers.push_back("sum " + std::to_string(a + b));
      line.difficulty = a + b < 10 ? 1 : 3;
      line.facets = {{"first", a}};
      builder.add(line, ++number);
    }
  }
  return builder.done();
}

std::unique_ptr<const Task> task_of(std::shared_ptr<const Questions> questions) {
  FileConfig config;
  config.questions = std::move(questions);
  return catalog::make_task(config);
}

bool solves(const Task& task, const std::string& prompt, const std::string& answer) {
  return task.solves(task.vocabulary().tokens(prompt), task.vocabulary().tokens(answer));
}

}  // namespace

TEST_CASE("every question of a file is in one pool, there once, and solved by its answer alone") {
  const auto task = task_of(sums(false));
  std::set<std::vector<Token>> prompts;
  for (const Pool pool : pools_of(*task)) {
    for (const int difficulty : {1, 2, 3}) {
      const auto size = *pool_size(*task, pool, difficulty);
      CHECK((difficulty != 2 || size == 0));
      for (std::int64_t i = 0; i < size; ++i) {
        const Example one = example_at(*task, pool, difficulty, 4, static_cast<std::uint64_t>(i));
        CHECK(prompts.insert(one.prompt).second);
        CHECK(one.difficulty == difficulty);
        CHECK(task->solves(one.prompt, one.answer));
        CHECK(pool_of_key(task->question_key(one.prompt)) == pool);
        std::vector<Token> longer = one.answer;
        longer.push_back(longer.back());
        CHECK_FALSE(task->solves(one.prompt, longer));
        CHECK_FALSE(task->solves(one.prompt, {}));
      }
    }
  }
  CHECK(prompts.size() == 100);
  CHECK(task->difficulties() == Range{1, 3});
  CHECK(solves(*task, "3 + 4 =", "7 ."));
  CHECK_FALSE(solves(*task, "3 + 4 =", "8 ."));
  CHECK(task->many_answers() == nullptr);
}

TEST_CASE("each answer that a line lists is right") {
  const auto task = task_of(sums(true));
  CHECK(task->many_answers() != nullptr);
  CHECK(solves(*task, "3 + 4 =", "7 ."));
  CHECK(solves(*task, "3 + 4 =", "sum 7 ."));
  CHECK_FALSE(solves(*task, "3 + 4 =", "sum 8 ."));
  CHECK(task->answer_limit(task->vocabulary().tokens("3 + 4 =")) == 3);
  CHECK(task->finite_pools()->longest_text(1)->tokens == 4 + 3 - 1);
}

TEST_CASE("what no line asks can be read, not judged") {
  const auto task = task_of(sums(false));
  const auto prompt = task->typed_prompts()->read("4 + +");
  CHECK_FALSE(task->typed_prompts()->is_listed(prompt));
  CHECK(task->typed_prompts()->is_listed(task->typed_prompts()->read("4 + 4 =")));
  CHECK(task->answer_limit(prompt) == 2);
  CHECK_THROWS_WITH(task->solves(prompt, {}),
                    Contains("`4 + +` is none of the 100 questions of the file; a prompt looks "
                             "like `0 + 0 =`"));
  CHECK_THROWS_AS(task->question_key(prompt), base::Error);
  CHECK_THROWS_AS(task->typed_prompts()->read("4 + x"), base::Error);
}

TEST_CASE("chance is the share of the most frequent answer, facets are the line's and the length") {
  const auto task = task_of(sums(false));
  CHECK(task->chance(1) == Approx(10.0 / 55));  // 9, of the sums below ten
  CHECK(task->chance(2) == 0);
  CHECK(task->chance(3) == Approx(9.0 / 45));
  CHECK_THROWS_AS(task->chance(4), base::Error);
  base::Random random(1, "file");
  CHECK_THROWS_WITH(task->sample(2, random), Contains("no question has difficulty 2"));
  const Example one = task->sample(3, random);
  CHECK(one.difficulty == 3);
  const auto facets = task->facets(one);
  CHECK(facets.size() == 2);
  CHECK(facets.at("length") == 4);
  CHECK(std::to_string(facets.at("first")) == task->vocabulary().name(one.prompt[0]));
}

TEST_CASE("the pieces of a file's questions are its words and pairs of them") {
  const auto task = task_of(sums(false));
  const Fragments& pieces = *task->fragments();
  const auto prompt = task->vocabulary().tokens("3 + 3 =");
  std::vector<std::string> words, pairs;
  for (const Fragment piece : pieces.in(0, prompt)) words.push_back(pieces.text(0, piece));
  for (const Fragment piece : pieces.in(1, prompt)) pairs.push_back(pieces.text(1, piece));
  CHECK(words == std::vector<std::string>{"3", "+", "3", "="});
  CHECK(pairs == std::vector<std::string>{"3 +", "+ 3", "3 ="});
  CHECK(pieces.possible(0, {1, 3})->size() == 12);
  CHECK(pieces.possible(1, {1, 3})->size() == 30);
}

TEST_CASE("a file takes no rule of coverage, and a config without questions makes no task") {
  FileConfig config;
  CHECK_THROWS_WITH(catalog::make_task(config), Contains("path: wanted a file of questions"));
  config.questions = sums(false);
  CoverageRule rule;
  rule.fragment = "word";
  rule.share = 0.5;
  CHECK_THROWS_WITH(catalog::make_task(config, std::span(&rule, 1)), Contains("coverage: "));
}

}  // namespace tasks::file
