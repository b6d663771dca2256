#include "lab/coverage/fragments.h"

#include <algorithm>
#include <limits>

#include "tasks/allowed.h"
#include "tasks/different.h"
#include "tasks/emptiness.h"

namespace lab::coverage {
namespace {

using tasks::Pool;
using Counts = train::ShownFragments::Counts;

std::int64_t count_of(const Counts& counts, tasks::Fragment fragment) {
  const auto found = counts.find(fragment);
  return found == counts.end() ? 0 : found->second;
}

void add_times(std::int64_t times, std::int64_t fragments, FragmentCoverage* row) {
  if (fragments > 0) row->times[*(std::ranges::upper_bound(times_shown, times) - 1)] += fragments;
}

FragmentCoverage kind_row(const tasks::Task& task, std::size_t kind, tasks::Range asked,
                          const Counts& own, const Counts& all) {
  FragmentCoverage row;
  row.kind = std::string(task.fragments()->kinds()[kind].name);
  row.seen = std::ssize(own);
  row.seen_all = std::ssize(all);
  const auto possible = task.fragments()->possible(kind, asked);
  const tasks::AllowedFragments* allowed = task.allowed_fragments();
  row.has_rule = allowed != nullptr && allowed->restricts(kind);
  if (!possible) {
    for (const auto& [fragment, times] : all) add_times(times, 1, &row);
    return row;
  }
  row.possible = std::ssize(*possible);
  if (row.has_rule) {
    row.allowed = std::ranges::count_if(
        *possible, [&](tasks::Fragment one) { return allowed->allows(kind, one); });
  }
  for (const tasks::Fragment one : *possible) add_times(count_of(all, one), 1, &row);
  return row;
}

/// How often training shows the rarest piece of a question; many times if it has none.
std::int64_t rarest(const tasks::Fragments& fragments, std::size_t kind, const Counts& counts,
                    const tasks::Example& question) {
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (const tasks::Fragment one : fragments.in(kind, question.prompt)) {
    least = std::min(least, count_of(counts, one));
  }
  return least;
}

CoveredQuestions covered_row(const tasks::Task& task, std::size_t kind, const Counts& counts,
                             const std::vector<tasks::Example>& questions, Pool pool,
                             int difficulty) {
  CoveredQuestions row{pool, difficulty, std::string(task.fragments()->kinds()[kind].name),
                       std::ssize(questions), std::vector<std::int64_t>(covered_at.size())};
  for (const tasks::Example& question : questions) {
    const std::int64_t least = rarest(*task.fragments(), kind, counts, question);
    for (std::size_t k = 0; k < covered_at.size(); ++k) row.covered[k] += least >= covered_at[k];
  }
  return row;
}

/// Of all answers.
double share_of_most_frequent(const std::vector<tasks::Example>& questions) {
  std::map<std::vector<tasks::Token>, std::int64_t> counts;
  std::int64_t most = 0;
  for (const tasks::Example& question : questions) most = std::max(most, ++counts[question.answer]);
  return static_cast<double>(most) / static_cast<double>(questions.size());
}

/// And how often the most frequent answer is right.
std::map<std::string, double> means_of(const tasks::Task& task,
                                       const std::vector<tasks::Example>& questions) {
  std::map<std::string, double> means{
      {"(most frequent answer)", share_of_most_frequent(questions)}};
  for (const tasks::Example& question : questions) {
    for (const auto& [facet, value] : task.facets(question)) {
      means[facet] += static_cast<double>(value) / static_cast<double>(questions.size());
    }
  }
  return means;
}

void add_balance(const tasks::Task& task, int difficulty,
                 const std::map<Pool, std::vector<tasks::Example>>& questions,
                 std::vector<FacetBalance>* balance) {
  const auto covered = questions.find(Pool::covered), uncovered = questions.find(Pool::uncovered);
  if (covered == questions.end() || uncovered == questions.end()) return;
  if (covered->second.empty() || uncovered->second.empty()) return;
  const auto with = means_of(task, covered->second), without = means_of(task, uncovered->second);
  for (const auto& [facet, mean] : with) {
    balance->push_back({difficulty, facet, mean, without.at(facet)});
  }
}

std::vector<tasks::Example> questions_of(const train::Lesson& lesson, std::size_t part, Pool pool,
                                         int difficulty, std::int64_t sample) {
  const tasks::Task& task = lesson.mixture.task(part);
  if (!tasks::has_question(task, pool, difficulty)) return {};
  return tasks::different_examples(task, pool, difficulty, lesson.spec.score_seed, sample);
}

}  // namespace

FragmentReport fragment_report(const train::Lesson& lesson, std::size_t part,
                               const train::ShownFragments& shown,
                               const std::vector<int>& difficulties, std::int64_t sample) {
  const tasks::Task& task = lesson.mixture.task(part);
  FragmentReport report;
  std::vector<Counts> counts;
  for (std::size_t kind = 0; kind < train::fragment_kinds(task).size(); ++kind) {
    counts.push_back(shown.by_all(part, kind));
    const tasks::Range asked{difficulties.front(), difficulties.back()};
    report.kinds.push_back(kind_row(task, kind, asked, shown.by_part(part, kind), counts.back()));
  }
  for (const int difficulty : difficulties) {
    std::map<Pool, std::vector<tasks::Example>> questions;
    for (const Pool pool : tasks::pools_of(task)) {
      if (pool == Pool::train) continue;
      questions[pool] = questions_of(lesson, part, pool, difficulty, sample);
      for (std::size_t kind = 0; kind < counts.size() && !questions[pool].empty(); ++kind) {
        report.questions.push_back(
            covered_row(task, kind, counts[kind], questions[pool], pool, difficulty));
      }
    }
    add_balance(task, difficulty, questions, &report.balance);
  }
  return report;
}

}  // namespace lab::coverage
