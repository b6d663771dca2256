#include "lab/train/shown_scores.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "lab/train/rules.h"

namespace lab::train {
namespace {

constexpr const char* unknown = "unknown";

std::string count_text(const std::optional<std::int64_t>& count) {
  return count ? std::to_string(*count) : unknown;
}

/// A task that is not trained on has none.
std::string frequent_text(const store::Score& score) {
  return score.different && !score.guess.frequent ? "none" : count_text(score.guess.frequent);
}

std::string share_text(double share) { return fmt::format("{:.4f}", share); }

double nats_per_token(const store::Score& score) {
  return score.nats / static_cast<double>(score.tokens);
}

/// Whether the score is of questions that the spec trains on, or may.
bool is_trained_on(const store::Score& score, const spec::RunSpec& spec) {
  if (score.pool != tasks::Pool::train) return false;
  for (std::size_t i = 0; i <= spec.hints.size(); ++i) {
    const spec::MixturePart& part = part_of(spec, i);
    if (part.name == score.task) {
      return part.trains_on(score.difficulty);
    }
  }
  return false;
}

std::string pool_text(const store::Score& score, const spec::RunSpec& spec) {
  const bool untrained = score.pool == tasks::Pool::train && !is_trained_on(score, spec);
  return untrained ? untrained_pool : std::string(tasks::name(score.pool));
}

void add_notes(std::span<const store::Score> scores, base::Table* table) {
  if (std::ranges::all_of(scores, store::is_above_guess)) return;
  table->columns.emplace_back("note");
  for (std::size_t i = 0; i < scores.size(); ++i) {
    table->rows[i].emplace_back(store::is_above_guess(scores[i]) ? "" : not_above_guessing);
  }
}

template <typename Value>
nlohmann::ordered_json json_of(const std::optional<Value>& value) {
  return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json json_of(const store::Score& score, const spec::RunSpec& spec) {
  const std::optional<base::Estimate> interval = store::interval(score);
  const auto end = [&](double base::Estimate::*member) {
    return json_of(interval ? std::optional(*interval.*member) : std::nullopt);
  };
  const std::optional<double> guess = store::guess_level(score);
  nlohmann::ordered_json above;  // null
  if (guess) above = store::is_above_guess(score);
  nlohmann::ordered_json object{{"task", score.task},
                                {"pool", tasks::name(score.pool)},
                                {"difficulty", score.difficulty},
                                {"step", score.step},
                                {"solved", score.solved},
                                {"asked", score.asked},
                                {"different", json_of(score.different)},
                                {"exact_match", score.share()},
                                {"low", end(&base::Estimate::low)},
                                {"high", end(&base::Estimate::high)},
                                {"chance", json_of(score.guess.chance)},
                                {"frequent", json_of(score.guess.frequent)},
                                {"constant", json_of(score.guess.constant)},
                                {"guess", json_of(guess)},
                                {"above_guess", above},
                                {"trained_on", is_trained_on(score, spec)},
                                {"nats_per_token", nats_per_token(score)}};
  if (score.exact) object["exact"] = *score.exact;
  if (score.facet) {
    object["facet"] = store::text_of(*score.facet);
    object["facet_constant"] = json_of(score.guess.facet_constant);
  }
  return object;
}

}  // namespace

base::Table shown_scores(std::span<const store::Score> scores, const spec::RunSpec& spec) {
  base::Table table{
      {"step", "task", "pool", "difficulty", "solved", "asked", "different", "exact_match", "low",
       "high", "chance", "frequent", "constant", "nats_per_token"},
      {}};
  for (const store::Score& score : scores) {
    const std::optional<base::Estimate> interval = store::interval(score);
    table.rows.push_back({std::to_string(score.step), score.task, pool_text(score, spec),
                          std::to_string(score.difficulty), std::to_string(score.solved),
                          std::to_string(score.asked), count_text(score.different),
                          share_text(score.share()), interval ? share_text(interval->low) : unknown,
                          interval ? share_text(interval->high) : unknown,
                          score.guess.chance ? fmt::format("{:.3g}", *score.guess.chance) : unknown,
                          frequent_text(score), count_text(score.guess.constant),
                          share_text(nats_per_token(score))});
  }
  store::add_rare_columns(scores, &table);
  add_notes(scores, &table);
  return table;
}

std::string json_scores(std::span<const store::Score> scores, const spec::RunSpec& spec) {
  auto all = nlohmann::ordered_json::array();
  for (const store::Score& score : scores) all.push_back(json_of(score, spec));
  return all.dump(2) + "\n";
}

}  // namespace lab::train
