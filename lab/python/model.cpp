#include "lab/python/model.h"

#include <pybind11/stl.h>

#include <algorithm>

#include "base/error.h"
#include "base/statistics.h"
#include "lab/probe/kinds.h"
#include "lab/python/lesson.h"
#include "lab/python/trace.h"
#include "lab/questions/prompt.h"
#include "lab/train/answers.h"
#include "lab/train/memory.h"
#include "lab/train/scoring.h"
#include "model/transformer/decode.h"

namespace lab::python {
namespace {

/// A run that is open, as Python holds it.
struct Model {
  std::shared_ptr<const Loaded> loaded;

  const Loaded* operator->() const { return loaded.get(); }
  const model::layers::TransformerConfig& config() const { return loaded->transformer.config(); }
  SharedLesson lesson() const {
    return {std::shared_ptr<const train::Lesson>(loaded, &loaded->run.lesson)};
  }
};

Model open(const py::object& run, const py::object& store, std::optional<std::int64_t> step,
           std::optional<int> threads) {
  const std::string text = path_text(run), in = path_text(store);
  const py::gil_scoped_release released;
  return {load(in, text, step, threads)};
}

py::tuple shape_of(const Model& model, const Activation& activation) {
  const auto& config = model.config();
  switch (activation.layout) {
    case Layout::numbers:
      return py::make_tuple("N");
    case Layout::weights:
      return py::make_tuple(config.heads, "T", "T");
    case Layout::heads:
      return py::make_tuple("N", config.heads, config.width / config.heads);
    case Layout::rows:
      break;
  }
  return py::make_tuple("N", columns_of(activation, config));
}

py::dict names_of(const Model& model) {
  py::dict names;
  for (const Activation& activation : model->activations) {
    names[py::str(activation.name)] = shape_of(model, activation);
  }
  return names;
}

py::list decode(const Model& model, const py::object& prompts, int limit) {
  const tasks::Vocabulary& words = model->run.lesson.mixture.joint().vocabulary();
  const auto read = texts_in(prompts, words);
  base::require(limit >= 1, "limit: wanted at least one token, got ", limit);
  std::int64_t longest = 0;
  std::vector<int> limits;
  for (std::size_t b = 0; b < read.size(); ++b) {
    const auto tokens = std::ssize(read[b]);
    const bool fits = !has_position_table(model.config().positions) ||
                      tokens + limit - 1 <= model.config().max_positions;
    base::require(fits, "limit: prompts[", b, "] has ", tokens, " tokens, and of ",
                  model.config().max_positions,
                  " positions (model.max_positions) too few are left ", "for ", limit, " more");
    longest = std::max<std::int64_t>(longest, tokens + limit);
    limits.push_back(limit);
  }
  std::vector<std::vector<int>> answers;
  {
    const py::gil_scoped_release released;
    train::require_memory(train::memory_to_answer(model->run.lesson, longest, model->threads),
                          base::ExitCode::bad_data);
    answers = model::transformer::decode(model->transformer, read, limits,
                                         words.id(tasks::end_token), model->threads);
  }
  py::list all;
  for (const std::vector<int>& answer : answers) all.append(array_of(answer));
  return all;
}

py::dict ask(const Model& model, const std::string& text, const std::optional<std::string>& task) {
  const train::Mixture& mixture = model->run.lesson.mixture;
  const std::size_t part = model.lesson().part(task);
  const std::vector<tasks::Token> own = questions::prompt_in(text, mixture.task(part));
  const std::int64_t tokens = std::ssize(own) + mixture.task(part).answer_limit(own);
  train::require_memory(train::memory_to_answer(model->run.lesson, tokens, 1),
                        base::ExitCode::bad_data);
  const train::Answer answer =
      train::answer_to(own, mixture, part, train::decoded_by(model->transformer, 1));
  const std::vector<int> prompt = mixture.joint().to_joint(part, own);
  const tasks::Vocabulary& words = mixture.joint().vocabulary();
  py::dict said;
  said["prompt"] = words.text(prompt);
  said["answer"] = words.text(answer.joint);
  said["solved"] = answer.judged ? py::object(py::bool_(answer.solved)) : py::none();
  said["prompt_tokens"] = array_of(prompt);
  said["answer_tokens"] = array_of(answer.joint);
  return said;
}

/// A cell of a probe's table.
py::dict cell_of(const probe::ProbeCell& cell, const probe::ProbeResult& result) {
  py::dict row;
  row["measure"] = cell.measure;
  row["row"] = cell.row;
  row["column"] = cell.column;
  row["value"] = cell.value.middle;
  row["low"] = cell.value.low;
  row["high"] = cell.value.high;
  for (std::size_t c = 0; c < cell.controls.size(); ++c) {
    row[py::str(result.controls[c])] = cell.controls[c];
  }
  row["questions"] = cell.questions;
  return row;
}

py::list probe_run(const Model& model, const std::string& name,
                   const std::optional<std::string>& pool, std::optional<int> difficulty,
                   std::optional<int> count, const std::optional<std::string>& task) {
  const train::TrainedRun& run = model->run;
  const probe::ProbeKind& kind = probe::probe_kind(name);
  const std::size_t part = model.lesson().part(task);
  probe::ProbeRequest request{run,
                              probe::usual_questions_of(run.lesson, part),
                              run.lesson.spec.score.difficulties,
                              {},
                              {},
                              model->threads};
  if (pool) request.questions.pool = tasks::pool_named(*pool);
  tasks::require_pool(run.lesson.mixture.task(part), request.questions.pool);
  request.questions.difficulty = difficulty.value_or(request.questions.difficulty);
  tasks::require_difficulty(run.lesson.mixture.task(part), request.questions.difficulty);
  request.questions.count = count.value_or(kind.questions);
  base::require(request.questions.count >= 2, "count: must be at least 2, got ",
                request.questions.count);
  if (difficulty || part != 0) request.difficulties = {request.questions.difficulty};
  request.other = &run;
  request.other_questions = request.questions;
  probe::ProbeResult result;
  {
    const py::gil_scoped_release released;
    train::require_memory(probe::memory_to_probe(kind, request), base::ExitCode::bad_data);
    result = probe::probe_weights(kind, request, train::scored_weights(run.learned));
  }
  py::list rows;
  for (const probe::ProbeCell& cell : result.cells) rows.append(cell_of(cell, result));
  return rows;
}

void add_shape(py::class_<Model>& model) {
  model.def_property_readonly("folder", [](const Model& m) { return python_path(m->folder); })
      .def_property_readonly(
          "step", [](const Model& m) { return m->run.learned.step; }, "of the checkpoint")
      .def_property_readonly("lesson", &Model::lesson)
      .def_property_readonly("threads", [](const Model& m) { return m->threads; })
      .def_property_readonly(
          "width", [](const Model& m) { return m.config().width; }, "C")
      .def_property_readonly(
          "heads", [](const Model& m) { return m.config().heads; }, "H")
      .def_property_readonly(
          "hidden", [](const Model& m) { return m.config().hidden; }, "F")
      .def_property_readonly(
          "layers", [](const Model& m) { return m.config().layers(); },
          "L: blocks that a row goes through, those gone through again counted again")
      .def("names", &names_of,
           "{name: shape} of every activation, in the order of a pass. N: rows of all texts; T:\n"
           "tokens of a text, each of which has weights of its own.")
      .def("__repr__", [](const Model& m) {
        return "<Model " + m->run.lesson.spec.fingerprint + " step " +
               std::to_string(m->run.learned.step) + ": " + m->run.lesson.spec.name + ">";
      });
}

void add_mean(py::module_& module) {
  module.def(
      "mean_t",
      [](const std::vector<double>& values) {
        base::require(!values.empty(), "mean_t: wanted at least one value, found none");
        const base::Estimate mean = base::mean_t(values);
        return std::tuple(mean.middle, mean.low, mean.high);
      },
      py::arg("values"),
      "(mean, low, high): with its 95 % t interval, as `lab probe` has it of questions, to the "
      "bit");
}

}  // namespace

void add_model(py::module_& module) {
  py::class_<Model> model(module, "Model", "A trained run, ready to be asked and looked into.");
  add_shape(model);
  const auto none = py::none();
  model
      .def(
          "forward",
          [](const Model& m, const py::object& texts, const py::object& hooks) {
            return forward(m.loaded, texts, hooks);
          },
          py::arg("texts"), py::arg("hooks") = none,
          "A forward pass with every activation: a Trace.\n\n"
          "texts: a list, each token ids, a string of tokens or a question.\n"
          "hooks: {name: function or array}. function(array, place) is called when the activation\n"
          "is filled and nobody has read it; it may change the array, or return another of its\n"
          "shape; with that the pass goes on.")
      .def(
          "logits", [](const Model& m, const py::object& texts) { return logits(m.loaded, texts); },
          py::arg("texts"), "the logits alone, an array (T, V) for each text")
      .def("decode", &decode, py::arg("prompts"), py::arg("limit"),
           "greedy continuations of at most `limit` tokens, each up to its end token")
      .def("ask", &ask, py::arg("prompt"), py::arg("task") = none,
           "what `lab ask` says: {prompt, answer, solved, prompt_tokens, answer_tokens}")
      .def("probe", &probe_run, py::arg("name"), py::arg("pool") = none,
           py::arg("difficulty") = none, py::arg("count") = none, py::arg("task") = none,
           "the rows of the table of `lab probe RUN NAME`, unrounded, as dictionaries");
  add_mean(module);
  module.def("open", &open, py::arg("run"), py::arg("store") = "results/runs",
             py::arg("step") = none, py::arg("threads") = none,
             "Opens a run: its folder, its fingerprint or the beginning of it. Not given: the\n"
             "newest checkpoint, all cores.");
}

}  // namespace lab::python
