#include "lab/python/activations.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/names.h"

namespace lab::python {
namespace {

using model::arithmetic::Index;
using probe::Site;

/// As the members of the trace are called.
std::string_view name_of(Site site) {
  switch (site) {
    case Site::stream:
      return "input";
    case Site::attention:
      return "mixed";
    case Site::mlp:
      return "active";
    case Site::normed1:
      return "normed1";
    case Site::query:
      return "query";
    case Site::key:
      return "key";
    case Site::value:
      return "value";
    case Site::weights:
      return "weights";
    case Site::middle:
      return "middle";
    case Site::normed2:
      return "normed2";
    case Site::hidden:
      return "hidden";
    case Site::normed:
      return "normed";
    case Site::logits:
      return "logits";
  }
  return "";
}

Layout layout_of(Site site) {
  switch (site) {
    case Site::query:
    case Site::key:
    case Site::value:
    case Site::attention:
      return Layout::heads;
    case Site::weights:
      return Layout::weights;
    case Site::stream:
    case Site::mlp:
    case Site::normed1:
    case Site::middle:
    case Site::normed2:
    case Site::hidden:
    case Site::normed:
    case Site::logits:
      break;
  }
  return Layout::rows;
}

/// The numbers that are there once a stage is filled.
void add_numbers(const probe::Stage& stage, const std::string& before,
                 std::vector<Activation>* all) {
  using Block = model::layers::BlockTrace<float>;
  using End = model::transformer::Trace<float>;
  const auto add = [&](const char* name, std::vector<float> Block::*of_block,
                       std::vector<float> End::*of_end) {
    all->push_back({before + name, Layout::numbers, stage, of_block, of_end});
  };
  if (stage.site == Site::normed1) {
    add("mean1", &Block::mean1, nullptr);
    add("rstd1", &Block::rstd1, nullptr);
  } else if (stage.site == Site::query) {
    add("scale", &Block::scale, nullptr);
  } else if (stage.site == Site::normed2) {
    add("mean2", &Block::mean2, nullptr);
    add("rstd2", &Block::rstd2, nullptr);
  } else if (stage.site == Site::normed) {
    add("mean", nullptr, &End::mean);
    add("rstd", nullptr, &End::rstd);
  }
}

}  // namespace

std::vector<Activation> activations_of(const model::layers::TransformerConfig& config) {
  std::vector<Activation> all;
  for (const probe::Stage& stage : probe::stages_of(config)) {
    const bool end = stage.layer == config.layers();
    const std::string before = end ? "" : fmt::format("block.{}.", stage.layer);
    const bool last_stream = end && stage.site == Site::stream;
    all.push_back({before + std::string(last_stream ? "stream" : name_of(stage.site)),
                   layout_of(stage.site), stage});
    add_numbers(stage, before, &all);
  }
  return all;
}

const Activation& activation_named(const std::vector<Activation>& all, const std::string& name,
                                   std::string_view place) {
  const auto found = std::ranges::find(all, name, &Activation::name);
  if (found != all.end()) return *found;
  std::vector<std::string> names;
  for (const Activation& activation : all) names.push_back(activation.name);
  throw base::Error(fmt::format("{}: no activation `{}`{}; Model.names() has all", place, name,
                                base::did_you_mean(name, names)));
}

Index columns_of(const Activation& activation, const model::layers::TransformerConfig& config) {
  if (activation.layout == Layout::numbers) return 1;
  switch (activation.stage.site) {
    case Site::hidden:
    case Site::mlp:
      return config.hidden;
    case Site::logits:
      return config.vocabulary;
    case Site::weights:
      return 0;
    case Site::stream:
    case Site::attention:
    case Site::normed1:
    case Site::query:
    case Site::key:
    case Site::value:
    case Site::middle:
    case Site::normed2:
    case Site::normed:
      break;
  }
  return config.width;
}

}  // namespace lab::python
