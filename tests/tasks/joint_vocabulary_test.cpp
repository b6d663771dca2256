#include "tasks/joint_vocabulary.h"

#include <catch2/catch.hpp>

#include "tasks/catalog/catalog.h"

namespace {

using tasks::Token;
using Tokens = std::vector<Token>;

struct Three {
  std::unique_ptr<const tasks::Task> sorting =
      tasks::catalog::make_task(tasks::lists::SortingConfig{.values = 3});
  std::unique_ptr<const tasks::Task> fill = tasks::catalog::make_task(
      tasks::lists::ListHintConfig{tasks::lists::ListHint::fill, {.values = 5}});
  std::unique_ptr<const tasks::Task> parity =
      tasks::catalog::make_task(tasks::bits::ParityConfig{});
  std::vector<const tasks::Task*> all{sorting.get(), fill.get(), parity.get()};
  tasks::JointVocabulary joint{all};
};

}  // namespace

TEST_CASE("the union keeps the order of first appearance") {
  const Three three;
  const std::vector<std::string> expected{"1", "2", "3",      "=", ".", "<sort>",
                                          "4", "5", "<fill>", "_", "0", "<parity>"};
  CHECK(three.joint.vocabulary().names() == expected);
}

TEST_CASE("equal names are the same token, whatever their ids in the tasks") {
  const Three three;
  const Token equals = three.joint.vocabulary().id("=");
  for (std::size_t i = 0; i < three.all.size(); ++i) {
    const Tokens own{three.all[i]->vocabulary().id("=")};
    CHECK(three.joint.to_joint(i, own) == Tokens{equals});
    CHECK(three.joint.to_own(i, Tokens{equals}) == own);
  }
}

TEST_CASE("own undoes joint and the words stay the same") {
  const Three three;
  for (std::size_t i = 0; i < three.all.size(); ++i) {
    base::Random random(1, "joint");
    const tasks::Example example = three.all[i]->sample(5, random);
    const Tokens joint = three.joint.to_joint(i, example.prompt);
    CHECK(three.joint.to_own(i, joint) == example.prompt);
    CHECK(three.joint.vocabulary().text(joint) == three.all[i]->vocabulary().text(example.prompt));
  }
}

TEST_CASE("a token the task does not know becomes -1, which its judge rejects") {
  const Three three;
  const tasks::Vocabulary& words = three.joint.vocabulary();
  CHECK(three.joint.to_own(0, words.tokens("1 5 _ 0 .")) == Tokens{0, -1, -1, -1, 4});
  CHECK(three.joint.to_own(0, Tokens{-1, 99}) == Tokens{-1, -1});
  CHECK(three.joint.to_joint(0, Tokens{-1, 99}) == Tokens{-1, -1});
  const Tokens prompt = three.sorting->vocabulary().tokens("<sort> 3 1 =");
  CHECK(three.sorting->solves(prompt, three.joint.to_own(0, words.tokens("1 3 ."))));
  CHECK_FALSE(three.sorting->solves(prompt, three.joint.to_own(0, words.tokens("1 5 ."))));
}

TEST_CASE("a list task and its hint share all but the tokens of their own") {
  const auto sorting = tasks::catalog::make_task(tasks::lists::SortingConfig{});
  const auto hint = tasks::catalog::make_task(tasks::lists::ListHintConfig{});
  const std::vector<const tasks::Task*> both{sorting.get(), hint.get()};
  CHECK(tasks::JointVocabulary(both).vocabulary().size() == sorting->vocabulary().size() + 1);
}
