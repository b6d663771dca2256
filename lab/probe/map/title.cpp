#include "lab/probe/map/title.h"

#include <fmt/format.h>

namespace lab::probe::map {
namespace {

std::string questions_text(const ProbeRequest& request) {
  if (request.prompt) {
    return request.run.lesson.mixture.joint().vocabulary().text(request.prompt->tokens);
  }
  const ProbeQuestions& asked = request.questions;
  const std::string facet =
      asked.facet ? fmt::format(", {} {}", asked.facet->name, asked.facet->value) : "";
  return fmt::format("{} {}, difficulty {}{}", tasks::name(asked.pool),
                     request.run.lesson.mixture.part(asked.part).name, asked.difficulty, facet);
}

}  // namespace

std::string map_title(const ProbeKind& kind, const ProbeRequest& request, std::int64_t step) {
  return fmt::format("{}: run {}, step {}: {}", kind.name, request.run.lesson.spec.fingerprint,
                     step, questions_text(request));
}

std::string map_name(const ProbeKind& kind, const ProbeRequest& request, std::int64_t step) {
  const auto& facet = request.questions.facet;
  const std::string of = facet ? fmt::format("_{}_{}", facet->name, facet->value) : "";
  return fmt::format("{}{}_step_{}", kind.name, of, step);
}

}  // namespace lab::probe::map
