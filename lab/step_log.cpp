#include "lab/step_log.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "base/file.h"

namespace lab {
namespace {

std::filesystem::path log_of(const std::filesystem::path& folder) { return folder / "steps.jsonl"; }

StepValues values_of(const nlohmann::ordered_json& line) {
  StepValues values{line.at("step"), {}};
  for (const char* name :
       {"loss", "accuracy", "gradient_norm", "learning_rate", "tokens_per_second"}) {
    const auto& number = line.at(name);
    if (number.is_number()) values.values.emplace_back(std::string("train/") + name, number);
  }
  return values;
}

/// Zero for what is null, as infinity is written.
double number(const nlohmann::json& line, const char* key) {
  const auto found = line.find(key);
  return found != line.end() && found->is_number() ? found->get<double>() : 0;
}

bool is_whole(const nlohmann::json& line) {
  return line.is_object() && line.contains("step") && line["step"].is_number();
}

}  // namespace

void StepWindow::add(const TrainStep& step, double step_seconds) {
  steps += 1;
  rows += step.rows;
  loss += step.report.loss;
  gradient_norms += step.report.gradient_norm;
  learning_rate = step.learning_rate;
  seconds += step_seconds;
}

StepValues append_step_line(const std::filesystem::path& folder, std::int64_t step,
                            const StepWindow& window) {
  const nlohmann::ordered_json line{{"step", step},
                                    {"steps", window.steps},
                                    {"loss", window.loss_per_token()},
                                    {"accuracy", window.accuracy()},
                                    {"gradient_norm", window.gradient_norm()},
                                    {"learning_rate", window.learning_rate},
                                    {"targets", window.loss.weight},
                                    {"tokens", window.rows},
                                    {"tokens_per_second", window.tokens_per_second()}};
  base::append_file(log_of(folder), line.dump() + "\n");
  return values_of(line);
}

std::vector<StepValues> logged_values(const std::filesystem::path& folder) {
  std::error_code ignored;
  if (!std::filesystem::exists(log_of(folder), ignored)) return {};
  std::istringstream lines(base::read_file(log_of(folder)));
  std::vector<StepValues> all;
  for (std::string line; std::getline(lines, line);) {
    all.push_back(values_of(nlohmann::ordered_json::parse(line)));
  }
  return all;
}

std::vector<StepLine> step_lines(const std::filesystem::path& folder) {
  std::error_code ignored;
  if (!std::filesystem::exists(log_of(folder), ignored)) return {};
  std::istringstream lines(base::read_file(log_of(folder)));
  std::vector<StepLine> all;
  for (std::string text; std::getline(lines, text);) {
    const auto line = nlohmann::json::parse(text, nullptr, false);
    if (!is_whole(line)) continue;
    const double rate = number(line, "tokens_per_second");
    all.push_back({line["step"].get<std::int64_t>(),
                   static_cast<std::int64_t>(number(line, "steps")), number(line, "loss"), rate,
                   rate > 0 ? number(line, "tokens") / rate : 0});
  }
  return all;
}

void truncate_step_log(const std::filesystem::path& folder, std::int64_t step) {
  std::error_code ignored;
  if (!std::filesystem::exists(log_of(folder), ignored)) return;
  const std::string text = base::read_file(log_of(folder));
  std::istringstream lines(text);
  std::string kept;
  for (std::string line; std::getline(lines, line);) {
    const auto object = nlohmann::json::parse(line, nullptr, false);
    if (is_whole(object) && object["step"].get<std::int64_t>() <= step) {
      kept += line + "\n";
    }
  }
  if (kept != text) base::write_file(log_of(folder), kept);
}

}  // namespace lab
