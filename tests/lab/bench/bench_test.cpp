#include "lab/bench/bench.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "lab/bench/scaling.h"
#include "model/arithmetic/peak.h"
#include "tests/lab/command/program.h"

namespace lab::bench {
namespace {

using Catch::Contains;
using nlohmann::json;

/// 100 tokens in 1, 2 and 4 seconds, on 2 threads that had half of their cores.
BenchResult three_rounds() {
  BenchResult result;
  result.shape = {"A", 2, 128, 4, 50, 2, 50};
  result.work = BenchWork::score;
  result.threads = 2;
  result.rounds = {{2, 1.5, 2, 7e9, 3}, {1, 0.5, 1, 8e9, 3}, {4, 3, 4, 6e9, 3}};
  return result;
}

json measured(const std::vector<std::string>& words) {
  std::vector<std::string> all{"bench", "--json", "--rounds", "1", "--seconds", "0"};
  all.insert(all.end(), words.begin(), words.end());
  const tests::Ended ended = tests::lab(all);
  REQUIRE(ended.err == "");
  REQUIRE(ended.code == 0);
  return json::parse(ended.out);
}

/// Numbers of one row that must agree with each other on any machine.
void check_row(const json& row) {
  const auto number = [&](const char* key) { return row.at(key).get<double>(); };
  INFO(row.dump(2));
  for (const char* key :
       {"tokens_per_second", "tokens_per_cpu_second", "peak_flops", "peak_memory_bytes",
        "parameters", "share_of_peak_by_cpu", "share_of_cpu"}) {
    CHECK(number(key) > 0);
  }
  CHECK(number("lowest_tokens_per_second") <= number("tokens_per_second"));
  CHECK(number("tokens_per_second") <= number("highest_tokens_per_second"));
  CHECK(number("highest_tokens_per_second") <= number("best_tokens_per_second"));
  CHECK(number("flops") == Approx(number("tokens_per_second") * number("flops_per_token")));
  CHECK(number("share_of_peak") == Approx(number("flops") / number("peak_flops")));
  CHECK(number("repetitions") >= 1);
  CHECK(number("rounds") == 1);
  CHECK(row.at("arithmetic") == model::arithmetic::arithmetic_name());
}

}  // namespace

TEST_CASE("flops of a token are two for each weight and key, and three times that in training") {
  const BenchCase tiny{"tiny", 1, 2, 1, 8, 1, 8};
  // 12 L C^2 + V C = 48 + 256 weights; L C T / 2 multiply-adds in each of two attention products.
  const double forward = 2 * (48 + 256) + 2 * 2 * (1 * 2 * 8 / 2);
  CHECK(flops_per_token(tiny, BenchWork::score) == forward);
  CHECK(flops_per_token(tiny, BenchWork::decode) == forward);
  CHECK(flops_per_token(tiny, BenchWork::train) == 3 * forward);
}

TEST_CASE("rounds are summed up by their median, with the lowest and the highest") {
  const BenchResult result = three_rounds();
  CHECK(result.tokens_per_second().middle == 50);
  CHECK(result.tokens_per_second().low == 25);
  CHECK(result.tokens_per_second().high == 100);
  CHECK(result.best_tokens_per_second() == 200);
  CHECK(result.tokens_per_cpu_second() == 50);
  CHECK(result.peak_flops() == 8e9);
  CHECK(result.share_of_cpu() == 0.5);
  const double flops = flops_per_token(result.shape, BenchWork::score);
  CHECK(result.share_of_peak() == Approx(50 * flops / 8e9));
  CHECK(result.share_of_peak_by_cpu() == Approx(2 * result.share_of_peak()));
}

TEST_CASE(
    "growing cost is measured against the first shape of a series, by its flops and threads") {
  std::vector<BenchResult> results(3, three_rounds());
  results[1].threads = 1;
  results[2].shape.name = "other";
  for (BenchRound& round : results[1].rounds) round.seconds *= 3;
  const std::vector<ScalingRow> rows = compared(results);
  CHECK(rows[0].ratio() == 1);
  CHECK(rows[1].expected == 2);  // half the threads
  CHECK(rows[1].measured == Approx(3));
  CHECK(rows[1].ratio() == Approx(1.5));
  CHECK(rows[1].measured_by_cpu == 2);  // as much CPU time on half the threads
  CHECK(rows[1].ratio_by_cpu() == 1);
  CHECK(rows[2].measured == 1);  // the first of its own series
}

TEST_CASE("bench writes a full row for each number of threads and each work") {
  const json rows = measured({"--case", "C", "--threads", "1,2", "--products", "float32"});
  REQUIRE(rows.size() == 6);
  std::set<std::pair<int, std::string>> seen;
  for (const json& row : rows) {
    check_row(row);
    CHECK(row.at("case") == "C");
    CHECK(row.at("products") == "float32");
    CHECK(row.at("width") == 64);
    CHECK(row.at("length") == 40);
    seen.emplace(row.at("threads"), row.at("work"));
  }
  CHECK(seen ==
        decltype(seen){
            {1, "train"}, {1, "score"}, {1, "decode"}, {2, "train"}, {2, "score"}, {2, "decode"}});
  const json both = measured({"--case", "C", "--work", "score", "--threads", "1"});
  REQUIRE(both.size() >= 2);
  CHECK(both[0].at("products") == "float32");
  CHECK(both[1].at("products") == "bfloat16");
  const bool has_amx = both[0].at("arithmetic") == "amx";
  CHECK((both.size() == 3) == has_amx);
  const json tiles = measured({"--case", "C", "--work", "score", "--products", "bfloat16_amx"});
  CHECK(tiles[0].at("products") == "bfloat16_amx");
}

TEST_CASE("bench over growing shapes says what was expected and what was measured") {
  const json rows = measured({"--scaling", "--threads", "2"});
  std::map<std::string, std::vector<json>> series;
  for (const json& row : rows) {
    check_row(row);
    CHECK(row.at("ratio").get<double>() ==
          Approx(row.at("measured").get<double>() / row.at("expected").get<double>()));
    CHECK(row.at("ratio_by_cpu").get<double>() > 0);
    series[row.at("grows")].push_back(row);
  }
  for (const char* grows : {"width", "blocks", "length", "threads"}) {
    REQUIRE(series[grows].size() >= 2);
    CHECK(series[grows].front().at("expected") == 1);
    CHECK(series[grows].front().at(grows) < series[grows].back().at(grows));
  }
  CHECK(series["threads"].back().at("expected") == 0.5);
  std::map<std::string, std::vector<json>> by_work;
  for (const json& row : series["length"]) by_work[row.at("work")].push_back(row);
  REQUIRE(by_work.size() == 3);
  for (const auto& [work, rows_of] : by_work) {
    INFO(work);
    REQUIRE(rows_of.size() == 9);
    CHECK(rows_of.front().at("expected") == 1);
    const auto bytes = [&](std::size_t row) {
      return rows_of[row].at("peak_memory_bytes").get<double>();
    };
    CHECK(bytes(8) < 3 * bytes(7));  // 16,384 tokens and 8,192
  }
}

TEST_CASE("what bench cannot measure ends with 2 and says what is right") {
  const std::pair<std::vector<std::string>, std::string> cases[] = {
      {{"--case", "T30"}, "--case: no case `T30` (did you mean `T300`?)"},
      {{"--work", "trian"}, "--work: no work `trian` (did you mean `train`?)"},
      {{"--threads", "0"}, "--threads: wanted a whole number from 1"},
      {{"--threads", "1,5000"}, "--threads: at most 1024, found 5000"},
      {{"--seconds", "-1"}, "--seconds: wanted a number from 0 to 3600, found `-1`"},
      {{"--seconds", "nan"}, "--seconds: wanted a number"},
      {{"--rounds", "0"}, "--rounds: wanted a whole number from 1"},
      {{"--scaling", "--case", "A"}, "--case: has no meaning with --scaling"},
  };
  for (auto [words, message] : cases) {
    words.insert(words.begin(), "bench");
    const tests::Ended ended = tests::lab(words);
    INFO(message);
    CHECK(ended.code == 2);
    CHECK_THAT(ended.err, Contains(message));
    CHECK(ended.out == "");
  }
}

}  // namespace lab::bench
