#include "lab/probe/map/title.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/random.h"
#include "base/text.h"
#include "lab/figure/text.h"

namespace lab::probe::map {
namespace {

std::string model_text(const model::layers::TransformerConfig& config) {
  return fmt::format("{} block{} of {} head{}, width {}", config.layers(),
                     config.layers() == 1 ? "" : "s", config.heads, config.heads == 1 ? "" : "s",
                     config.width);
}

/// "difficulty 20", "difficulties 5 to 100".
std::string difficulties_text(const ProbeKind& kind, const ProbeRequest& request) {
  if (kind.asks_of != AsksOf::all_scored || request.difficulties.empty()) {
    return fmt::format("difficulty {}", request.questions.difficulty);
  }
  const auto [low, high] = std::ranges::minmax(request.difficulties);
  return low == high ? fmt::format("difficulty {}", low)
                     : fmt::format("difficulties {} to {}", low, high);
}

std::string asked_text(const ProbeKind& kind, const ProbeRequest& request) {
  if (request.prompt) {
    return request.run.lesson.mixture.joint().vocabulary().text(request.prompt->tokens);
  }
  const ProbeQuestions& asked = request.questions;
  const std::string facet =
      asked.facet ? fmt::format(", {} {}", asked.facet->name, asked.facet->value) : "";
  return fmt::format("{}, pool {}, {}{}", request.run.lesson.mixture.part(asked.part).name,
                     tasks::name(asked.pool), difficulties_text(kind, request), facet);
}

std::string caption_of(const ProbeKind& kind, const ProbeRequest& request) {
  return std::string(request.prompt ? kind.prompt_caption : kind.caption);
}

std::string part_word(const ProbeRequest& request, const ProbeQuestions& asked) {
  return file_word(request.run.lesson.mixture.part(asked.part).name);
}

std::string prompt_word(const ProbeRequest& request) {
  std::uint64_t digest = 0;
  for (const auto token : request.prompt->tokens) {
    digest = base::digest(fmt::format("{} {}", digest, token));
  }
  return "prompt_" + base::hexadecimal(digest).substr(0, 8);
}

/// "_test_difficulty_4_k_cutoff_2_of_50".
std::string asked_words(const ProbeKind& kind, const ProbeRequest& request) {
  const ProbeQuestions& asked = request.questions;
  std::string words =
      fmt::format("_{}_{}", tasks::name(asked.pool), difficulties_text(kind, request));
  std::ranges::replace(words, ' ', '_');
  if (asked.facet) words += fmt::format("_{}_{}", asked.facet->name, asked.facet->value);
  if (asked.count != kind.questions) words += fmt::format("_of_{}", asked.count);
  return words;
}

}  // namespace

MapTexts texts_of(const ProbeKind& kind, const ProbeRequest& request, std::int64_t step) {
  const train::Lesson& lesson = request.run.lesson;
  return {fmt::format("{}: {}", kind.name, asked_text(kind, request)),
          fmt::format("{}, seed {}, step {}, run {}", model_text(request.run.learner.config()),
                      lesson.spec.seed, figure::shown_count(step), lesson.spec.fingerprint),
          caption_of(kind, request)};
}

SameColumns columns_of(const ProbeKind& kind, const ProbeRequest& request) {
  const train::Lesson& lesson = request.run.lesson;
  const ProbeQuestions& asked = request.questions;
  SameColumns columns{{"seed", std::to_string(lesson.spec.seed)},
                      {"task", lesson.mixture.part(asked.part).name}};
  if (!request.prompt) {
    columns.emplace_back("pool", tasks::name(asked.pool));
    if (kind.asks_of != AsksOf::all_scored) {
      columns.emplace_back("difficulty", std::to_string(asked.difficulty));
    }
    if (asked.facet) columns.emplace_back(asked.facet->name, std::to_string(asked.facet->value));
  }
  columns.emplace_back("model", model_text(request.run.learner.config()));
  return columns;
}

MapTexts texts_of(const ProbeKind& kind, const MergedProbe& merged) {
  const std::string seeds =
      merged.seeds == 1 ? "one seed" : fmt::format("median of {} seeds", merged.seeds);
  const std::string about = merged.about.empty() ? "" : merged.about + ", ";
  return {merged.asked.empty() ? std::string(kind.name)
                               : fmt::format("{}: {}", kind.name, merged.asked),
          fmt::format("{}{}, step {}", about, seeds, figure::shown_count(merged.step)),
          std::string(kind.caption), merged.seeds};
}

std::string map_name(const ProbeKind& kind, const ProbeRequest& request, const CellChoice& cells,
                     std::int64_t step) {
  std::string name(kind.name);
  if (request.questions.part != 0) name += "_" + part_word(request, request.questions);
  name += request.prompt ? "_" + prompt_word(request) : asked_words(kind, request);
  if (request.label) name += "_" + file_word(*request.label);
  const bool reads_other = kind.reads("with");
  if (reads_other && request.other != nullptr && request.other != &request.run) {
    name += "_with_" + request.other->lesson.spec.fingerprint.substr(0, 8);
  }
  if (reads_other && request.other != nullptr) {
    name +=
        "_and_" + file_word(request.other->lesson.mixture.part(request.other_questions.part).name);
  }
  return fmt::format("{}{}_step_{}", name, cells.name(), step);
}

}  // namespace lab::probe::map
