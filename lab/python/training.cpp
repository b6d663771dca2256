#include "lab/python/training.h"

#include <fmt/format.h>
#include <pybind11/stl.h>

#include <atomic>
#include <csignal>
#include <exception>

#include "base/error.h"
#include "base/stop.h"
#include "lab/python/lesson.h"
#include "lab/python/loaded.h"
#include "lab/store/claim.h"
#include "lab/store/run_folder.h"
#include "lab/train/remarks.h"
#include "lab/train/train_run.h"

namespace lab::python {
namespace {

/// The callback, and what came of it.
class Listener {
 public:
  explicit Listener(py::object callback) : callback_(std::move(callback)) {
    base::require(callback_.is_none() || PyCallable_Check(callback_.ptr()) != 0,
                  "callback: wanted a function of a report");
  }

  /// The state is saved before training ends: what the callback throws waits until then.
  void hear(const train::TrainingReport& report) {
    const py::gil_scoped_acquire acquired;
    try {
      if (callback_.is_none() || failure_) return;
      const py::object answer = callback_(report);
      if (answer.ptr() == Py_False) base::request_stop();
    } catch (const py::error_already_set&) {
      failure_ = std::current_exception();
      base::request_stop();
    }
  }

  bool has_failed() const { return failure_ != nullptr; }

  /// Throws what the callback threw, with a note of where the run stands.
  void rethrow(const std::string& note) const {
    try {
      std::rethrow_exception(failure_);
    } catch (py::error_already_set& error) {
      error.value().attr("add_note")(note);
      throw;
    }
  }

 private:
  py::object callback_;
  std::exception_ptr failure_;
};

/// The lesson, and those of the runs that it starts from looked at: what is wrong with them is told
/// before work.
train::Lesson lesson_to_train(const spec::Spec& spec, const std::filesystem::path& folder) {
  train::Lesson lesson =
      store::is_run(folder) ? train::lesson_of_stored(spec) : train::lesson_of(spec);
  for (const spec::Spec* one = spec.parent.get(); one != nullptr; one = one->parent.get()) {
    train::lesson_of(*one);
  }
  return lesson;
}

/// A request to stop reaches the process, not a training: so there is one at a time.
class OnlyTraining {
 public:
  OnlyTraining() {
    base::require(!taken.exchange(true),
                  "train: this process trains another run just now; one at a time in a process");
  }
  ~OnlyTraining() { taken = false; }
  OnlyTraining(const OnlyTraining&) = delete;
  OnlyTraining& operator=(const OnlyTraining&) = delete;

 private:
  static inline std::atomic<bool> taken = false;
};

struct Outcome {
  train::RunOutcome outcome = train::RunOutcome::done;
  int signal = 0;  ///< that asked for a stop
};

Outcome train_it(const train::Lesson& lesson, const train::RunOptions& options) {
  base::clear_stop();
  Outcome done;
  {
    const base::StopOnSignals signals;
    done.outcome = train::train_run(lesson, options);
    done.signal = base::stop_signal();
  }
  base::clear_stop();
  return done;
}

/// Signals that only stopped the training do now what they do in Python.
void pass_on(const Outcome& done) {
  if (done.outcome != train::RunOutcome::stopped || done.signal == 0) return;
  std::raise(done.signal);
  if (PyErr_CheckSignals() != 0) throw py::error_already_set();
}

/// lab_runs.Run of a folder.
py::object run_of(const std::filesystem::path& folder) {
  return py::module_::import("lab_runs").attr("Run")(python_path(folder));
}

py::object train_spec(const py::object& spec, const spec::Overrides& sets, const py::object& store,
                      std::optional<int> threads, py::object callback) {
  const OnlyTraining only;
  Listener listener(std::move(callback));
  train::RunOptions options{path_text(store), threads_of(threads), {}};
  options.report = [&](const train::TrainingReport& report) { listener.hear(report); };
  const spec::Spec read = spec_of(spec, sets);
  const std::filesystem::path folder = store::run_folder(options.store, read.run.fingerprint);
  std::optional<train::Lesson> lesson;
  {
    const py::gil_scoped_release released;
    lesson = lesson_to_train(read, folder);
  }
  for (const std::string& remark : train::remarks_on(*lesson)) {
    if (PyErr_WarnEx(PyExc_UserWarning, remark.c_str(), 1) != 0) throw py::error_already_set();
  }
  Outcome done;
  {
    const py::gil_scoped_release released;
    done = train_it(*lesson, options);
    if (done.outcome == train::RunOutcome::claimed) {
      throw base::Error(
          fmt::format("another process ({}) works on this run: {}; wait for it, or "
                      "stop it: its state is saved",
                      store::claim_holder(folder).value_or("it just ended"), folder.string()));
    }
  }
  if (listener.has_failed()) {
    listener.rethrow(
        fmt::format("callback of lab_engine.train: the run {} was stopped, its state "
                    "is saved; train it again to go on",
                    folder.string()));
  }
  pass_on(done);
  return run_of(folder);
}

}  // namespace

void add_training(py::module_& module) {
  using train::TrainingReport;
  py::class_<TrainingReport>(module, "Report", "How far a training is.")
      .def_readonly("step", &TrainingReport::step)
      .def_readonly("steps", &TrainingReport::steps)
      .def_readonly("loss", &TrainingReport::loss, "nats per target token, since the last report")
      .def_readonly("accuracy", &TrainingReport::accuracy, "share of target tokens right")
      .def_readonly("gradient_norm", &TrainingReport::gradient_norm, "before clipping")
      .def_readonly("learning_rate", &TrainingReport::learning_rate)
      .def_readonly("tokens_per_second", &TrainingReport::tokens_per_second)
      .def_readonly("seconds_left", &TrainingReport::seconds_left);
  module.def(
      "train", &train_spec, py::arg("spec"), py::arg("set") = spec::Overrides{},
      py::arg("store") = "results/runs", py::arg("threads") = py::none(),
      py::arg("callback") = py::none(),
      "Trains and scores a run as `lab train SPEC` does, to the same bits; goes on where it was\n"
      "interrupted. Gives the lab_runs.Run.\n\n"
      "spec: the path of a file or of a run's folder, or a spec's text; set: as --set path=value.\n"
      "callback(report) is called at every line of the log (train.log_every) and about four times\n"
      "a second; if it returns False the training stops, its state saved; what it raises is "
      "raised\n"
      "when the state is saved. Ctrl-C saves the state, too, and raises KeyboardInterrupt.");
}

}  // namespace lab::python
