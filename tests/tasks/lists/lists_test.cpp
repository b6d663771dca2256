#include "tasks/lists/lists.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <set>

using tasks::Token;
using tasks::lists::ListConfig;
using tasks::lists::ListInputs;

namespace {

constexpr int lists = 2000;

std::vector<std::vector<Token>> drawn(const tasks::lists::ListConfig& config, int n) {
  std::vector<std::vector<Token>> result;
  base::Random random(3, "lists");
  for (int i = 0; i < lists; ++i) result.push_back(tasks::lists::sample_list(config, n, random));
  return result;
}

double mean_facet(const tasks::lists::ListConfig& config, int n, const std::string& facet) {
  double sum = 0;
  for (const auto& items : drawn(config, n)) sum += tasks::lists::list_facets(items).at(facet);
  return sum / lists;
}

int span_of(const std::vector<Token>& items) {
  const auto [low, high] = std::ranges::minmax(items);
  return high - low + 1;
}

}  // namespace

TEST_CASE("uniform lists use every value equally often at every place") {
  std::vector<int> seen(10), first(10);
  for (const auto& items : drawn({.values = 10}, 20)) {
    for (const Token item : items) ++seen.at(static_cast<std::size_t>(item));
    ++first.at(static_cast<std::size_t>(items.front()));
  }
  for (const int count : seen) CHECK(count == Approx(4000).margin(300));  // 5 deviations of 60
  for (const int count : first) CHECK(count == Approx(200).margin(67));   // 5 deviations of 13.4
}

TEST_CASE("uniform lists have as many distinct values as chance makes") {
  // V (1 - (1 - 1/V)^n) = 18.21 of 20 from 100
  CHECK(mean_facet({}, 20, "distinct") == Approx(18.21).margin(0.15));
  CHECK(mean_facet({}, 100, "distinct") == Approx(63.4).margin(0.5));
}

TEST_CASE("distinct lists hold no value twice, at most all and in any order") {
  const tasks::lists::ListConfig config{.values = 12, .inputs = tasks::lists::ListInputs::distinct};
  CHECK(tasks::lists::list_lengths(config) == tasks::Range{1, 12});
  for (const int n : {1, 5, 12}) {
    for (const auto& items : drawn(config, n)) {
      REQUIRE(std::set<Token>(items.begin(), items.end()).size() == static_cast<std::size_t>(n));
      REQUIRE((std::ranges::min(items) >= 0 && std::ranges::max(items) < 12));
    }
  }
  double first = 0, last = 0;
  for (const auto& items : drawn(config, 12)) {
    first += items.front();
    last += items.back();
  }
  CHECK(first / lists == Approx(5.5).margin(0.4));  // 5 deviations of 3.45 / sqrt(2000)
  CHECK(last / lists == Approx(5.5).margin(0.4));
}

TEST_CASE("fixed density lists stay in a window of n / density values that moves") {
  const tasks::lists::ListConfig config{
      .values = 100, .inputs = tasks::lists::ListInputs::fixed_density, .density = 0.5};
  CHECK(tasks::lists::density_window(config, 1) == 2);
  CHECK(tasks::lists::density_window(config, 20) == 40);
  CHECK(tasks::lists::density_window(config, 80) == 100);
  CHECK(tasks::lists::density_window(
            {.inputs = tasks::lists::ListInputs::fixed_density, .density = 3}, 1) == 1);
  CHECK(tasks::lists::density_window(
            {.inputs = tasks::lists::ListInputs::fixed_density, .density = 1e-300}, 1000) == 100);
  int widest = 0;
  std::set<Token> values;
  for (const auto& items : drawn(config, 20)) {
    widest = std::max(widest, span_of(items));
    values.insert(items.begin(), items.end());
  }
  CHECK(widest == 40);
  CHECK(values.size() == 100);
}

TEST_CASE("duplicate rich lists are half narrow and half uniform") {
  const tasks::lists::ListConfig rich{.inputs = tasks::lists::ListInputs::duplicate_rich};
  int narrow = 0, narrowest = 100;
  for (const auto& items : drawn(rich, 40)) {
    narrow += span_of(items) <= 40 ? 1 : 0;
    narrowest = std::min(narrowest, span_of(items));
  }
  CHECK(narrow == Approx(lists / 2).margin(112));  // a uniform list spans > 40: (2/5)^40
  CHECK(narrowest >= 8);
  CHECK(narrowest <= 11);  // windows of 10 values
}

TEST_CASE("duplicate rich lists have more repetitions than uniform ones") {
  const tasks::lists::ListConfig rich{.inputs = tasks::lists::ListInputs::duplicate_rich};
  for (const int n : {10, 20, 40}) {
    CHECK(mean_facet(rich, n, "distinct") < 0.85 * mean_facet({}, n, "distinct"));
    CHECK(mean_facet(rich, n, "largest_multiplicity") >
          1.3 * mean_facet({}, n, "largest_multiplicity"));
  }
}

TEST_CASE("every kind of list can be as short as one item and longer than the values") {
  for (const auto inputs :
       {tasks::lists::ListInputs::uniform, tasks::lists::ListInputs::fixed_density,
        tasks::lists::ListInputs::duplicate_rich}) {
    base::Random random(1, "short");
    for (int i = 0; i < 100; ++i) {
      CHECK(tasks::lists::sample_list({.values = 2, .inputs = inputs}, 1, random).size() == 1);
      CHECK(tasks::lists::sample_list({.values = 2, .inputs = inputs}, 50, random).size() == 50);
    }
  }
}

TEST_CASE("facets count items, values and the most frequent value") {
  const auto facets = tasks::lists::list_facets(std::vector<Token>{6, 2, 8, 2, 4, 2});
  CHECK(facets.at("length") == 6);
  CHECK(facets.at("distinct") == 4);
  CHECK(facets.at("largest_multiplicity") == 3);
}
