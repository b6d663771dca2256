#include "base/version.h"
#include "lab/python/error.h"
#include "lab/python/lesson.h"
#include "lab/python/model.h"
#include "lab/python/trace.h"
#include "lab/python/training.h"

PYBIND11_MODULE(lab_engine, module) {
  namespace python = lab::python;
  module.doc() =
      "The engine of `lab` in Python: specs, pools, training, and models that are looked into.\n\n"
      "  run = lab_engine.train(\"smoke.textproto\", store=\"runs\")\n"
      "  model = lab_engine.open(run)\n"
      "  trace = model.forward(model.lesson.questions(\"test\", count=300))\n"
      "  trace[\"block.0.mixed\"]                                   # N x H x D\n"
      "  def without(mixed, place):\n"
      "      mixed[:, 1] = 0\n"
      "  model.forward([\"<sort> 3 1 2 =\"], {\"block.0.mixed\": without}).logits";
  module.attr("__version__") = std::string(base::version);
  python::add_error(module);
  python::add_lesson(module);
  python::add_trace(module);
  python::add_model(module);
  python::add_training(module);
}
