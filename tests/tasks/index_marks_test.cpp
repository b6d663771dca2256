#include "tasks/index_marks.h"

#include <catch2/catch.hpp>

using tasks::MarkTokens;
using tasks::Token;
using Tokens = std::vector<Token>;

TEST_CASE("marks before items are taken away again, wherever they start") {
  const tasks::MarkTokens marks{10, 5};
  const Tokens items{3, 1, 4, 1, 5};
  for (Token start = 10; start < 15; ++start) {
    for (std::size_t n = 1; n <= items.size(); ++n) {
      const auto some = std::span<const Token>(items).first(n);
      const auto back = tasks::without_marks(marks, tasks::with_marks(marks, start, some));
      REQUIRE(back);
      CHECK(back->items == Tokens(some.begin(), some.end()));
      CHECK(back->start == start);
    }
  }
  CHECK(tasks::with_marks(marks, 13, items) == Tokens{13, 3, 14, 1, 10, 4, 11, 1, 12, 5});
}

TEST_CASE("marks out of place are noticed") {
  const tasks::MarkTokens marks{10, 3};
  for (const Tokens& text : {Tokens{}, Tokens{10}, Tokens{10, 1, 12, 1}, Tokens{10, 1, 10, 1},
                             Tokens{9, 1}, Tokens{13, 1}, Tokens{-1, 1}, Tokens{1, 10},
                             Tokens{10, 1, 11}, Tokens{10, 1, 11, 1, 12, 1, 10, 1}}) {
    CHECK_FALSE(tasks::without_marks(marks, text));
  }
}

TEST_CASE("without marks the items stand alone") {
  const tasks::MarkTokens none{};
  CHECK(tasks::with_marks(none, 0, Tokens{3, 1}) == Tokens{3, 1});
  CHECK(tasks::without_marks(none, Tokens{3, 1})->items == Tokens{3, 1});
  CHECK_FALSE(tasks::without_marks(none, {}));
}
