#include "tasks/index_hints.h"

#include <catch2/catch.hpp>

using tasks::HintTokens;
using tasks::Token;
using Tokens = std::vector<Token>;

TEST_CASE("hints before items are taken away again, wherever they start") {
  const HintTokens hints{10, 5};
  const Tokens items{3, 1, 4, 1, 5};
  for (Token start = 10; start < 15; ++start) {
    for (std::size_t n = 1; n <= items.size(); ++n) {
      const auto some = std::span<const Token>(items).first(n);
      const auto back = without_hints(hints, with_hints(hints, start, some));
      REQUIRE(back);
      CHECK(back->items == Tokens(some.begin(), some.end()));
      CHECK(back->start == start);
    }
  }
  CHECK(with_hints(hints, 13, items) == Tokens{13, 3, 14, 1, 10, 4, 11, 1, 12, 5});
}

TEST_CASE("hints out of place are noticed") {
  const HintTokens hints{10, 3};
  for (const Tokens& text : {Tokens{}, Tokens{10}, Tokens{10, 1, 12, 1}, Tokens{10, 1, 10, 1},
                             Tokens{9, 1}, Tokens{13, 1}, Tokens{-1, 1}, Tokens{1, 10},
                             Tokens{10, 1, 11}, Tokens{10, 1, 11, 1, 12, 1, 10, 1}}) {
    CHECK_FALSE(without_hints(hints, text));
  }
}

TEST_CASE("without hints the items stand alone") {
  const HintTokens none{};
  CHECK(with_hints(none, 0, Tokens{3, 1}) == Tokens{3, 1});
  CHECK(without_hints(none, Tokens{3, 1})->items == Tokens{3, 1});
  CHECK_FALSE(without_hints(none, {}));
}
