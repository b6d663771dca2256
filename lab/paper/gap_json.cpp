#include "lab/paper/gap_json.h"

#include <nlohmann/json.hpp>

namespace lab::paper {
namespace {

using Json = nlohmann::ordered_json;

template <typename Value>
Json known(const std::optional<Value>& value) {
  return value ? Json(*value) : Json();
}

Json json_of(const base::Estimate& estimate) {
  return {{"middle", estimate.middle}, {"low", estimate.low}, {"high", estimate.high}};
}

Json ours_json(const std::optional<figure::Point>& ours) {
  if (!ours) return nullptr;
  return {{"median", ours->value.middle}, {"low", ours->value.low},
          {"high", ours->value.high},     {"seeds", ours->seeds},
          {"values", ours->seed_values},  {"mean", json_of(ours->mean)},
          {"guess", known(ours->guess)}};
}

Json fit_json(const std::optional<figure::FitRate>& fit) {
  if (!fit) return nullptr;
  return {{"fit", fit->fitted}, {"known", fit->seeds}};
}

Json paper_json(const std::optional<figure::PaperNumber>& paper) {
  if (!paper) return nullptr;
  return {{"percent", paper->percent}, {"text", paper->text()}, {"status", paper->status}};
}

}  // namespace

std::string gap_json(std::span<const PaperGap> gaps) {
  Json all = Json::array();
  for (const PaperGap& gap : gaps) {
    all.push_back({{"claim", gap.claim},
                   {"ours", ours_json(gap.ours)},
                   {"fit", fit_json(gap.fit)},
                   {"paper", paper_json(gap.paper)},
                   {"difference", known(gap.difference())},
                   {"verdict", name(gap.verdict)},
                   {"why", gap.why}});
  }
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lab::paper
