#include "base/names.h"

#include <catch2/catch.hpp>

namespace {

using Names = std::vector<std::string>;

TEST_CASE("a slip of the keyboard finds the name that was meant") {
  const Names names = {"width", "heads", "hidden", "layers"};
  CHECK(base::nearest("witdh", names) == "width");     // neighbours swapped
  CHECK(base::nearest("head", names) == "heads");      // a letter left out
  CHECK(base::nearest("hiddden", names) == "hidden");  // a letter doubled
  CHECK(base::nearest("kayers", names) == "layers");   // a wrong letter
  CHECK(base::nearest("width", names) == "width");
}

TEST_CASE("neighbours swapped count as one slip") {
  CHECK(base::nearest("abcd", Names{"xycd", "badc"}) == "xycd");  // two each: the earlier
  CHECK(base::nearest("abcd", Names{"xycd", "bacd"}) == "bacd");
}

TEST_CASE("the beginning of a name finds the shortest that begins so") {
  CHECK(base::nearest("sort", Names{"sorted_suffix", "sorting", "port"}) == "sorting");
  CHECK(base::nearest("so", Names{"sorting"}).empty());  // too short to tell
  CHECK(base::nearest("learning", Names{"learned", "learning_rate"}) == "learning_rate");
}

TEST_CASE("a word far from every name finds none") {
  CHECK(base::nearest("dropout", Names{"width", "heads"}).empty());
  CHECK(base::nearest("xy", Names{"ab"}).empty());  // two slips, but nothing left of the word
  CHECK(base::nearest("x", Names{}).empty());
}

TEST_CASE("a longer word may have more slips, up to a third") {
  CHECK(base::nearest("pisotoin_enocding", Names{"position_encoding"}) == "position_encoding");
  CHECK(base::nearest("abcdefghi", Names{"abcdefxyz"}) == "abcdefxyz");
  CHECK(base::nearest("abcdefghi", Names{"abcdewxyz"}).empty());
}

TEST_CASE("of two names as near the earlier one is suggested") {
  CHECK(base::nearest("bat", Names{"cat", "hat"}) == "cat");
  CHECK(base::nearest("bat", Names{"hat", "cat"}) == "hat");
}

TEST_CASE("the suggestion is a clause to put behind a message or nothing") {
  CHECK(base::did_you_mean("hads", Names{"heads"}) == " (did you mean `heads`?)");
  CHECK(base::did_you_mean("dropout", Names{"heads"}).empty());
  CHECK(base::did_you_mean_or_all("hads", Names{"heads"}) == " (did you mean `heads`?)");
  CHECK(base::did_you_mean_or_all("dropout", Names{"heads", "x"}) == "; there are heads, x");
  CHECK(base::did_you_mean_or_all("dropout", Names{}).empty());
}

}  // namespace
