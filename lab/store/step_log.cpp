#include "lab/store/step_log.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "base/file.h"

namespace lab::store {
namespace {

std::filesystem::path log_of(const std::filesystem::path& folder) { return folder / "steps.jsonl"; }

StepValues values_of(const nlohmann::ordered_json& line) {
  StepValues values{line.at("step"), {}};
  for (const char* name :
       {"loss", "accuracy", "gradient_norm", "learning_rate", "tokens_per_second"}) {
    const auto value = line.find(name);
    if (value == line.end() || !value->is_number()) continue;
    values.values.emplace_back(std::string("train/") + name, *value);
  }
  return values;
}

/// Zero for what is null, as infinity is written.
double number(const nlohmann::ordered_json& line, const char* key) {
  const auto found = line.find(key);
  return found != line.end() && found->is_number() ? found->get<double>() : 0;
}

/// The whole lines of a log: an interrupted write may have left half a line. Empty without a log.
std::vector<nlohmann::ordered_json> read_log(const std::filesystem::path& folder) {
  std::error_code ignored;
  if (!std::filesystem::exists(log_of(folder), ignored)) return {};
  std::istringstream lines(base::read_file(log_of(folder)));
  std::vector<nlohmann::ordered_json> all;
  for (std::string text; std::getline(lines, text);) {
    auto line = nlohmann::ordered_json::parse(text, nullptr, false);
    if (!line.is_object() || !line.contains("step") || !line["step"].is_number()) continue;
    all.push_back(std::move(line));
  }
  return all;
}

}  // namespace

StepValues append_step_line(const Claim& claim, std::int64_t step, const StepWindow& window) {
  const nlohmann::ordered_json line{{"step", step},
                                    {"steps", window.steps},
                                    {"loss", window.loss_per_token()},
                                    {"accuracy", window.accuracy()},
                                    {"gradient_norm", window.gradient_norm()},
                                    {"learning_rate", window.learning_rate},
                                    {"targets", window.loss.weight},
                                    {"tokens", window.rows},
                                    {"tokens_per_second", window.tokens_per_second()}};
  base::append_file(log_of(claim.folder()), line.dump() + "\n");
  return values_of(line);
}

std::vector<StepValues> logged_values(const std::filesystem::path& folder) {
  std::vector<StepValues> all;
  for (const auto& line : read_log(folder)) all.push_back(values_of(line));
  return all;
}

std::vector<StepLine> step_lines(const std::filesystem::path& folder) {
  std::vector<StepLine> all;
  for (const auto& line : read_log(folder)) {
    const double rate = number(line, "tokens_per_second");
    all.push_back({line["step"].get<std::int64_t>(),
                   static_cast<std::int64_t>(number(line, "steps")), number(line, "loss"),
                   number(line, "accuracy"), rate, rate > 0 ? number(line, "tokens") / rate : 0});
  }
  return all;
}

void truncate_step_log(const Claim& claim, std::int64_t step) {
  const std::filesystem::path& folder = claim.folder();
  std::error_code ignored;
  if (!std::filesystem::exists(log_of(folder), ignored)) return;
  std::string kept;
  for (const auto& line : read_log(folder)) {
    if (line["step"].get<std::int64_t>() <= step) kept += line.dump() + "\n";
  }
  if (kept != base::read_file(log_of(folder))) base::write_file(log_of(folder), kept);
}

}  // namespace lab::store
