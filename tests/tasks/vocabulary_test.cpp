#include "tasks/vocabulary.h"

#include <catch2/catch.hpp>

#include "base/error.h"

using Catch::Matchers::Contains;
using tasks::Token;
using tasks::Vocabulary;

TEST_CASE("ids are positions and text is the inverse of tokens") {
  const tasks::Vocabulary words({"a", "<b>", "="});
  CHECK(words.size() == 3);
  CHECK(words.id("<b>") == 1);
  CHECK(words.name(2) == "=");
  CHECK(words.tokens("  <b> a\t= \n") == std::vector<Token>{1, 0, 2});
  CHECK(words.text(std::vector<Token>{1, 0, 2}) == "<b> a =");
  CHECK(words.tokens("").empty());
  CHECK(words.text({}).empty());
}

TEST_CASE("a vocabulary knows what it contains") {
  const tasks::Vocabulary words({"a", "b"});
  CHECK(words.contains("a"));
  CHECK_FALSE(words.contains("c"));
  CHECK(words.contains(Token{1}));
  CHECK_FALSE(words.contains(Token{2}));
  CHECK_FALSE(words.contains(Token{-1}));
  CHECK(words.shown(std::vector<Token>{0, -1, 5}) == "a ? ?");
}

TEST_CASE("empty, repeated and white names are rejected") {
  CHECK_THROWS_WITH(tasks::Vocabulary({"a", ""}), Contains("empty name at id 1"));
  CHECK_THROWS_WITH(tasks::Vocabulary({"a", "b", "a"}), Contains("`a` is listed twice"));
  CHECK_THROWS_WITH(tasks::Vocabulary({"a b"}), Contains("white space"));
  CHECK_THROWS_WITH(tasks::Vocabulary({"a\n"}), Contains("white space"));
}

TEST_CASE("an unknown word is an error that names the nearest token") {
  const tasks::Vocabulary words({"<sort>", "1", "="});
  CHECK_THROWS_WITH(words.tokens("<sorts> 1 ="), Contains("`<sorts>`") && Contains("`<sort>`"));
  CHECK_THROWS_AS(words.id("7"), base::Error);
}
