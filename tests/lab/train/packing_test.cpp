#include "lab/train/packing.h"

#include <catch2/catch.hpp>

#include "base/error.h"

namespace lab::train {
namespace {

using Ints = std::vector<int>;
using Rows = std::vector<model::arithmetic::Index>;

const std::vector<tasks::Example> two{{{5, 6, 7}, {8, 9}, 1}, {{1}, {2, 3, 4}, 1}};

TEST_CASE("a batch asks for the answer's tokens and nothing else") {
  const auto chunks = pack(two, 100, 100);
  REQUIRE(chunks.size() == 1);
  CHECK(chunks[0].starts == Rows{0, 4, 7});
  CHECK(chunks[0].tokens == Ints{5, 6, 7, 8, 1, 2, 3});
  CHECK(chunks[0].positions == Ints{0, 1, 2, 3, 0, 1, 2});
  CHECK(chunks[0].target_rows == Rows{2, 3, 4, 5, 6});
  CHECK(chunks[0].targets == Ints{8, 9, 2, 3, 4});
  CHECK(chunks[0].weights == std::vector<float>(5, 1.0f));
}

TEST_CASE("a chunk ends with the sequence that fills it") {
  const std::vector<tasks::Example> five(5, two[0]);
  const auto sizes = [&](model::arithmetic::Index chunk_tokens) {
    Rows rows;
    for (const model::layers::Batch& chunk : pack(five, chunk_tokens, 100))
      rows.push_back(chunk.rows());
    return rows;
  };
  CHECK(sizes(1) == Rows{4, 4, 4, 4, 4});
  CHECK(sizes(4) == Rows{4, 4, 4, 4, 4});
  CHECK(sizes(5) == Rows{8, 8, 4});
  CHECK(sizes(1000) == Rows{20});
}

TEST_CASE("position ids count up from the shift") {
  const auto chunks = pack(two, 100, 100, Ints{10, 3});
  CHECK(chunks[0].positions == Ints{10, 11, 12, 13, 3, 4, 5});
}

TEST_CASE("shifts use all positions there are and no more") {
  const std::vector<tasks::Example> many(300, two[0]);  // 4 rows
  const Ints shifts = random_shifts(many, 7, 1, 0);
  for (int shift = 0; shift <= 3; ++shift) CHECK(std::ranges::count(shifts, shift) > 30);
  CHECK(std::ranges::max(shifts) == 3);
  CHECK(random_shifts(many, 4, 1, 0) == Ints(300, 0));
}

TEST_CASE("an example has its shift wherever its batch begins") {
  const std::vector<tasks::Example> many(10, two[0]);
  const Ints all = random_shifts(many, 50, 1, 20);
  const Ints later = random_shifts(std::span(many).subspan(4), 50, 1, 24);
  CHECK(Ints(all.begin() + 4, all.end()) == later);
}

TEST_CASE("a sequence that has no place is named as a mistake in the spec") {
  CHECK_NOTHROW(pack(two, 10, 4));
  CHECK_THROWS_WITH(pack(two, 10, 3), "model.max_positions: a sequence takes 4 positions, got 3");
  CHECK_THROWS_AS(pack(two, 10, 4, Ints{1, 0}), base::Error);
  CHECK_THROWS_AS(random_shifts(two, 3, 1, 0), base::Error);
}

}  // namespace
}  // namespace lab::train
