#include "lab/probe/texts.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/names.h"
#include "base/text.h"
#include "tasks/different.h"
#include "tasks/pool.h"

namespace lab::probe {
namespace {

constexpr int tries_a_question = 1000;  // until a facet is given up

void add_new(const std::string& name, std::vector<std::string>& names) {
  if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

/// Own tokens become joint ones.
void make_joint(const train::Mixture& mixture, std::size_t part, std::vector<int>& tokens) {
  tokens = mixture.joint().to_joint(part, tokens);
}

void make_joint(const train::Mixture& mixture, std::size_t part, int& token) {
  token = mixture.joint().to_joint(part, std::span(&token, 1)).front();
}

tasks::Example own(const train::Mixture& mixture, std::size_t part, const tasks::Example& example) {
  return {mixture.joint().to_own(part, example.prompt),
          mixture.joint().to_own(part, example.answer), example.difficulty};
}

[[noreturn]] void fail_task(const train::Mixture& mixture, std::size_t part,
                            const std::string& lacks) {
  throw base::Error(
      "task " + mixture.part(part).name + ": " + lacks + "; --task chooses another task of the run",
      base::ExitCode::wrong_usage);
}

bool has_facet(const tasks::Task& task, const tasks::Example& example,
               const store::FacetValue& wanted) {
  const std::map<std::string, int> facets = task.facets(example);
  const auto found = facets.find(wanted.name);
  if (found != facets.end()) return found->second == wanted.value;
  std::vector<std::string> names;
  for (const auto& [name, value] : facets) names.push_back(name);
  throw base::Error(fmt::format("--facet: no facet `{}`{}; there are {}", wanted.name,
                                base::did_you_mean(wanted.name, names), base::joined(names)),
                    base::ExitCode::wrong_usage);
}

/// The questions that are wanted, in joint tokens.
std::vector<tasks::Example> joint_examples(const train::Mixture& mixture,
                                           const ProbeQuestions& wanted) {
  const tasks::Task& task = mixture.task(wanted.part);
  tasks::DifferentExamples questions(task, wanted.pool, wanted.difficulty, wanted.seed);
  const std::int64_t tries =
      wanted.facet ? std::int64_t{wanted.count} * tries_a_question : std::int64_t{wanted.count};
  std::vector<tasks::Example> found;
  for (std::int64_t i = 0; i < tries && std::ssize(found) < wanted.count; ++i) {
    std::optional<tasks::Example> example = questions.next();
    if (!example) break;
    if (wanted.facet && !has_facet(task, *example, *wanted.facet)) continue;
    found.push_back(mixture.joint_of(wanted.part, *std::move(example)));
  }
  if (found.empty())
    throw base::Error("--facet: no question of the pool has it", base::ExitCode::wrong_usage);
  return found;
}

}  // namespace

ProbeText probe_text(const train::Mixture& mixture, std::size_t part,
                     const tasks::Example& example) {
  ProbeText text{example.prompt,
                 tasks::annotation_of(mixture.task(part), own(mixture, part, example))};
  text.tokens.insert(text.tokens.end(), example.answer.begin(), example.answer.end() - 1);
  for (tasks::RowValue& value : text.annotation.tokens) make_joint(mixture, part, value.value);
  base::promise(text.annotation.roles.empty() || text.annotation.roles.size() == text.tokens.size(),
                "a role for each row");
  return text;
}

ProbeQuestions usual_questions_of(const train::Lesson& lesson, std::size_t part) {
  ProbeQuestions usual;
  usual.part = part;
  usual.pool =
      *std::ranges::find_if(tasks::pools_of(lesson.mixture.task(part)), tasks::is_held_out);
  usual.difficulty = lesson.mixture.part(part).difficulty.high;
  usual.seed = lesson.spec.score_seed;
  return usual;
}

std::vector<tasks::Example> probe_examples(const train::Mixture& mixture,
                                           const ProbeQuestions& wanted) {
  std::vector<tasks::Example> examples = joint_examples(mixture, wanted);
  for (tasks::Example& example : examples) example = own(mixture, wanted.part, example);
  return examples;
}

std::vector<ProbeText> probe_texts(const train::Mixture& mixture, const ProbeQuestions& wanted) {
  std::vector<ProbeText> texts;
  for (const tasks::Example& example : joint_examples(mixture, wanted)) {
    texts.push_back(probe_text(mixture, wanted.part, example));
    if (texts.back().annotation.roles.empty()) {
      fail_task(mixture, wanted.part, "names no positions that a probe could read");
    }
  }
  return texts;
}

std::vector<tasks::Counterfactual> probe_pairs(const train::Mixture& mixture,
                                               const ProbeQuestions& wanted) {
  const tasks::Task& task = mixture.task(wanted.part);
  std::vector<tasks::Counterfactual> pairs;
  std::uint64_t index = 0;
  for (const tasks::Example& joint : joint_examples(mixture, wanted)) {
    base::Random random(wanted.seed, "counterfactual", index++);
    auto pair = tasks::counterfactual_of(task, own(mixture, wanted.part, joint), random);
    if (!pair) continue;
    make_joint(mixture, wanted.part, pair->text);
    make_joint(mixture, wanted.part, pair->changed);
    make_joint(mixture, wanted.part, pair->expected);
    make_joint(mixture, wanted.part, pair->expected_changed);
    pairs.push_back(std::move(*pair));
  }
  if (pairs.empty()) fail_task(mixture, wanted.part, "has no counterfactuals at this difficulty");
  return pairs;
}

std::vector<AskedText> asked_texts(const train::Mixture& mixture, const ProbeQuestions& wanted) {
  std::vector<AskedText> texts;
  std::uint64_t index = 0;
  for (const tasks::Example& joint : joint_examples(mixture, wanted)) {
    base::Random random(wanted.seed, "asked text", index++);
    const auto cut = random.below(std::ssize(joint.answer));
    AskedText text{joint.prompt, joint.answer[static_cast<std::size_t>(cut)]};
    text.tokens.insert(text.tokens.end(), joint.answer.begin(), joint.answer.begin() + cut);
    texts.push_back(std::move(text));
  }
  return texts;
}

std::vector<std::string> role_names(std::span<const ProbeText> texts) {
  std::vector<std::string> names;
  for (const ProbeText& text : texts) {
    for (const std::string& role : text.annotation.roles) add_new(role, names);
  }
  return names;
}

std::vector<std::string> link_names(std::span<const ProbeText> texts) {
  std::vector<std::string> names;
  for (const ProbeText& text : texts) {
    for (const tasks::RowLink& link : text.annotation.links) add_new(link.name, names);
  }
  return names;
}

std::vector<std::string> token_names(std::span<const ProbeText> texts) {
  std::vector<std::string> names;
  for (const ProbeText& text : texts) {
    for (const tasks::RowValue& value : text.annotation.tokens) add_new(value.name, names);
  }
  return names;
}

std::vector<int> rows_of_same_roles(const tasks::RowLink& link,
                                    const std::vector<std::string>& roles) {
  std::vector<int> rows;
  for (int row = 0; row <= link.row; ++row) {
    const bool alike = std::ranges::any_of(link.to, [&](int to) {
      return roles[static_cast<std::size_t>(to)] == roles[static_cast<std::size_t>(row)];
    });
    if (alike && std::ranges::find(link.to, row) == link.to.end()) rows.push_back(row);
  }
  return rows;
}

std::size_t index_in(const std::vector<std::string>& names, const std::string& name) {
  const auto found = std::ranges::find(names, name);
  base::promise(found != names.end(), "a name of the list");
  return static_cast<std::size_t>(found - names.begin());
}

}  // namespace lab::probe
