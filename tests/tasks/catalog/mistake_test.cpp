#include <catch2/catch.hpp>

#include "tasks/catalog/catalog.h"
#include "tasks/pool.h"

namespace tasks::catalog {
namespace {

std::string mistake_of(const Task& task, const std::string& prompt, const std::string& right,
                       const std::string& answer) {
  const Vocabulary& words = task.vocabulary();
  return mistake_in(task, {words.tokens(prompt), words.tokens(right), 1}, words.tokens(answer));
}

TEST_CASE("what is wrong with a sorted list is said in words") {
  const auto task = make_task(lists::SortingConfig{.values = 9});
  const auto mistake = [&](const std::string& answer) {
    return mistake_of(*task, "<sort> 7 3 9 3 5 =", "3 3 5 7 9 .", answer);
  };
  CHECK(mistake("3 3 5 7 9 .") == "");
  CHECK(mistake("3 3 5 7 9") == "unfinished");
  CHECK(mistake("3 5 7 9 .") == "an item dropped");
  CHECK(mistake("5 7 9 .") == "items dropped");
  CHECK(mistake("3 3 5 5 7 9 .") == "an item doubled");
  CHECK(mistake("3 3 3 3 5 7 9 .") == "items doubled");
  CHECK(mistake("3 5 5 7 9 .") == "items replaced by others");
  CHECK(mistake("3 3 5 8 9 .") == "a value not in the list");
  CHECK(mistake("3 3 7 5 9 .") == "out of order");
}

TEST_CASE("what is wrong with a plan is said in words") {
  const auto task = make_task(blocksworld::BlocksworldConfig{});
  const auto mistake = [&](const std::string& answer) {
    return mistake_of(*task, "<blocksworld> on b table on d table on r table goal on b r on d b =",
                      "pick-up b stack b r pick-up d stack d b .", answer);
  };
  CHECK(mistake("pick-up b stack b r pick-up d stack d b .") == "");
  CHECK(mistake("pick-up b stack b r pick-up d stack d b") == "unfinished");
  CHECK(mistake("pick-up b stack b r .") == "goal not met");
  CHECK(mistake("pick-up d stack d b pick-up b stack b r .") == "impossible action");
  CHECK(mistake("pick-up b stack b d pick-up r stack r b pick-up d .") == "impossible action");
  CHECK(mistake("stack b r stack d b .") == "impossible action, goal's order");
  CHECK(mistake("stack d b stack b r .") == "impossible action");
  CHECK(mistake("b r d .") == "no plan");
}

TEST_CASE("a goal that names blocks on the table has an order as well") {
  const auto task =
      make_task(blocksworld::BlocksworldConfig{.problems = blocksworld::BlocksClass::general});
  const auto mistake = [&](const std::string& answer) {
    return mistake_of(
        *task, "<blocksworld> on b table on d table on r table goal on r table on b r on d b =",
        "pick-up b stack b r pick-up d stack d b .", answer);
  };
  CHECK(mistake("stack b r stack d b .") == "impossible action, goal's order");
  CHECK(mistake("stack d b stack b r .") == "impossible action");
}

TEST_CASE("a plan is optimal or longer than needed") {
  const auto task = make_task(blocksworld::BlocksworldConfig{});
  const Vocabulary& words = task->vocabulary();
  const auto merit = [&](const std::string& answer) {
    return merit_of(*task,
                    {words.tokens("<blocksworld> on b table on d table goal on b d ="), {}, 2},
                    words.tokens(answer));
  };
  CHECK(merit("pick-up b stack b d .") == "optimal");
  CHECK(merit("pick-up d stack d b unstack d b put-down d pick-up b stack b d .") ==
        "longer than needed");
  CHECK(merit_of(*make_task(lists::CopyConfig{}), {}, {}) == "");
}

TEST_CASE("an answer that has no end token is never unfinished for the lack of one") {
  const auto task = make_task(lists::ListHintConfig{lists::ListHint::identity_successor, {}});
  const auto mistake = [&](const std::string& answer) {
    return mistake_of(*task, "<identity_successor> 7 3 9 3 5 = 3", "3 5", answer);
  };
  CHECK(mistake("3 5") == "");
  CHECK(mistake("3 7") == "last token wrong");
  CHECK(mistake("5 5") == "first token wrong");
  CHECK(mistake("5") == "too short");
}

TEST_CASE("what is wrong with any other answer is where it leaves the right one") {
  const auto task = make_task(lists::CopyConfig{});
  const Vocabulary& words = task->vocabulary();
  base::Random random(1, "mistake");
  const Example example = task->sample(task->difficulties().low + 4, random);
  const auto mistake = [&](std::vector<Token> answer) {
    return mistake_in(*task, example, answer);
  };
  auto answer = example.answer;
  CHECK(mistake(answer) == "");
  answer.pop_back();
  CHECK(mistake(answer) == "unfinished");
  CHECK(mistake({}) == "unfinished");
  answer.back() = words.id(end_token);
  CHECK(mistake(answer) == "too short");
  answer = example.answer;
  answer.insert(answer.begin(), answer[0]);
  CHECK(mistake(answer) == "too long");
  const auto with = [&](std::size_t place) {
    auto changed = example.answer;
    changed[place] = changed[place] == 0 ? 1 : 0;
    return mistake(changed);
  };
  CHECK(with(0) == "first token wrong");
  CHECK(with(1) == "token between wrong");
  CHECK(with(example.answer.size() - 2) == "last token wrong");
}

TEST_CASE("no mistake is found in what the judge calls right, and one in all else") {
  for (const CatalogEntry& entry : catalog()) {
    const auto task = make_task(entry.config);
    INFO(entry.name);
    for (std::uint64_t i = 0; i < 20; ++i) {
      base::Random random(2, entry.name, i);
      const Example example = task->sample(task->difficulties().low, random);
      CHECK(mistake_in(*task, example, example.answer) == "");
      std::vector<Token> changed = example.answer;
      changed[static_cast<std::size_t>(random.below(std::ssize(changed)))] =
          static_cast<Token>(random.below(task->vocabulary().size()));
      CHECK((mistake_in(*task, example, changed) == "") == task->solves(example.prompt, changed));
    }
  }
}

}  // namespace
}  // namespace tasks::catalog
