#include "lab/train/shown_scores.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/statistics.h"

namespace lab::train {
namespace {

double chance(const store::Score& score, const Chances& chances) {
  return chances.at({score.task, score.difficulty});
}

double nats_per_token(const store::Score& score) {
  return score.nats / static_cast<double>(score.tokens);
}

}  // namespace

base::Table shown_scores(std::span<const store::Score> scores, const Chances& chances) {
  base::Table table{{"step", "task", "pool", "difficulty", "solved", "asked", "exact_match", "low",
                     "high", "chance", "nats_per_token"},
                    {}};
  for (const store::Score& score : scores) {
    const base::Estimate match = base::wilson(score.solved, score.asked);
    table.rows.push_back({std::to_string(score.step), score.task,
                          std::string(tasks::name(score.pool)), std::to_string(score.difficulty),
                          std::to_string(score.solved), std::to_string(score.asked),
                          fmt::format("{:.4f}", match.middle), fmt::format("{:.4f}", match.low),
                          fmt::format("{:.4f}", match.high),
                          fmt::format("{:.3g}", chance(score, chances)),
                          fmt::format("{:.4f}", nats_per_token(score))});
  }
  store::add_rare_columns(scores, &table);
  return table;
}

std::string json_scores(std::span<const store::Score> scores, const Chances& chances) {
  auto all = nlohmann::ordered_json::array();
  for (const store::Score& score : scores) {
    const base::Estimate match = base::wilson(score.solved, score.asked);
    all.push_back({{"task", score.task},
                   {"pool", tasks::name(score.pool)},
                   {"difficulty", score.difficulty},
                   {"step", score.step},
                   {"solved", score.solved},
                   {"asked", score.asked},
                   {"exact_match", match.middle},
                   {"low", match.low},
                   {"high", match.high},
                   {"chance", chance(score, chances)},
                   {"nats_per_token", nats_per_token(score)}});
    if (score.exact) all.back()["exact"] = *score.exact;
    if (score.facet) all.back()["facet"] = store::text_of(*score.facet);
  }
  return all.dump(2) + "\n";
}

}  // namespace lab::train
