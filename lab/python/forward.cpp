#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/parallel.h"
#include "lab/python/trace.h"
#include "lab/train/memory.h"

namespace lab::python {
namespace {

/// What is put in place of an activation, when a stage is filled.
struct Hook {
  std::size_t stage = 0;
  const Activation* activation = nullptr;
  py::object value;  ///< a function or an array
  std::string place;
};

std::size_t index_of(const std::vector<probe::Stage>& stages, const probe::Stage& stage) {
  return static_cast<std::size_t>(std::ranges::find(stages, stage) - stages.begin());
}

/// Mixed hangs on the weights that may be changed before it, and keys on queries, so hooks go in
/// the order of the activations.
std::vector<Hook> hooks_in(const py::object& hooks, const Loaded& model) {
  std::vector<Hook> all;
  if (hooks.is_none()) return all;
  base::require(py::isinstance<py::dict>(hooks),
                "hooks: wanted a dictionary, {name of an activation: function or array}");
  const auto stages = probe::stages_of(model.transformer.config());
  for (const auto& [key, value] : py::reinterpret_borrow<py::dict>(hooks)) {
    base::require(py::isinstance<py::str>(key), "hooks: wanted names of activations as keys");
    const auto name = key.cast<std::string>();
    const Activation& activation = activation_named(model.activations, name, "hooks");
    const std::string place = fmt::format("hooks['{}']", name);
    base::require(activation.can_be_changed(), place,
                  ": can only be read, for nothing is computed from it alone; change what it is "
                  "about, as normed1");
    if (value.is_none()) continue;
    all.push_back({index_of(stages, activation.stage), &activation,
                   py::reinterpret_borrow<py::object>(value), place});
  }
  std::ranges::sort(all, {}, &Hook::stage);
  return all;
}

/// What the function says; what it raises has a note of where it stood.
py::object called(const Hook& hook, const py::object& copy, const HookPlace& place) {
  try {
    return hook.value(copy, place);
  } catch (py::error_already_set& error) {
    error.value().attr("add_note")("raised by " + hook.place + " of lab_engine.Model.forward");
    throw;
  }
}

/// A function may change the copy that it is given, or return another.
void apply(const Hook& hook, Trace* trace) {
  if (PyCallable_Check(hook.value.ptr()) == 0) {
    trace->write(*hook.activation, hook.value, hook.place);
    return;
  }
  const py::object copy = trace->read(*hook.activation);
  const HookPlace place{hook.activation->name, hook.activation->stage.layer, trace->starts()};
  const py::object result = called(hook, copy, place);
  trace->write(*hook.activation, result.is_none() ? copy : result, hook.place);
}

py::slice rows_of(const std::vector<Index>& starts, Index text) {
  base::require(text >= 0 && text + 1 < std::ssize(starts), "text: must be in 0..",
                std::ssize(starts) - 2, ", got ", text);
  const auto at = static_cast<std::size_t>(text);
  return {starts[at], starts[at + 1], 1};
}

py::array_t<Index> starts_of(const std::vector<Index>& starts) {
  return py::array_t<Index>(std::ssize(starts), starts.data());
}

/// The last row of each text.
py::array_t<Index> last_of(const std::vector<Index>& starts) {
  std::vector<Index> last;
  for (std::size_t b = 1; b < starts.size(); ++b) last.push_back(starts[b] - 1);
  return starts_of(last);
}

py::list names_of(const Trace& trace) {
  py::list names;
  for (const Activation& activation : trace.model().activations) names.append(activation.name);
  return names;
}

py::object item(const Trace& trace, const std::string& name) {
  return trace.read(activation_named(trace.model().activations, name, "trace"));
}

void add_hook_place(py::module_& module) {
  py::class_<HookPlace>(module, "Place", "Where in a forward pass a function is called.")
      .def_readonly("name", &HookPlace::name, "of the activation: \"block.0.mixed\"")
      .def_readonly("layer", &HookPlace::layer, "the block; of what comes last how many there are")
      .def_property_readonly(
          "starts", [](const HookPlace& at) { return starts_of(at.starts); },
          "B + 1 row numbers: text b is rows starts[b] .. starts[b + 1] - 1")
      .def(
          "rows", [](const HookPlace& at, Index text) { return rows_of(at.starts, text); },
          py::arg("text"), "the rows of a text, as a slice")
      .def_property_readonly(
          "last", [](const HookPlace& at) { return last_of(at.starts); },
          "B row numbers: the last of each text");
}

}  // namespace

std::shared_ptr<Trace> forward(const std::shared_ptr<const Loaded>& model, const py::object& texts,
                               const py::object& hooks) {
  const auto tokens = texts_in(texts, model->run.lesson.mixture.joint().vocabulary());
  const std::vector<Hook> all = hooks_in(hooks, *model);
  const auto trace = std::make_shared<Trace>(model, tokens);
  std::size_t filled = 0;
  const auto fill_to = [&](std::size_t end) {
    const py::gil_scoped_release released;
    trace->fill(filled, end);
    filled = end;
  };
  for (const Hook& hook : all) {
    if (hook.stage >= filled) fill_to(hook.stage + 1);
    apply(hook, trace.get());
  }
  fill_to(probe::stages_of(model->transformer.config()).size());
  return trace;
}

py::list logits(const std::shared_ptr<const Loaded>& model, const py::object& texts) {
  const auto tokens = texts_in(texts, model->run.lesson.mixture.joint().vocabulary());
  const Index V = model->transformer.config().vocabulary;
  py::list all;
  std::vector<float*> to;
  for (const std::vector<int>& text : tokens) {
    Floats of_text(Shape{std::ssize(text), V});
    to.push_back(of_text.mutable_data());
    all.append(std::move(of_text));
  }
  const py::gil_scoped_release released;
  base::parallel_for(std::ssize(tokens), model->threads, [&](std::int64_t b) {
    const auto at = static_cast<std::size_t>(b);
    model::layers::Batch batch = probe::batch_of(std::span(tokens).subspan(at, 1));
    model->transformer.check(batch);
    for (Index n = 0; n < batch.rows(); ++n) batch.target_rows.push_back(n);
    model::transformer::Trace<float> trace;
    model::layers::AttentionScratch<float> scratch;
    model->transformer.forward(batch, trace, scratch, model::transformer::Keep::outcome);
    for (Index n = 0; n < batch.rows(); ++n) std::copy_n(trace.logits.row(n), V, to[at] + n * V);
  });
  return all;
}

void add_trace(py::module_& module) {
  add_hook_place(module);
  py::class_<Trace, std::shared_ptr<Trace>>(
      module, "Trace",
      "Every activation of a forward pass, a mapping of names to float32 arrays "
      "(Model.names()).\n\n"
      "Rows of all texts lie one below the other, without padding. Every look gives a new array,\n"
      "yours to change; of \"block.L.weights\" a list of arrays, one for each text.")
      .def("__getitem__", &item, py::arg("name"))
      .def("keys", &names_of, "the names, in the order of the pass")
      .def("__iter__", [](const Trace& trace) { return py::iter(names_of(trace)); })
      .def("__len__", [](const Trace& trace) { return trace.model().activations.size(); })
      .def("__contains__",
           [](const Trace& trace, const std::string& name) {
             const auto& all = trace.model().activations;
             return std::ranges::find(all, name, &Activation::name) != all.end();
           })
      .def_property_readonly(
          "starts", [](const Trace& trace) { return starts_of(trace.starts()); },
          "B + 1 row numbers: text b is rows starts[b] .. starts[b + 1] - 1")
      .def(
          "rows", [](const Trace& trace, Index text) { return rows_of(trace.starts(), text); },
          py::arg("text"), "the rows of a text, as a slice")
      .def_property_readonly(
          "last", [](const Trace& trace) { return last_of(trace.starts()); },
          "B row numbers: the last of each text")
      .def(
          "tokens", [](const Trace& trace, Index text) { return array_of(trace.tokens(text)); },
          py::arg("text"), "the token ids of a text")
      .def_property_readonly(
          "logits", [](const Trace& trace) { return item(trace, "logits"); }, "N x V")
      .def("outcome", &Trace::outcome, py::arg("text"), py::arg("token"), py::arg("row") = -1,
           "(probability, reciprocal rank) of a token that may follow a row of a text, the last\n"
           "if none is named, as `lab probe` computes them");
}

}  // namespace lab::python
