#include "base/permutation.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <vector>

namespace {

std::vector<std::int64_t> order(std::int64_t size, std::uint64_t key) {
  std::vector<std::int64_t> places;
  for (std::int64_t i = 0; i < size; ++i) places.push_back(base::permuted(i, size, key));
  return places;
}

}  // namespace

TEST_CASE("a permutation has every place once, whatever the size") {
  for (const std::int64_t size : {1, 2, 3, 4, 5, 15, 16, 17, 63, 64, 65, 1000, 1025, 4096}) {
    const auto places = order(size, 7);
    const std::set<std::int64_t> different(places.begin(), places.end());
    CHECK(std::ssize(different) == size);
    CHECK(*different.begin() == 0);
    CHECK(*different.rbegin() == size - 1);
  }
}

TEST_CASE("a permutation depends on its key and on nothing else") {
  CHECK(order(100, 1) == order(100, 1));
  CHECK(order(100, 1) != order(100, 2));
}

TEST_CASE("all orders of three items come up about equally often") {
  std::map<std::vector<std::int64_t>, int> counts;
  for (std::uint64_t key = 0; key < 6000; ++key) ++counts[order(3, key)];
  REQUIRE(counts.size() == 6);
  for (const auto& [places, count] : counts) CHECK(count == Approx(1000).margin(150));  // 5 sigma
}

TEST_CASE("an item lands anywhere with the same probability") {
  std::vector<int> counts(10);
  for (std::uint64_t key = 0; key < 10000; ++key) {
    ++counts[static_cast<std::size_t>(base::permuted(3, 10, key))];
  }
  for (const int count : counts) CHECK(count == Approx(1000).margin(150));
}

TEST_CASE("a large permutation is no storage and takes numbers beyond 32 bits") {
  constexpr std::int64_t size = std::int64_t{1} << 50;
  std::set<std::int64_t> places;
  for (std::int64_t i = 0; i < 100; ++i) places.insert(base::permuted(size - 1 - i, size, 3));
  CHECK(places.size() == 100);
  CHECK(*places.rbegin() < size);
  CHECK(*places.rbegin() > size / 2);
}
