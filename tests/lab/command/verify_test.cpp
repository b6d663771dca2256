#include <catch2/catch.hpp>

#include "tests/lab/command/checkout.h"

namespace lab::command {
namespace {

TEST_CASE("verify refuses options that have nothing to do with what is verified") {
  const tests::Checkout here;
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases{
      {{"--runs", "2"}, "--runs: goes with a PAPER, found none"},
      {{"--threads", "2"}, "--threads: goes with a RUN or a PAPER, found neither"},
      {{"3f", "--runs", "2"}, "--runs: goes with a PAPER (`lab reproduce` lists them), found `3f`"},
      {{"3f", "--results", here.results}, "--results: goes with a PAPER"},
      {{"tiny", "--experiments", here.experiments, "--store", here.store},
       "--store: goes with a RUN, found the paper `tiny`"},
  };
  for (auto [words, message] : cases) {
    INFO(message);
    words.insert(words.begin(), "verify");
    const tests::Ended ended = tests::lab(words);
    CHECK(ended.code == 2);
    CHECK_THAT(ended.err, Catch::Contains(message));
  }
}

}  // namespace
}  // namespace lab::command
