#include "lab/probe/kinds.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/names.h"
#include "lab/probe/ablate.h"
#include "lab/probe/attention.h"
#include "lab/probe/cohesion.h"
#include "lab/probe/errors.h"
#include "lab/probe/lens.h"
#include "lab/probe/linear.h"
#include "lab/probe/overlap.h"
#include "lab/probe/patch.h"
#include "lab/probe/paths.h"
#include "lab/probe/repair.h"
#include "model/arithmetic/choose_arithmetic.h"

namespace lab {
namespace {

ProbeResult attention(const model::Transformer<float>& model, const Probing& probing) {
  if (probing.prompt) {
    return attention_maps(model, *probing.prompt, probing.run.lesson.mixture.joint().vocabulary());
  }
  return probe_attention(model, probe_texts(probing.run.lesson.mixture, probing.questions));
}

ProbeResult patch(const model::Transformer<float>& model, const Probing& probing) {
  return probe_patch(model, probe_pairs(probing.run.lesson.mixture, probing.questions),
                     probing.threads);
}

using LabelProbe = ProbeResult(const model::Transformer<float>&, std::span<const ProbeText>,
                               const std::string&);

/// One label, or each that the task has, in one result.
ProbeResult by_label(LabelProbe& probe, const model::Transformer<float>& model,
                     const Probing& probing) {
  const auto texts = probe_texts(probing.run.lesson.mixture, probing.questions);
  const auto names = probing.label ? std::vector{*probing.label} : label_names(texts);
  base::require(!names.empty(), "the task has no labels");
  ProbeResult all;
  for (const std::string& name : names) {
    ProbeResult one = probe(model, texts, name);
    all.cells.insert(all.cells.end(), one.cells.begin(), one.cells.end());
    all.drawn.insert(all.drawn.end(), one.drawn.begin(), one.drawn.end());
    all.probe = std::move(one.probe);
    all.controls = std::move(one.controls);
  }
  return all;
}

ProbeResult linear(const model::Transformer<float>& model, const Probing& probing) {
  return by_label(probe_linear, model, probing);
}

ProbeResult cohesion(const model::Transformer<float>& model, const Probing& probing) {
  return by_label(probe_cohesion, model, probing);
}

ProbeResult ablate(const model::Transformer<float>& model, const Probing& probing) {
  return probe_ablate(model, asked_texts(probing.run.lesson.mixture, probing.questions),
                      probing.threads);
}

ProbeResult overlap(const model::Transformer<float>& model, const Probing& probing) {
  const auto first = asked_texts(probing.run.lesson.mixture, probing.questions);
  const auto second = asked_texts(probing.other->lesson.mixture, probing.other_questions);
  const bool same = probing.other == &probing.run;
  model::Transformer<float> other(probing.other->learner.config(), model::choose_arithmetic());
  if (!same) other.load(scored_weights(probing.other->learned), probing.threads);
  return probe_overlap({model, first}, {same ? model : other, second}, probing.threads);
}

ProbeResult paths(const model::Transformer<float>& model, const Probing& probing) {
  return probe_paths(model, probe_pairs(probing.run.lesson.mixture, probing.questions),
                     probing.threads);
}

ProbeResult repair(const model::Transformer<float>& model, const Probing& probing) {
  const auto texts = probe_texts(probing.run.lesson.mixture, probing.questions);
  base::require(!link_names(texts).empty(), "the task names no rows to look at");
  return probe_repair(model, texts, probing.threads);
}

ProbeResult errors(const model::Transformer<float>& model, const Probing& probing) {
  std::vector<ProbeQuestions> wanted;
  for (const int difficulty : probing.difficulties) {
    wanted.push_back(probing.questions);
    wanted.back().difficulty = difficulty;
  }
  return probe_errors(model, probing.run.lesson.mixture, wanted, probing.threads);
}

ProbeResult lens(const model::Transformer<float>& model, const Probing& probing) {
  return probe_lens(model, probe_texts(probing.run.lesson.mixture, probing.questions));
}

const std::array kinds{
    ProbeKind{
        "attention",
        300,
        "Share of a head's attention, mean over questions. Beside it: what a head gets that looks "
        "at all rows alike; what as many other rows of the same role get; the model before "
        "training.",
        attention,
        {"prompt"}},
    ProbeKind{
        "patch", 300,
        "What the probability of the changed text's next token gains when one place of the run "
        "on the text is replaced by the same place of the run on the changed text. Null: a random "
        "row, neither changed nor asked; the model before training.",
        patch},
    ProbeKind{
        "paths", 300,
        "What the probability of the changed text's next token gains when one part hears of the "
        "change from one earlier part alone. Rows send, columns hear. Beside it: the model before "
        "training.",
        paths},
    ProbeKind{
        "repair", 100,
        "What the probability of the token that should follow gains when one head looks where the "
        "task says, and how many wrong tokens that mends. Beside it: as many other rows of the "
        "same role; the model before training.",
        repair},
    ProbeKind{
        "ablate", 300,
        "What the probability of the token that should follow loses when a part writes zeros, "
        "its mean, or what it writes in another text, at all rows. Beside it: the model "
        "before training.",
        ablate},
    ProbeKind{"overlap",
              200,
              "What either task loses without the quarter of the heads that either needs most "
              "(they write "
              "their mean). Beside it: as many random heads; the first model before training.",
              overlap,
              {"with", "with-task"}},
    ProbeKind{"errors", 500,
              "Share of the answers, decoded greedily, that are right or have one kind of mistake. "
              "Beside it: the model before training.",
              errors},
    ProbeKind{
        "linear",
        1000,
        "Accuracy of a linear classifier of the residual stream on held-out questions. Beside it: "
        "labels that say nothing but which text told them (what is learned by heart); the "
        "commonest label; the model before training. Layer 0 is what the token itself tells.",
        linear,
        {"label"}},
    ProbeKind{
        "lens", 300,
        "Mean reciprocal rank of a named token when a layer is read out as if it were the last. "
        "Beside it: the token of that name in another question; the model before training.",
        lens},
    ProbeKind{
        "cohesion",
        1000,
        "Mean cosine of states that share a label less that of states that do not; centred: with "
        "the mean state taken away; disjoint: of texts that share no token. Beside it: labels "
        "shuffled; the model before training.",
        cohesion,
        {"label"}},
};

}  // namespace

bool ProbeKind::reads(std::string_view option) const {
  return std::ranges::find(own_options, option) != own_options.end();
}

std::string probes_that_read(const std::string& option) {
  std::string all;
  for (const ProbeKind& kind : kinds) {
    if (kind.reads(option)) all += (all.empty() ? "" : ", ") + std::string(kind.name);
  }
  return all;
}

std::vector<std::string> probe_names() {
  std::vector<std::string> names;
  for (const ProbeKind& kind : kinds) names.emplace_back(kind.name);
  return names;
}

const ProbeKind& probe_kind(const std::string& name) {
  for (const ProbeKind& kind : kinds) {
    if (name == kind.name) return kind;
  }
  const std::vector<std::string> names = probe_names();
  std::string all;
  for (const std::string& one : names) all += (all.empty() ? "" : ", ") + one;
  throw base::Error(
      "no probe `" + name + "`" + base::did_you_mean(name, names) + "; there are " + all,
      base::ExitCode::wrong_usage);
}

}  // namespace lab
