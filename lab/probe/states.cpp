#include "lab/probe/states.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/names.h"
#include "base/text.h"

namespace lab::probe {
namespace {

using model::arithmetic::Index;

/// The values of a label in a text.
std::vector<tasks::RowValue> values_of(const ProbeText& text, const std::string& label) {
  std::vector<tasks::RowValue> found;
  for (const auto* all : {&text.annotation.tokens, &text.annotation.numbers}) {
    std::ranges::copy_if(*all, std::back_inserter(found),
                         [&](const tasks::RowValue& value) { return value.name == label; });
  }
  return found;
}

void require_label(std::span<const ProbeText> texts, const std::string& label) {
  const std::vector<std::string> names = label_names(texts);
  if (std::ranges::find(names, label) != names.end()) return;
  throw base::Error(
      fmt::format("--label: the task has no label `{}`{}; it has {}", label,
                  base::did_you_mean(label, names), names.empty() ? "none" : base::joined(names)),
      base::ExitCode::wrong_usage);
}

/// Samples of each role, states still empty.
std::vector<LabelledStates> samples_of(std::span<const ProbeText> texts, const std::string& label,
                                       std::size_t layers, Index width) {
  std::vector<LabelledStates> all;
  for (std::size_t q = 0; q < texts.size(); ++q) {
    const std::vector<tasks::RowValue> values = values_of(texts[q], label);
    for (const tasks::RowValue& value : values) {
      const auto row = static_cast<std::size_t>(value.row);
      const std::string& role = texts[q].annotation.roles[row];
      auto of_role = std::ranges::find(all, role, &LabelledStates::role);
      if (of_role == all.end()) of_role = all.insert(all.end(), {role, {}, {}, {}, {}, {}});
      of_role->values.push_back(value.value);
      of_role->questions.push_back(static_cast<int>(q));
      of_role->read.push_back(std::span(texts[q].tokens).first(row + 1));
      const auto first = *std::ranges::find(values, value.value, &tasks::RowValue::value);
      of_role->told.push_back(std::span(texts[q].tokens).first(std::size_t(first.row) + 1));
    }
  }
  for (LabelledStates& of_role : all) {
    of_role.layers.assign(layers, States(of_role.count(), width));
  }
  return all;
}

}  // namespace

std::vector<std::string> label_names(std::span<const ProbeText> texts) {
  std::vector<std::string> names;
  for (const ProbeText& text : texts) {
    for (const auto* all : {&text.annotation.tokens, &text.annotation.numbers}) {
      for (const tasks::RowValue& value : *all) {
        if (std::ranges::find(names, value.name) == names.end()) names.push_back(value.name);
      }
    }
  }
  return names;
}

std::vector<LabelledStates> labelled_states(const model::transformer::Transformer<float>& model,
                                            std::span<const ProbeText> texts,
                                            const std::string& label) {
  require_label(texts, label);
  ProbePass pass(model);
  const auto layers = static_cast<std::size_t>(pass.layers()) + 1;
  std::vector<LabelledStates> all = samples_of(texts, label, layers, model.config().width);
  std::vector<std::int64_t> filled(all.size());
  for (const ProbeText& text : texts) {
    pass.run(batch_of(std::span(&text.tokens, 1)));
    for (const tasks::RowValue& value : values_of(text, label)) {
      const std::string& role = text.annotation.roles[static_cast<std::size_t>(value.row)];
      const auto r = static_cast<std::size_t>(std::ranges::find(all, role, &LabelledStates::role) -
                                              all.begin());
      for (std::size_t l = 0; l < layers; ++l) {
        std::copy_n(pass.stream(Index(l)).row(value.row), model.config().width,
                    all[r].layers[l].row(filled[r]).data());
      }
      ++filled[r];
    }
  }
  return all;
}

std::vector<std::string> layer_names(Index blocks) {
  std::vector<std::string> names;
  for (Index l = 0; l <= blocks; ++l) names.push_back(fmt::format("layer {}", l));
  return names;
}

}  // namespace lab::probe
