#include "lab/probe/pairs.h"

#include <catch2/catch.hpp>

#include "tests/lab/probe/planted.h"

namespace lab::probe {
namespace {

/// Every question of the planted two hops, its first token changed, where that changes the answer.
std::vector<tasks::Counterfactual> all_pairs() {
  const auto answer = [](int x1, int x2, int x3) {
    return tests::planted_answer(tests::planted_bridge(x1, x2), x3);
  };
  std::vector<tasks::Counterfactual> pairs;
  constexpr int count = tests::planted_entities;
  for (int i = 0; i < count * count * count; ++i) {
    const int x1 = i % count, x2 = i / count % count, x3 = i / count / count;
    const int other = (x1 + 1) % count;
    if (answer(x1, x2, x3) == answer(other, x2, x3)) continue;
    pairs.push_back({{x1, x2, x3}, {other, x2, x3}, answer(x1, x2, x3), answer(other, x2, x3), {}});
  }
  return pairs;
}

}  // namespace

TEST_CASE("pairs are run together, each once, under its number, and say what they say alone") {
  tests::Planted planted(tests::planted_two_hop_config());
  tests::plant_two_hop(planted);
  const model::transformer::Transformer<float>& model = planted.model();
  const std::vector<tasks::Counterfactual> pairs = all_pairs();
  REQUIRE(pairs.size() > 20);
  for (const int threads : {1, 3}) {
    std::vector<int> met(pairs.size());
    const auto outcomes =
        pair_outcomes(model, pairs, threads, [&](const PairRun& run, std::span<PairOutcomes> own) {
          const bool its_own = run.pairs().data() == &pairs[run.first()];  // no check in a thread
          for (std::size_t b = 0; b < own.size(); ++b) {
            met[run.first() + b] += its_own ? 1 : 0;
            own[b].patched.emplace_back(run.said(run.changed(), b));
          }
        });
    CHECK(met == std::vector<int>(pairs.size(), 1));
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const PairRun alone(model, std::span(pairs).subspan(i, 1), i);
      CHECK(outcomes[i].clean.probability ==
            Approx(alone.said(alone.clean(), 0).probability).margin(1e-6));
      CHECK(outcomes[i].clean.probability < 0.1);
      CHECK(outcomes[i].changed.reciprocal_rank == 1);
      CHECK(outcomes[i].total() > 0.8);
      CHECK(outcomes[i].gain(*outcomes[i].patched.at(0)) == outcomes[i].total());
    }
  }
}

}  // namespace lab::probe
