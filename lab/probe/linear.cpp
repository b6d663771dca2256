#include "lab/probe/linear.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "base/random.h"
#include "lab/probe/discriminant.h"

namespace lab::probe {
namespace {

constexpr double fitted_share = 0.7;

/// One sample that was asked.
struct Answered {
  int question = 0;
  std::size_t layer = 0, role = 0;
  bool right = false, control = false, majority = false;
};

int commonest(std::span<const int> labels) {
  std::map<int, int> counts;
  for (const int label : labels) ++counts[label];
  return std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; })
      ->first;
}

/// A label for every text that tells one, drawn from those of all samples: it says nothing but
/// which text that was, so a map that answers with it has learned texts by heart.
std::vector<int> control_labels(const LabelledStates& states) {
  const base::RandomStreams draws(0, "control task");
  std::vector<int> labels;
  for (const std::span<const int> text : states.told) {
    const std::int64_t drawn = draws.at(base::digest(text)).below(states.count());
    labels.push_back(states.values[static_cast<std::size_t>(drawn)]);
  }
  return labels;
}

/// Fits and asks every layer of a role.
void answer(const LabelledStates& states, std::size_t role, int first_asked,
            std::vector<Answered>& all) {
  const auto fitted =
      std::ranges::lower_bound(states.questions, first_asked) - states.questions.begin();
  const std::int64_t asked = states.count() - fitted;
  if (fitted == 0 || asked == 0) {
    throw base::Error("--examples: too few questions to fit on some and ask others",
                      base::ExitCode::wrong_usage);
  }
  const std::span<const int> labels = std::span(states.values).first(std::size_t(fitted));
  const std::vector<int> control = control_labels(states);
  const int majority = commonest(labels);
  for (std::size_t l = 0; l < states.layers.size(); ++l) {
    const States known = states.layers[l].topRows(fitted);
    const States held_out = states.layers[l].bottomRows(asked);
    const std::vector<int> said = Discriminant(known, labels).labels_of(held_out);
    const std::vector<int> by_heart =
        Discriminant(known, std::span(control).first(std::size_t(fitted))).labels_of(held_out);
    for (std::size_t i = 0; i < said.size(); ++i) {
      const std::size_t sample = static_cast<std::size_t>(fitted) + i;
      const int truth = states.values[sample];
      all.push_back({states.questions[sample], l, role, said[i] == truth,
                     by_heart[i] == control[sample], majority == truth});
    }
  }
}

double number(bool yes) { return yes ? 1 : 0; }

}  // namespace

ProbeResult probe_linear(const model::transformer::Transformer<float>& model,
                         std::span<const ProbeText> texts, const std::string& label) {
  const std::vector<LabelledStates> states = labelled_states(model, texts, label);
  const int first_asked = static_cast<int>(fitted_share * double(texts.size()));
  std::vector<std::string> roles;
  std::vector<Answered> all;
  for (const LabelledStates& of_role : states) {
    answer(of_role, roles.size(), first_asked, all);
    roles.push_back(of_role.role);
  }
  std::ranges::stable_sort(all, {}, &Answered::question);
  const std::string accuracy = label + " accuracy", selectivity = label + " selectivity";
  ProbeGrid grid({{accuracy, selectivity},
                  layer_names(model.config().layers()),
                  roles,
                  {"control task", "majority"},
                  {accuracy}});
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Answered& one = all[i];
    const double right = number(one.right), control = number(one.control),
                 majority = number(one.majority);
    if (i > 0 && one.question != all[i - 1].question) grid.end_question();
    grid.add(0, one.layer, one.role, right, {control, majority});
    grid.add(1, one.layer, one.role, right - control, {0, majority - control});
  }
  grid.end_question();
  ProbeResult result = grid.result();
  result.drawn = {accuracy};
  return result;
}

}  // namespace lab::probe
