#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lab/python/error.h"
#include "lab/spec/spec.h"
#include "lab/train/lesson.h"

namespace lab::python {

/// A lesson as Python holds it: of a spec, or of a run that is open and stays so.
struct SharedLesson {
  std::shared_ptr<const train::Lesson> lesson;

  const train::Lesson* operator->() const { return lesson.get(); }
  const tasks::Vocabulary& vocabulary() const { return lesson->mixture.joint().vocabulary(); }
  /// The part of this name; the main task if there is none.
  std::size_t part(const std::optional<std::string>& task) const;
};

/// A question in the run's own token ids.
struct Question {
  std::string task, pool;
  int difficulty = 0;
  std::vector<int> prompt, answer;
  std::string prompt_text, answer_text;
  std::map<std::string, int> facets;

  /// What a model reads: prompt and answer without its last token, which is only ever predicted.
  std::vector<int> tokens() const;
};

/// A text and another that differs in one place (tasks::Counterfactual).
struct Pair {
  std::vector<int> text, changed;
  int expected = 0, expected_changed = 0;
  std::map<std::string, std::vector<int>> places;  ///< rows by name
};

/// Reads a spec as Python names it: the path of a file or of a run's folder; what has a `{` is the
/// spec's text. `sets`: as --set.
spec::Spec spec_of(const py::object& spec, const spec::Overrides& sets);

/// A path, or what has one (os.PathLike), as the system writes it; and the other way round.
std::string path_text(const py::object& path);
py::object python_path(const std::filesystem::path& path);

/// Lesson, Question and Pair as Python sees them, and lesson().
void add_lesson(py::module_& module);

}  // namespace lab::python
