#include "tasks/annotation.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

#include "tasks/catalog/catalog.h"
#include "tasks/composition/judge.h"
#include "tasks/knowledge/judge.h"

namespace tasks {
namespace {

std::string text_of(const RowValue& value) {
  return value.name + "@" + std::to_string(value.row) + "=" + std::to_string(value.value);
}

std::string text_of(const RowLink& link) {
  std::string text = link.name + "@" + std::to_string(link.row) + ":";
  for (const int row : link.to) text += " " + std::to_string(row);
  return text;
}

template <typename Parts>
std::vector<std::string> texts_of(const Parts& parts) {
  std::vector<std::string> all;
  for (const auto& part : parts) all.push_back(text_of(part));
  return all;
}

Example example_of(const Task& task, const std::string& prompt, const std::string& answer) {
  return {task.vocabulary().tokens(prompt), task.vocabulary().tokens(answer), 1};
}

using Texts = std::vector<std::string>;

TEST_CASE("what sorting says of its rows is what one finds by hand") {
  const auto task = catalog::make_task(lists::SortingConfig{.values = 9});
  //  row         0      1 2 3 4 5 6 7 8 9 10 11      tokens: value v is v - 1, "=" 9, "." 10
  //              <sort> 7 3 9 3 5 = 3 3 5 7  9
  const Annotation all =
      annotation_of(*task, example_of(*task, "<sort> 7 3 9 3 5 =", "3 3 5 7 9 ."));
  CHECK(all.roles == Texts{"task", "item", "item", "item", "item", "item", "equals", "answer",
                           "answer", "answer", "answer", "answer"});
  CHECK(texts_of(all.tokens) ==
        Texts{"next@6=2", "next@7=2", "next@8=4", "next@9=6", "next@10=8", "next@11=10"});
  CHECK(texts_of(all.numbers) == Texts{"copies_left@7=1", "copies_left@8=0", "copies_left@9=0",
                                       "copies_left@10=0", "copies_left@11=0"});
  CHECK(texts_of(all.links) == Texts{"minimum@6: 2 4", "copies@7: 2 4", "successor@8: 5",
                                     "successor@9: 1", "successor@10: 3"});
}

TEST_CASE("what parity says of its rows is what one finds by hand") {
  const auto task = catalog::make_task(bits::ParityConfig{});
  const Annotation all = annotation_of(*task, example_of(*task, "<parity> 1 0 1 1 =", "1 ."));
  CHECK(all.roles == Texts{"task", "bit", "bit", "bit", "bit", "equals", "answer"});
  CHECK(texts_of(all.tokens) == Texts{"answer@5=1"});
  CHECK(texts_of(all.numbers) == Texts{"running_parity@1=1", "running_parity@2=1",
                                       "running_parity@3=0", "running_parity@4=1",
                                       "running_parity@5=1"});
  CHECK(texts_of(all.links) == Texts{"ones@5: 1 3 4"});
}

/// "b" and "t" for the values that the world's tables give.
Texts results_of(const Annotation& all, const composition::CompositionWorld& world,
                 const std::vector<int>& inputs) {
  const std::vector<int> values = composition::walked(world, inputs);
  Texts texts;
  for (const RowValue& value : all.tokens) {
    const bool bridge = value.name.starts_with("bridge");
    const int right = bridge && !value.name.ends_with("2") ? values.front()
                      : bridge                             ? values[1]
                                                           : values.back();
    CHECK(value.value == right);
    texts.push_back(value.name + "@" + std::to_string(value.row));
  }
  return texts;
}

TEST_CASE("what compositions say of their rows is what one finds by hand") {
  const auto results = [](composition::CompositionFormula formula,
                          composition::Scratchpad scratchpad) {
    const composition::Composition task(
        {{.formula = formula, .entities = 8, .items = 60}, scratchpad});
    const Example example = task.pool_item(Pool::train, task.difficulties().low, 3);
    const std::vector<int> inputs(example.prompt.begin() + 1, example.prompt.end() - 1);
    return results_of(task.annotation(example), task.world(), inputs);
  };
  //  row   0         1  2  3  4 5
  //        <two_hop> x1 x2 x3 = t
  CHECK(results(composition::CompositionFormula::two_hop, composition::Scratchpad::off) ==
        Texts{"bridge@2", "bridge@3", "bridge@4", "answer@3", "answer@4"});
  CHECK(results(composition::CompositionFormula::two_hop, composition::Scratchpad::bridges) ==
        Texts{"bridge@2", "bridge@3", "bridge@4", "bridge@5", "answer@3", "answer@4", "answer@5"});
  CHECK(results(composition::CompositionFormula::three_hop, composition::Scratchpad::off) ==
        Texts{"bridge 1@2", "bridge 1@3", "bridge 1@4", "bridge 1@5", "bridge 2@3", "bridge 2@4",
              "bridge 2@5", "answer@4", "answer@5"});
  const composition::Composition two_hop(
      {{.entities = 8, .items = 60}, composition::Scratchpad::filler});
  CHECK(two_hop.annotation(two_hop.pool_item(Pool::train, 2, 0)).roles ==
        Texts{"task", "x1", "x2", "x3", "equals", "scratchpad", "answer"});
}

TEST_CASE("what knowledge says of its rows is what the facts say") {
  const knowledge::Knowledge task({.entities = 30});
  const knowledge::KnowledgeWorld& world = task.world();
  const Example example = task.pool_item(Pool::train, 2, 5);
  const int head = example.prompt[1];
  const int first = example.prompt[2] - world.config.entities;
  const std::vector<int> one{first};
  const std::string bridge = "=" + std::to_string(knowledge::followed(world, head, one).value());
  const std::string answer = "=" + std::to_string(example.answer[0]);
  const Annotation all = task.annotation(example);
  CHECK(all.roles == Texts{"task", "entity", "relation 1", "relation 2", "equals", "answer"});
  CHECK(texts_of(all.tokens) == Texts{"bridge@2" + bridge, "bridge@3" + bridge, "bridge@4" + bridge,
                                      "answer@3" + answer, "answer@4" + answer});
}

TEST_CASE("what Blocksworld says of its rows is what one finds by hand") {
  const auto task = catalog::make_task(blocksworld::BlocksworldConfig{});
  const Vocabulary& words = task->vocabulary();
  const std::string prompt = "<blocksworld> on b table on d b goal on b d =";
  const Annotation all = annotation_of(
      *task, example_of(*task, prompt, "unstack d b put-down d pick-up b stack b d ."));
  CHECK(all.roles == Texts{"task",   "start",  "start",  "start",  "start",  "start",
                           "start",  "goal",   "goal",   "goal",   "goal",   "equals",
                           "answer", "answer", "answer", "answer", "answer", "answer",
                           "answer", "answer", "answer", "answer"});
  const auto at = [&](const std::string& name, int row, const std::string& token) {
    return name + "@" + std::to_string(row) + "=" + std::to_string(words.id(token));
  };
  const Texts said = texts_of(all.tokens);
  REQUIRE(said.size() == 12);
  CHECK(said[0] == at("block below", 9, "table"));
  CHECK(said[1] == at("next", 11, "unstack"));
  CHECK(said[2] == at("next", 12, "d"));
  CHECK(said[11] == at("next", 21, "."));
}

TEST_CASE("what additions say of their rows is what one finds by hand") {
  //  row   0          1 2 3 4 5 6 7 8 9 10
  //        <addition> 0 4 2 + 0 3 9 = 0 8  (1 .)
  const auto forward = catalog::make_task(addition::AdditionConfig{});
  const Annotation all =
      annotation_of(*forward, example_of(*forward, "<addition> 0 4 2 + 0 3 9 =", "0 8 1 ."));
  CHECK(all.roles == Texts{"task", "first", "first", "first", "plus", "second", "second", "second",
                           "equals", "answer", "answer", "answer"});
  CHECK(texts_of(all.links) ==
        Texts{"same_significance@8: 1 5", "same_significance@9: 2 6", "same_significance@10: 3 7"});
  CHECK(texts_of(all.tokens).at(1) == "next@9=8");
  //  row   0                   1  2 3  4 5 6  7 8  9 10 11 12 13
  //        <reversed_addition> h5 0 h6 2 + h5 0 h6 7 =  h6 9  h5 (0 .)
  const auto hinted = catalog::make_task(
      addition::AdditionConfig{.order = addition::DigitOrder::reversed, .hints = IndexMarks::on});
  const Annotation reversed = annotation_of(
      *hinted, example_of(*hinted, "<reversed_addition> h5 0 h6 2 + h5 0 h6 7 =", "h6 9 h5 0 ."));
  CHECK(reversed.roles.at(1) == "hint");
  CHECK(reversed.roles.at(2) == "first");
  CHECK(reversed.roles.at(10) == "equals");
  CHECK(texts_of(reversed.links) ==
        Texts{"same_significance@11: 4 9", "same_significance@13: 2 7"});
}

TEST_CASE("annotations of every task are about rows that there are") {
  int annotated = 0;
  for (const catalog::CatalogEntry& entry : catalog::catalog()) {
    const auto task = catalog::make_task(entry.config);
    base::Random random(3, entry.name);
    const Example example = task->sample(task->difficulties().low, random);
    const Annotation all = annotation_of(*task, example);
    if (all.roles.empty()) continue;
    ++annotated;
    const auto rows = int(example.prompt.size() + example.answer.size()) - 1;
    CHECK(std::ssize(all.roles) == rows);
    for (const auto* values : {&all.tokens, &all.numbers}) {
      for (const RowValue& value : *values) CHECK((0 <= value.row && value.row < rows));
    }
    for (const RowLink& link : all.links) {
      CHECK(!link.to.empty());
      CHECK(std::ranges::is_sorted(link.to));
      CHECK(link.to.back() <= link.row);
    }
  }
  CHECK(annotated >= 2);
}

using Answer = std::function<std::vector<Token>(const std::vector<Token>& prompt)>;

/// What is between the task token and "=".
std::vector<Token> items_of(const std::vector<Token>& prompt) {
  return {prompt.begin() + 1, prompt.end() - 1};
}

/// Both texts of the task's counterfactuals, as far as there are, go on with the right answer,
/// which is found without what makes their examples, and differ where they say.
void check_counterfactuals(const Task& task, const Answer& answer_to) {
  for (int i = 0; i < 100; ++i) {
    base::Random random(5, "pair", static_cast<std::uint64_t>(i));
    const Range all = task.difficulties();
    const Example example = task.sample(std::clamp(1 + i % 12, all.low, all.high), random);
    const auto pair = counterfactual_of(task, example, random);
    if (!pair) continue;  // it cannot be changed
    REQUIRE(pair->text.size() == pair->changed.size());
    const auto prompt = std::ptrdiff_t(example.prompt.size());
    for (const auto* text : {&pair->text, &pair->changed}) {
      const std::vector<Token> asked(text->begin(), text->begin() + prompt);
      std::vector<Token> said(text->begin() + prompt, text->end());
      said.push_back(text == &pair->text ? pair->expected : pair->expected_changed);
      const std::vector<Token> right = answer_to(asked);
      CHECK(std::equal(said.begin(), said.end(), right.begin()));
    }
    CHECK(pair->expected != pair->expected_changed);
    std::vector<int> different, placed;
    for (int row = 0; row < std::ssize(pair->text); ++row) {
      const auto r = static_cast<std::size_t>(row);
      if (pair->text[r] != pair->changed[r]) different.push_back(row);
    }
    CHECK(different == pair->places.at(0).rows);
    for (const Place& place : pair->places) {
      CHECK(!place.rows.empty());
      placed.insert(placed.end(), place.rows.begin(), place.rows.end());
    }
    std::ranges::sort(placed);
    CHECK(std::ranges::adjacent_find(placed) == placed.end());
  }
}

TEST_CASE("both texts of a counterfactual go on as it says, and differ in one place") {
  check_counterfactuals(lists::Sorting({.values = 30}), [](const std::vector<Token>& prompt) {
    std::vector<Token> items = items_of(prompt);
    std::ranges::sort(items);
    return items;
  });
  check_counterfactuals(bits::Parity({}), [](const std::vector<Token>& prompt) {
    return std::vector{static_cast<Token>(std::ranges::count(items_of(prompt), 1) % 2)};
  });
}

TEST_CASE("so do those of compositions, with each scratchpad, and of knowledge") {
  for (const auto scratchpad : {composition::Scratchpad::off, composition::Scratchpad::bridges,
                                composition::Scratchpad::filler}) {
    const composition::Composition task({{.entities = 12, .items = 400}, scratchpad});
    check_counterfactuals(task, [&](const std::vector<Token>& prompt) {
      const std::vector<int> values = composition::walked(task.world(), items_of(prompt));
      const Token filler = task.world().config.entities + 3;
      if (scratchpad == composition::Scratchpad::filler) return std::vector{filler, values.back()};
      return scratchpad == composition::Scratchpad::bridges ? values : std::vector{values.back()};
    });
  }
  const knowledge::Knowledge task({.entities = 30, .phi = 6});
  check_counterfactuals(task, [&](const std::vector<Token>& prompt) {
    std::vector<Token> relations(prompt.begin() + 2, prompt.end() - 1);
    for (Token& relation : relations) relation -= task.world().config.entities;
    return std::vector{knowledge::followed(task.world(), prompt[1], relations).value()};
  });
}

TEST_CASE("a list whose values all have copies cannot be changed") {
  const auto task = catalog::make_task(lists::SortingConfig{.values = 9});
  base::Random random(1, "pair");
  CHECK_FALSE(counterfactual_of(*task, example_of(*task, "<sort> 4 4 2 2 =", "2 2 4 4 ."), random));
  CHECK(counterfactual_of(*task, example_of(*task, "<sort> 4 4 2 =", "2 4 4 ."), random));
}

}  // namespace
}  // namespace tasks
