#include "lab/probe/overlap.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/math/distributions/hypergeometric.hpp>
#include <cmath>
#include <numeric>

#include "base/error.h"
#include "base/random.h"
#include "base/statistics.h"
#include "lab/probe/ablation.h"

namespace lab::probe {
namespace {

constexpr int random_circuits = 20;

double mean(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

/// One of the two tasks: what it loses without a head, by head, and which it needs most.
struct Circuit {
  Ablation ablation;
  std::vector<std::vector<double>> losses;  ///< by head and text
  std::vector<double> scores;               ///< by head
  std::vector<std::size_t> needed;          ///< ascending

  Circuit(const AskedModel& asked, const std::vector<BlockPart>& heads, int threads)
      : ablation(asked.model, asked.texts, threads) {
    for (const BlockPart& head : heads) {
      losses.push_back(ablation.losses(std::span(&head, 1), Instead::mean));
      scores.push_back(mean(losses.back()));
    }
    needed.resize(heads.size());
    std::iota(needed.begin(), needed.end(), std::size_t{0});
    std::ranges::stable_sort(needed,
                             [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    needed.resize((heads.size() + 3) / 4);
    std::ranges::sort(needed);
  }

  std::vector<double> without(std::span<const std::size_t> circuit,
                              const std::vector<BlockPart>& heads) const {
    std::vector<BlockPart> parts;
    for (const std::size_t head : circuit) parts.push_back(heads[head]);
    return ablation.losses(parts, Instead::mean);
  }

  /// Without as many random heads, averaged over several choices.
  double without_random(const std::vector<BlockPart>& heads) const {
    std::vector<double> all;
    for (int choice = 0; choice < random_circuits; ++choice) {
      std::vector<std::size_t> random(heads.size());
      std::iota(random.begin(), random.end(), std::size_t{0});
      base::Random(0, "random heads", static_cast<std::uint64_t>(choice))
          .shuffle(std::span(random));
      random.resize(needed.size());
      all.push_back(mean(without(random, heads)));
    }
    return mean(all);
  }
};

std::vector<double> ranks(std::span<const double> values) {
  std::vector<double> ranks;
  for (const double value : values) {
    const auto below = std::ranges::count_if(values, [&](double other) { return other < value; });
    const auto equal = std::ranges::count(values, value);
    ranks.push_back(double(below) + 0.5 * double(equal - 1));
  }
  return ranks;
}

ProbeCell cell(std::string measure, std::string row, std::string column, base::Estimate value,
               std::optional<double> control, std::size_t questions) {
  return {std::move(measure), std::move(row),
          std::move(column),  value,
          {control},          static_cast<std::int64_t>(questions)};
}

ProbeCell number(const std::string& name, double value, std::optional<double> control,
                 std::size_t questions) {
  return cell("heads", "all", name, {value, value, value}, control, questions);
}

void add_scores(const std::string& name, const Circuit& circuit, std::size_t heads,
                std::vector<ProbeCell>& cells) {
  for (std::size_t i = 0; i < circuit.losses.size(); ++i) {
    cells.push_back(cell(name + " loss", fmt::format("block {}", i / heads + 1),
                         fmt::format("head {}", i % heads + 1), base::mean_t(circuit.losses[i]), {},
                         circuit.losses[i].size()));
  }
}

}  // namespace

double chance_of_sharing(int shared, int chosen, int all) {
  if (shared <= std::max(0, 2 * chosen - all)) return 1;  // no two choices share less
  const auto count = [](int n) { return static_cast<unsigned>(n); };
  const boost::math::hypergeometric_distribution<> drawn(count(chosen), count(chosen), count(all));
  return boost::math::cdf(boost::math::complement(drawn, count(shared - 1)));
}

double rank_correlation(std::span<const double> x, std::span<const double> y) {
  base::promise(x.size() == y.size() && x.size() >= 2, "ranks of as many values on both sides");
  const std::vector<double> a = ranks(x), b = ranks(y);
  const double middle = 0.5 * double(x.size() - 1);
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += (a[i] - middle) * (b[i] - middle);
    aa += (a[i] - middle) * (a[i] - middle);
    bb += (b[i] - middle) * (b[i] - middle);
  }
  return aa == 0 || bb == 0 ? 0 : ab / std::sqrt(aa * bb);
}

ProbeResult probe_overlap(const AskedModel& first, const AskedModel& second, int threads) {
  const auto& config = first.model.config();
  base::require(config.layers() == second.model.config().layers() &&
                    config.heads == second.model.config().heads,
                "overlap: wanted two models of as many blocks and heads");
  const std::vector<BlockPart> own = head_parts(config), other = head_parts(second.model.config());
  const Circuit a(first, own, threads), b(second, other, threads);
  ProbeResult result{{"by chance"}, {}, {"first loss", "second loss"}};
  add_scores("first", a, static_cast<std::size_t>(config.heads), result.cells);
  add_scores("second", b, static_cast<std::size_t>(config.heads), result.cells);
  std::vector<std::size_t> both;
  std::ranges::set_intersection(a.needed, b.needed, std::back_inserter(both));
  const auto chosen = double(a.needed.size()), all = double(own.size());
  const std::size_t n = first.texts.size();
  result.cells.push_back(number("in a circuit", chosen, {}, n));
  result.cells.push_back(number("shared", double(both.size()), chosen * chosen / all, n));
  result.cells.push_back(
      number("p", chance_of_sharing(int(both.size()), int(chosen), int(all)), {}, n));
  result.cells.push_back(number("rank correlation", rank_correlation(a.scores, b.scores), 0.0, n));
  for (const auto& [row, needed] : {std::pair{"first", &a.needed}, {"second", &b.needed}}) {
    result.cells.push_back(cell("loss without", row, "first", base::mean_t(a.without(*needed, own)),
                                a.without_random(own), first.texts.size()));
    result.cells.push_back(cell("loss without", row, "second",
                                base::mean_t(b.without(*needed, other)), b.without_random(other),
                                second.texts.size()));
  }
  result.drawn.emplace_back("loss without");
  return result;
}

}  // namespace lab::probe
