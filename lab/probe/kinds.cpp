#include "lab/probe/kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/names.h"
#include "base/text.h"
#include "lab/probe/ablate.h"
#include "lab/probe/attention.h"
#include "lab/probe/cohesion.h"
#include "lab/probe/errors.h"
#include "lab/probe/lens.h"
#include "lab/probe/linear.h"
#include "lab/probe/overlap.h"
#include "lab/probe/pairs.h"
#include "lab/probe/patch.h"
#include "lab/probe/paths.h"
#include "lab/probe/repair.h"
#include "lab/spec/endless.h"
#include "model/arithmetic/choose_arithmetic.h"

namespace lab::probe {
namespace {

using Model = model::transformer::Transformer<float>;

// What a probe reads, made from what was asked for.

template <ProbeResult (*probe)(const Model&, std::span<const ProbeText>)>
ProbeResult of_texts(const Model& model, const ProbeRequest& request) {
  return probe(model, probe_texts(request.run.lesson.mixture, request.questions));
}

template <ProbeResult (*probe)(const Model&, std::span<const tasks::Counterfactual>, int)>
ProbeResult of_pairs(const Model& model, const ProbeRequest& request) {
  return probe(model, probe_pairs(request.run.lesson.mixture, request.questions), request.threads);
}

template <ProbeResult (*probe)(const Model&, std::span<const AskedText>, int)>
ProbeResult of_asked(const Model& model, const ProbeRequest& request) {
  return probe(model, asked_texts(request.run.lesson.mixture, request.questions), request.threads);
}

/// One label, or each that the task has, in one result.
template <ProbeResult (*probe)(const Model&, std::span<const ProbeText>, const std::string&)>
ProbeResult of_labels(const Model& model, const ProbeRequest& request) {
  const auto texts = probe_texts(request.run.lesson.mixture, request.questions);
  const auto names = request.label ? std::vector{*request.label} : label_names(texts);
  base::require(!names.empty(), "the task has no labels");
  ProbeResult all;
  for (const std::string& name : names) {
    ProbeResult one = probe(model, texts, name);
    all.cells.insert(all.cells.end(), one.cells.begin(), one.cells.end());
    all.drawn.insert(all.drawn.end(), one.drawn.begin(), one.drawn.end());
    all.controls = std::move(one.controls);
  }
  return all;
}

ProbeResult attention(const Model& model, const ProbeRequest& request) {
  if (!request.prompt) return of_texts<probe_attention>(model, request);
  return attention_maps(model, *request.prompt, request.run.lesson.mixture.joint().vocabulary());
}

ProbeResult repair(const Model& model, const ProbeRequest& request) {
  const auto texts = probe_texts(request.run.lesson.mixture, request.questions);
  base::require(!link_names(texts).empty(), "the task names no rows to look at");
  return probe_repair(model, texts, request.threads);
}

ProbeResult overlap(const Model& model, const ProbeRequest& request) {
  const auto first = asked_texts(request.run.lesson.mixture, request.questions);
  const auto second = asked_texts(request.other->lesson.mixture, request.other_questions);
  const bool same = request.other == &request.run;
  Model other(request.other->learner.config(), model::arithmetic::choose_arithmetic());
  if (!same) other.load(train::scored_weights(request.other->learned), request.threads);
  return probe_overlap({model, first}, {same ? model : other, second}, request.threads);
}

ProbeResult errors(const Model& model, const ProbeRequest& request) {
  std::vector<ProbeQuestions> wanted;
  for (const int difficulty : request.difficulties) {
    wanted.push_back(request.questions);
    wanted.back().difficulty = difficulty;
  }
  return probe_errors(model, request.run.lesson.mixture, wanted, request.threads);
}

/// A probe is a pair of files, a row here and a line in tests/lab/command/probe_test.cpp; help,
/// completion and captions follow.
const std::array kinds{
    ProbeKind{.name = "attention",
              .summary =
                  "what heads look at: rows the task names, previous token, induction, by role; "
                  "with --prompt, every head over one text",
              .caption = "Share of a head's attention, mean over questions.",
              .prompt_caption = "Share of a head's attention: a row looks at the columns.",
              .run = attention,
              .own_options = {"prompt"}},
    ProbeKind{
        .name = "patch",
        .summary = "which activations carry a change of the prompt to the answer: residual stream, "
                   "attention, heads, MLP, by layer and named position",
        .caption =
            "What the probability of the changed text's next token gains when one place of the run "
            "on the text is replaced by the same place of the run on the changed text. Random row: "
            "neither changed nor asked.",
        .run = of_pairs<probe_patch>,
        .holds = Holds::pairs_a_thread},
    ProbeKind{
        .name = "paths",
        .summary = "which head or MLP hears of the change from which: path patching",
        .caption =
            "What the probability of the changed text's next token gains when one part hears of "
            "the change from one earlier part alone. Rows send, columns hear.",
        .run = of_pairs<probe_paths>,
        .holds = Holds::pairs_a_thread},
    ProbeKind{
        .name = "repair",
        .summary = "what is gained if a head looks where the task says",
        .caption =
            "What the probability of the token that should follow gains when one head looks where "
            "the task says, and how many wrong tokens that mends.",
        .run = repair,
        .questions = 100,
        .holds = Holds::a_text_a_thread},
    ProbeKind{
        .name = "ablate",
        .summary = "what is lost without a head, an attention layer or an MLP: zeros, mean, "
                   "resample",
        .caption =
            "What the probability of the token that should follow loses when a part writes zeros, "
            "its mean, or what it writes in another text, at all rows.",
        .run = of_asked<probe_ablate>,
        .holds = Holds::all_texts},
    ProbeKind{
        .name = "overlap",
        .summary = "whether two tasks need the same heads: circuits, their overlap beside chance, "
                   "cross ablation",
        .caption =
            "What either task loses without the quarter of the heads that either needs most (they "
            "write their mean).",
        .run = overlap,
        .questions = 200,
        .own_options = {"with", "with-task"},
        .holds = Holds::all_texts},
    ProbeKind{
        .name = "errors",
        .summary = "kinds of mistakes in decoded answers, by difficulty",
        .caption =
            "Share of the answers, decoded greedily, that are right or have one kind of mistake.",
        .run = errors,
        .questions = 500,
        .asks_of = AsksOf::all_scored,
        .holds = Holds::answers},
    ProbeKind{
        .name = "linear",
        .summary = "which labels a linear classifier reads off the residual stream",
        .caption =
            "Accuracy of a linear classifier of the residual stream on held-out questions. Layer 0 "
            "is what the token itself tells.",
        .run = of_labels<probe_linear>,
        .questions = 1000,
        .own_options = {"label"}},
    ProbeKind{
        .name = "lens",
        .summary = "reciprocal rank of named tokens, layers read out as if they were the last",
        .caption = "Mean reciprocal rank of a named token when a layer is read out as if it were "
                   "the last.",
        .run = of_texts<probe_lens>},
    ProbeKind{
        .name = "cohesion",
        .summary = "whether states that share a label are alike (IICG), plain and centred",
        .caption =
            "Mean cosine of states that share a label less that of states that do not; centred: "
            "with the mean state taken away; disjoint: of texts that share no token.",
        .run = of_labels<probe_cohesion>,
        .questions = 1000,
        .own_options = {"label"}},
};

/// Passes are kept of a text as it is, and of it changed, with and without what is put into it.
std::int64_t texts_at_once(Holds holds, const ProbeRequest& request) {
  constexpr std::int64_t as_it_is_and_changed = 2, and_patched = 3;
  const std::int64_t all = request.questions.count, threads = request.threads;
  switch (holds) {
    case Holds::a_text:
    case Holds::answers:
      return 1;
    case Holds::a_text_a_thread:
      return as_it_is_and_changed * std::min(threads, all);
    case Holds::pairs_a_thread:
      return and_patched * std::min<std::int64_t>(chunk_pairs * threads, all);
    case Holds::all_texts:
      return all + threads;
  }
  return 1;
}

}  // namespace

bool ProbeKind::reads(std::string_view option) const {
  return std::ranges::find(own_options, option) != own_options.end();
}

std::span<const ProbeKind> probe_kinds() { return kinds; }

std::vector<std::string> probe_names() {
  std::vector<std::string> names;
  for (const ProbeKind& kind : kinds) names.emplace_back(kind.name);
  return names;
}

std::string probes_that_read(std::string_view option) {
  std::vector<std::string_view> names;
  for (const ProbeKind& kind : kinds) {
    if (kind.reads(option)) names.push_back(kind.name);
  }
  return base::joined(names);
}

const ProbeKind& probe_kind(const std::string& name) {
  const auto found = std::ranges::find(kinds, name, &ProbeKind::name);
  if (found != kinds.end()) return *found;
  const std::vector<std::string> names = probe_names();
  throw base::Error(fmt::format("no probe `{}`{}; there are {}", name,
                                base::did_you_mean(name, names), base::joined(names)),
                    base::ExitCode::wrong_usage);
}

train::MemoryNeed memory_to_probe(const ProbeKind& kind, const ProbeRequest& request) {
  const train::Lesson& lesson = request.run.lesson;
  const tasks::Task& task = lesson.mixture.task(request.questions.part);
  std::int64_t tokens = spec::text_size(task, request.questions.difficulty).tokens;
  if (kind.holds == Holds::answers) {
    for (const int difficulty : request.difficulties) {
      tokens = std::max(tokens, spec::text_size(task, difficulty).tokens);
    }
    return train::memory_to_answer(lesson, tokens, request.threads);
  }
  if (request.prompt) tokens = std::ssize(request.prompt->tokens);
  return train::memory_to_read(lesson, tokens, texts_at_once(kind.holds, request));
}

ProbeResult probe_weights(const ProbeKind& kind, const ProbeRequest& request,
                          const model::layers::Flat<float>& weights) {
  Model model(request.run.learner.config(), model::arithmetic::choose_arithmetic());
  model.load(weights, request.threads);
  ProbeResult result = kind.run(model, request);
  const model::training::TrainingState start =
      request.run.learner.start(request.run.lesson.spec.seed);
  model.load(start.weights, request.threads);
  add_control("untrained", kind.run(model, request), result);
  return result;
}

}  // namespace lab::probe
