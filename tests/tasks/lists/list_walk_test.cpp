#include "tasks/lists/list_walk.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "tasks/catalog/catalog.h"
#include "tasks/lists/copy.h"
#include "tasks/lists/sorting.h"

namespace tasks::lists {
namespace {

using Tokens = std::vector<Token>;

/// Every list of so many items below `values`.
template <typename Visit>
void for_each_list(int values, int length, const Visit& visit) {
  Tokens items(static_cast<std::size_t>(length));
  for (;;) {
    visit(items);
    std::size_t place = 0;
    while (place < items.size() && ++items[place] == values) items[place++] = 0;
    if (place == items.size()) return;
  }
}

bool is_distinct(const Tokens& items) { return multiplicities(items).size() == items.size(); }

/// Holds what the sampler draws against all lists that are allowed, each alike.
void check_alike(const Task& task, const std::vector<CoverageRule>& rules, int values, int length,
                 bool distinct) {
  const Fragments& fragments = *task.fragments();
  const AllowedFragments allowed(fragments, task.difficulties(), rules);
  const ListTokens tokens{values};
  std::map<Tokens, int> drawn;
  for_each_list(values, length, [&](const Tokens& items) {
    const Tokens prompt = list_prompt(tokens, items);
    if (distinct && !is_distinct(items)) return;
    if (allowed.allows(fragments, prompt, task.question_key(prompt))) drawn[items] = 0;
  });
  REQUIRE(drawn.size() > 3);
  const auto sampler = fragments.sampler(allowed);
  REQUIRE(sampler != nullptr);
  const int each = 200, draws = each * static_cast<int>(drawn.size());
  for (int i = 0; i < draws; ++i) {
    base::Random random(1, "walk", static_cast<std::uint64_t>(i));
    const auto example = sampler->allowed(length, random);
    REQUIRE(example);
    const auto items = parts_of(tokens, example->prompt)->items;
    const auto found = drawn.find(Tokens(items.begin(), items.end()));
    REQUIRE(found != drawn.end());
    ++found->second;
  }
  for (const auto& [items, count] : drawn) {
    CHECK(std::abs(count - each) < 5 * std::sqrt(each));
  }
}

}  // namespace

TEST_CASE("lists with allowed neighbours come as often as if drawn and looked at") {
  const SortingConfig config{.values = 5, .max_length = 6};
  const auto task = catalog::make_task(config);
  check_alike(*task, {{"neighbours", 0.5, 1}}, 5, 4, false);
  check_alike(*task, {{"neighbours", 0.6, 2}, {"copies", 0.5, 3}}, 5, 4, false);
  check_alike(*task, {{"value", 0.6, 4}}, 5, 3, false);
}

TEST_CASE("so do distinct lists") {
  const SortingConfig config{.values = 7, .inputs = ListInputs::distinct, .max_length = 6};
  check_alike(*catalog::make_task(config), {{"neighbours", 0.6, 1}}, 7, 3, true);
}

TEST_CASE("copies with allowed bigrams come as often as if drawn and looked at") {
  const CopyConfig config{.items = CopyItems::repeated, .values = 4, .max_length = 6};
  check_alike(*catalog::make_task(config), {{"bigram", 0.5, 1}}, 4, 4, false);
}

TEST_CASE("distinct copies with allowed bigrams all come") {
  const CopyConfig config{.values = 6, .max_length = 5};
  const auto task = catalog::make_task(config);
  const std::vector<CoverageRule> rules{{"bigram", 0.5, 1}};
  const AllowedFragments allowed(*task->fragments(), task->difficulties(), rules);
  std::map<Tokens, int> drawn;
  for_each_list(6, 4, [&](const Tokens& items) {
    const Tokens prompt = list_prompt(ListTokens{6}, items);
    if (is_distinct(items) && allowed.allows(*task->fragments(), prompt, 0)) drawn[items] = 0;
  });
  const auto sampler = task->fragments()->sampler(allowed);
  for (std::uint64_t i = 0; i < 20'000; ++i) {
    base::Random random(1, "walk", i);
    const auto example = sampler->allowed(4, random);
    REQUIRE(example);
    const auto items = parts_of(ListTokens{6}, example->prompt)->items;
    REQUIRE(drawn.contains(Tokens(items.begin(), items.end())));
    ++drawn[Tokens(items.begin(), items.end())];
  }
  for (const auto& [items, count] : drawn) CHECK(count > 0);
}

TEST_CASE("long lists with few allowed neighbours are found at once") {
  const auto task = catalog::make_task(SortingConfig{.max_length = 600});
  const std::vector<CoverageRule> rules{{"neighbours", 0.3, 1}};
  const AllowedFragments allowed(*task->fragments(), task->difficulties(), rules);
  const auto sampler = task->fragments()->sampler(allowed);
  for (const int length : {1, 2, 20, 100, 600}) {
    base::Random random(1, "long", static_cast<std::uint64_t>(length));
    const auto example = sampler->allowed(length, random);
    REQUIRE(example);
    CHECK(example->difficulty == length);
    CHECK(allowed.allows(*task->fragments(), example->prompt, 0));
    CHECK(task->solves(example->prompt, example->answer));
  }
}

TEST_CASE("a list of the same shape has other values as often") {
  const auto task = catalog::make_task(SortingConfig{});
  const AllowedFragments allowed(*task->fragments(), task->difficulties(), {});
  const auto sampler = task->fragments()->sampler(allowed);
  base::Random random(1, "like");
  const Example example = task->sample(12, random);
  const Example other = sampler->like(example.prompt, random);
  CHECK(other.prompt != example.prompt);
  CHECK(task->fragments()->shape(other.prompt) == task->fragments()->shape(example.prompt));
  CHECK(task->solves(other.prompt, other.answer));
}

}  // namespace tasks::lists
