#include "lab/coverage/text.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "base/text.h"

namespace lab::coverage {
namespace {

using Json = nlohmann::ordered_json;

/// Nothing compared of an endless pool: there are too few questions for it to have any.
std::string questions_text(const PoolCoverage& row) {
  if (row.questions) return fmt::format("{}", *row.questions);
  return row.compared == 0 ? "none" : "endless";
}

std::string pools_text(const PartCoverage& part) {
  const char* shared_out =
      part.finite       ? "finite pools, every question compared"
      : part.controlled ? "endless pools by key and by the pieces that training may show, "
                          "what is asked compared"
                        : "endless pools by the question's key (80, 10 and 10 percent), what "
                          "is asked compared";
  std::string text = fmt::format("{}: {}\n", part.name, shared_out);
  text += fmt::format("{:>10}  {:10}{:>10}{:>10}{:>12}{:>17}{:>10}\n", "difficulty", "pool",
                      "questions", "compared", "trained on", "in another pool", "chance");
  for (const PoolCoverage& row : part.pools) {
    const bool train = row.pool == tasks::Pool::train;
    text += fmt::format("{:10}  {:10}{:>10}{:10}{:>12}{:>17}{:10.3g}\n", row.difficulty,
                        tasks::name(row.pool), questions_text(row), row.compared,
                        train ? "-" : fmt::format("{}", row.trained),
                        train ? "-" : fmt::format("{}", row.elsewhere), row.chance);
  }
  return text;
}

std::set<int> all_cutoffs(const CutoffCoverage& coverage) {
  std::set<int> cutoffs;
  for (const auto& [pool, items] : coverage.items) {
    for (const auto& [k, count] : items) cutoffs.insert(k);
  }
  return cutoffs;
}

std::string cutoffs_text(const CutoffCoverage& coverage) {
  const std::set<int> cutoffs = all_cutoffs(coverage);
  std::string text = fmt::format("{:>10}  {:10}", "", "k-cutoff");
  for (const int k : cutoffs) text += fmt::format("{:>8}", k);
  for (const auto& [pool, items] : coverage.items) {
    text += fmt::format("\n{:>10}  {:10}", "", tasks::name(pool));
    for (const int k : cutoffs) text += fmt::format("{:8}", items.contains(k) ? items.at(k) : 0);
  }
  text += fmt::format("\n{:>10}  {:10}{:>12}{:>12}\n", "", "k", "equivalent", "spurious");
  for (std::size_t i = 0; i < coverage.equivalences.size(); ++i) {
    text += fmt::format("{:>10}  {:<10}{:12}{:12}\n", "", i + 1, coverage.equivalences[i].pairs,
                        coverage.equivalences[i].spurious);
  }
  return text;
}

double percent(std::int64_t count, std::int64_t of) {
  return 100 * static_cast<double>(count) / static_cast<double>(of);
}

std::string target_text(const tasks::BuiltToTarget& built) {
  std::string text;
  for (const auto& [k, wanted, drawn, reached] : built.shares) {
    text += fmt::format(
        "{:>10}  {:10}k >= {}: {:.2f} % wanted, {:.2f} % reached of {}, {:.2f} % as drawn first\n",
        "", "target", k, 100 * wanted, percent(reached, built.asked), built.asked,
        percent(drawn, built.asked));
  }
  return text + fmt::format(
                    "{:>10}  {:10}{} training items and {} uses of calls are others than "
                    "those drawn first\n",
                    "", "", built.exchanged, built.uses_moved);
}

Json json_of(const tasks::BuiltToTarget& built) {
  Json shares = Json::array();
  for (const auto& [k, wanted, drawn, reached] : built.shares) {
    shares.push_back({{"k", k}, {"wanted", wanted}, {"drawn", drawn}, {"reached", reached}});
  }
  return {{"shares", shares},
          {"asked", built.asked},
          {"exchanged", built.exchanged},
          {"uses_moved", built.uses_moved}};
}

Json json_of(const PoolCoverage& row) {
  Json json{{"pool", tasks::name(row.pool)}, {"difficulty", row.difficulty}};
  json["questions"] = row.questions ? Json(*row.questions) : row.compared == 0 ? Json(0) : Json();
  json["compared"] = row.compared;
  if (row.pool != tasks::Pool::train) {
    json["trained_on"] = row.trained;
    json["in_another_pool"] = row.elsewhere;
    if (row.leak) json["leak"] = {{"asked", row.leak->asked}, {"shown", row.leak->shown}};
  }
  json["chance"] = row.chance;
  return json;
}

Json json_of(const FragmentCoverage& row) {
  Json times = Json::array();
  for (const auto& [from, fragments] : row.times) {
    times.push_back({{"shown", from}, {"fragments", fragments}});
  }
  return {{"kind", row.kind},
          {"possible", row.possible ? Json(*row.possible) : Json()},
          {"has_rule", row.has_rule},
          {"allowed", row.allowed ? Json(*row.allowed) : Json()},
          {"seen", row.seen},
          {"seen_by_all", row.seen_all},
          {"times", times}};
}

Json json_of(const FragmentReport& report) {
  Json kinds = Json::array(), questions = Json::array(), balance = Json::array();
  for (const FragmentCoverage& row : report.kinds) kinds.push_back(json_of(row));
  for (const CoveredQuestions& row : report.questions) {
    Json covered = Json::array();
    for (std::size_t i = 0; i < covered_at.size(); ++i) {
      covered.push_back({{"k", covered_at[i]}, {"questions", row.covered[i]}});
    }
    questions.push_back({{"pool", tasks::name(row.pool)},
                         {"difficulty", row.difficulty},
                         {"kind", row.kind},
                         {"compared", row.questions},
                         {"covered", covered}});
  }
  for (const FacetBalance& row : report.balance) {
    balance.push_back({{"difficulty", row.difficulty},
                       {"facet", row.facet},
                       {"covered", row.covered},
                       {"uncovered", row.uncovered}});
  }
  return {{"kinds", kinds}, {"questions", questions}, {"balance", balance}};
}

Json json_of(const CutoffCoverage& coverage) {
  Json items = Json::object(), pairs = Json::array();
  for (const auto& [pool, histogram] : coverage.items) {
    for (const auto& [k, count] : histogram) {
      items[std::string(tasks::name(pool))].push_back({{"k", k}, {"questions", count}});
    }
  }
  for (std::size_t i = 0; i < coverage.equivalences.size(); ++i) {
    pairs.push_back({{"k", i + 1},
                     {"pairs", coverage.equivalences[i].pairs},
                     {"spurious", coverage.equivalences[i].spurious}});
  }
  Json json{{"k_cutoff", items}, {"equivalent_fragments", pairs}};
  if (coverage.built) json["target"] = json_of(*coverage.built);
  return json;
}

std::string looked_at_text(const Report& report) {
  std::string text =
      fmt::format("{} of the {} examples that training shows", report.examples, report.drawn);
  if (report.starts.empty()) return text;
  return text + ", those of " + base::joined(report.starts) + " included, which it starts from";
}

}  // namespace

std::string coverage_text(const Report& report) {
  std::string text;
  for (const PartCoverage& part : report.parts) {
    text += pools_text(part);
    if (part.cutoffs) text += cutoffs_text(*part.cutoffs);
    text += fragments_text(part.fragments);
    if (part.cutoffs && part.cutoffs->built) text += target_text(*part.cutoffs->built);
  }
  const std::string looked_at = looked_at_text(report);
  if (!report.unknown_start.empty()) {
    text += fmt::format(
        "NOT compared: what run {} was trained on, which this starts from: give its "
        "spec, as start.spec\n",
        report.unknown_start);
  }
  if (disjoint(report)) {
    return text + "disjoint, by content: nothing compared is in " + looked_at + '\n';
  }
  for (const PartCoverage& part : report.parts) {
    for (const PoolCoverage& row : part.pools) {
      if (row.leak) text += fmt::format("leak: {}, and {}\n", row.leak->asked, row.leak->shown);
    }
  }
  return text + "NOT disjoint, by content, in " + looked_at +
         ": see the columns `trained on` and `in another pool`\n";
}

std::string coverage_json(const Report& report) {
  Json tasks = Json::array();
  for (const PartCoverage& part : report.parts) {
    Json task{{"name", part.name}, {"finite", part.finite}, {"pools", Json::array()}};
    for (const PoolCoverage& row : part.pools) task["pools"].push_back(json_of(row));
    if (part.cutoffs) task["coverage"] = json_of(*part.cutoffs);
    task["fragments"] = json_of(part.fragments);
    tasks.push_back(std::move(task));
  }
  return Json{{"disjoint", disjoint(report)},
              {"examples_compared", report.examples},
              {"examples_trained_on", report.drawn},
              {"starts_from", report.starts},
              {"not_compared_start", report.unknown_start},
              {"tasks", std::move(tasks)}}
             .dump(2) +
         '\n';
}

}  // namespace lab::coverage
