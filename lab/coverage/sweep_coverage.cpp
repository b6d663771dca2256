#include "lab/coverage/sweep_coverage.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/machine.h"
#include "base/parallel.h"
#include "base/text.h"
#include "lab/coverage/text.h"
#include "lab/spec/spec.h"

namespace lab::coverage {
namespace {

using Json = nlohmann::ordered_json;

bool is_of_tasks(const std::string& path) {
  return path.starts_with("task.") || path.starts_with("hint[") || path.starts_with("start.");
}

bool is_of_questions(const std::string& path) {
  return path == "score_seed" || path == "score.examples" || path == "score.difficulties";
}

/// How far the stream of examples goes; where it begins is for the data's seed to say.
bool is_of_stream(const std::string& path) {
  return path == "train.steps" || path == "train.batch";
}

bool has_endless_training(const train::Lesson& lesson) {
  for (std::size_t part = 0; part < lesson.mixture.size(); ++part) {
    const bool finite = lesson.mixture.task(part).finite_pools() != nullptr;
    if (!finite && lesson.mixture.part(part).is_trained()) return true;
  }
  return false;
}

/// What decides a report. Two runs with equal data have equal reports.
struct Data {
  std::string pools;  ///< all but the seed of the stream
  std::string seed;   ///< empty where training goes through finite pools alone
};

/// Reads specs again, and makes the tasks only where they differ from all before.
class DataReader {
 public:
  Data of(const spec::RunSpec& run) {
    const spec::Spec spec = spec::parse_spec(run.text, run.name, ".");
    Data data{joined(spec, is_of_tasks), ""};
    auto [endless, added] = endless_.try_emplace(data.pools, false);
    if (added) endless->second = has_endless_training(train::lesson_of(run));
    data.pools += joined(spec, is_of_questions);
    if (!endless->second) return data;
    data.pools += joined(spec, is_of_stream);
    data.seed = std::to_string(run.data_seed);
    return data;
  }

 private:
  static std::string joined(const spec::Spec& spec, bool (*wanted)(const std::string&)) {
    std::string text;
    for (const auto& [path, value] : spec.filled) {
      if (wanted(path)) text += path + '=' + value + '\n';
    }
    return text;
  }

  std::map<std::string, bool> endless_;  ///< by what is said of the tasks
};

std::string verdict(const SweepReport& report) {
  std::string looked_at = fmt::format("looked at {} of the {} runs of {}", report.looked_at.size(),
                                      report.runs, report.sweep);
  if (std::ssize(report.looked_at) < report.runs) {
    looked_at += "; the others have the same data, or draw other examples from the same pools";
  }
  if (disjoint(report)) return "all disjoint, by content: " + looked_at + '\n';
  std::vector<std::string> leaking;
  for (std::size_t i = 0; i < report.reports.size(); ++i) {
    if (!disjoint(report.reports[i])) leaking.push_back(report.looked_at[i].run.spec.name);
  }
  return fmt::format("NOT disjoint, by content: {} of them ({}); {}\n", leaking.size(),
                     base::joined(
                         leaking, [](const std::string& name) { return name; }, "; "),
                     looked_at);
}

std::string heading(const DataOfRuns& data) {
  if (data.runs == 1) return fmt::format("== {}\n", data.run.spec.name);
  return fmt::format("== {}, for {} runs\n", data.run.spec.name, data.runs);
}

}  // namespace

std::vector<DataOfRuns> different_data(const spec::plan::SweepPlan& plan) {
  std::vector<DataOfRuns> different;
  std::map<std::string, std::size_t> by_data, by_setting;  // places in `different`
  DataReader reader;
  for (const spec::plan::PlannedRun& run : plan.runs) {
    const Data data = reader.of(run.spec);
    const std::string of_setting = spec::plan::label_of(run.settings, ";") + '\n' + data.pools;
    auto place = by_setting.find(of_setting);
    if (place == by_setting.end()) {
      const auto [same, added] = by_data.try_emplace(data.pools + data.seed, different.size());
      if (added) different.push_back({run, 0});
      place = by_setting.emplace(of_setting, same->second).first;
    }
    ++different[place->second].runs;
  }
  return different;
}

SweepReport sweep_coverage(const spec::plan::SweepPlan& plan, std::int64_t sample,
                           const tasks::coverage::CoverageOptions& options,
                           std::int64_t most_shown) {
  SweepReport report{plan.name, std::ssize(plan.runs), different_data(plan), {}};
  const std::int64_t count = std::ssize(report.looked_at);
  report.reports.resize(report.looked_at.size());
  base::parallel_for(count, base::available_cores(), [&](std::int64_t i) {
    const auto place = static_cast<std::size_t>(i);
    report.reports[place] = coverage_of(train::lesson_of(report.looked_at[place].run.spec), sample,
                                        options, std::max<std::int64_t>(1, most_shown / count));
  });
  return report;
}

bool disjoint(const SweepReport& report) {
  return std::ranges::all_of(report.reports, [](const Report& one) { return disjoint(one); });
}

std::string sweep_coverage_text(const SweepReport& report) {
  std::string text;
  for (std::size_t i = 0; i < report.reports.size(); ++i) {
    text += heading(report.looked_at[i]) + coverage_text(report.reports[i]) + '\n';
  }
  return text + verdict(report);
}

std::string sweep_coverage_json(const SweepReport& report) {
  Json settings = Json::array();
  for (std::size_t i = 0; i < report.reports.size(); ++i) {
    const DataOfRuns& data = report.looked_at[i];
    Json values = Json::object();
    for (const auto& [axis, value] : data.run.settings) values[axis] = value;
    Json one{{"settings", values}, {"seed", data.run.spec.seed}, {"runs", data.runs}};
    one.update(Json::parse(coverage_json(report.reports[i])));
    settings.push_back(std::move(one));
  }
  const Json json{{"disjoint", disjoint(report)}, {"runs", report.runs}, {"settings", settings}};
  return json.dump(2) + '\n';
}

}  // namespace lab::coverage
