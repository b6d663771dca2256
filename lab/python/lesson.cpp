#include "lab/python/lesson.h"

#include <pybind11/stl.h>

#include "base/error.h"
#include "lab/probe/texts.h"
#include "lab/python/arrays.h"
#include "lab/train/training_data.h"
#include "tasks/different.h"

namespace lab::python {
namespace {

using Name = std::optional<std::string>;

int difficulty_of(const SharedLesson& lesson, std::size_t part, std::optional<int> wanted) {
  const int difficulty = wanted.value_or(lesson->mixture.part(part).difficulty.high);
  tasks::require_difficulty(lesson->mixture.task(part), difficulty);
  return difficulty;
}

tasks::Pool pool_of(const SharedLesson& lesson, std::size_t part, const std::string& name) {
  const tasks::Pool pool = tasks::pool_named(name);
  tasks::require_pool(lesson->mixture.task(part), pool);
  return pool;
}

void require_count(std::int64_t count) {
  base::require(count >= 1 && count <= 100'000'000, "count: must be in 1..100000000, got ", count);
}

/// `own`: in the task's tokens.
Question question_of(const SharedLesson& lesson, std::size_t part, tasks::Pool pool,
                     const tasks::Example& own) {
  const tasks::Task& task = lesson->mixture.task(part);
  const tasks::JointVocabulary& joint = lesson->mixture.joint();
  return {lesson->mixture.part(part).name,
          std::string(tasks::name(pool)),
          own.difficulty,
          joint.to_joint(part, own.prompt),
          joint.to_joint(part, own.answer),
          task.vocabulary().text(own.prompt),
          task.vocabulary().text(own.answer),
          task.facets(own)};
}

std::vector<Question> questions(const SharedLesson& lesson, const std::string& pool,
                                std::optional<int> difficulty, std::int64_t count, const Name& task,
                                std::optional<std::uint64_t> seed) {
  require_count(count);
  const std::size_t part = lesson.part(task);
  const tasks::Pool wanted = pool_of(lesson, part, pool);
  const std::uint64_t usual =
      wanted == tasks::Pool::train ? lesson->spec.data_seed : lesson->spec.score_seed;
  std::vector<Question> all;
  for (const tasks::Example& own : tasks::different_examples(
           lesson->mixture.task(part), wanted, difficulty_of(lesson, part, difficulty),
           seed.value_or(usual), count)) {
    all.push_back(question_of(lesson, part, wanted, own));
  }
  return all;
}

/// The examples of the training stream, as they come.
std::vector<Question> training(const SharedLesson& lesson, std::int64_t count,
                               std::uint64_t first) {
  require_count(count);
  std::vector<Question> all;
  for (std::uint64_t index = first; index < first + static_cast<std::uint64_t>(count); ++index) {
    const train::Draw draw = train::training_draw(*lesson.lesson, index);
    all.push_back(question_of(lesson, draw.part, tasks::Pool::train,
                              tasks::example_at(lesson->mixture.task(draw.part), tasks::Pool::train,
                                                draw.difficulty, lesson->spec.data_seed, index)));
  }
  return all;
}

std::vector<Pair> pairs(const SharedLesson& lesson, const Name& pool, std::optional<int> difficulty,
                        std::int64_t count, const Name& task) {
  require_count(count);
  const std::size_t part = lesson.part(task);
  probe::ProbeQuestions wanted = probe::usual_questions_of(*lesson.lesson, part);
  if (pool) wanted.pool = pool_of(lesson, part, *pool);
  wanted.difficulty = difficulty_of(lesson, part, difficulty);
  wanted.count = static_cast<int>(count);
  std::vector<Pair> all;
  for (const tasks::Counterfactual& pair : probe::probe_pairs(lesson->mixture, wanted)) {
    Pair& one =
        all.emplace_back(Pair{pair.text, pair.changed, pair.expected, pair.expected_changed, {}});
    for (const tasks::Place& place : pair.places) one.places[place.name] = place.rows;
  }
  return all;
}

std::vector<std::string> task_names(const SharedLesson& lesson) {
  std::vector<std::string> names;
  for (std::size_t part = 0; part < lesson->mixture.size(); ++part) {
    names.push_back(lesson->mixture.part(part).name);
  }
  return names;
}

std::vector<std::string> pool_names(const SharedLesson& lesson, const Name& task) {
  std::vector<std::string> names;
  for (const tasks::Pool pool : tasks::pools_of(lesson->mixture.task(lesson.part(task)))) {
    names.emplace_back(tasks::name(pool));
  }
  return names;
}

std::string text_of_tokens(const SharedLesson& lesson, const py::object& tokens) {
  return lesson.vocabulary().text(tokens_in(tokens, lesson.vocabulary(), "tokens"));
}

bool solves(const SharedLesson& lesson, const py::object& prompt, const py::object& answer,
            const Name& task) {
  const std::size_t part = lesson.part(task);
  const tasks::JointVocabulary& joint = lesson->mixture.joint();
  const auto own = [&](const py::object& text, const char* place) {
    return joint.to_own(part, tokens_in(text, lesson.vocabulary(), place));
  };
  return lesson->mixture.task(part).solves(own(prompt, "prompt"), own(answer, "answer"));
}

void add_question(py::module_& module) {
  py::class_<Question>(module, "Question",
                       "A question with a right answer, in the run's token ids.")
      .def_readonly("task", &Question::task)
      .def_readonly("pool", &Question::pool)
      .def_readonly("difficulty", &Question::difficulty)
      .def_readonly("prompt_text", &Question::prompt_text)
      .def_readonly("answer_text", &Question::answer_text)
      .def_readonly("facets", &Question::facets, "named whole numbers of the question")
      .def_property_readonly("prompt", [](const Question& q) { return array_of(q.prompt); })
      .def_property_readonly("answer", [](const Question& q) { return array_of(q.answer); })
      .def_property_readonly(
          "tokens", [](const Question& q) { return array_of(q.tokens()); },
          "what a model reads: prompt and answer, without the last token, which is only predicted")
      .def("__repr__", [](const Question& q) {
        return "<Question " + q.task + " " + q.pool + "/" + std::to_string(q.difficulty) + ": " +
               q.prompt_text + " " + q.answer_text + ">";
      });
  py::class_<Pair>(module, "Pair",
                   "A text and another of its length that differs from it in one place alone.")
      .def_property_readonly("text", [](const Pair& pair) { return array_of(pair.text); })
      .def_property_readonly("changed", [](const Pair& pair) { return array_of(pair.changed); })
      .def_readonly("expected", &Pair::expected, "the token that should follow `text`")
      .def_readonly("expected_changed", &Pair::expected_changed, "that after `changed`")
      .def_readonly("places", &Pair::places, "{name: rows}, as `lab probe patch` calls them");
}

void add_lesson_class(py::module_& module) {
  const auto none = py::none();
  const py::call_guard<py::gil_scoped_release> released;
  py::class_<SharedLesson>(module, "Lesson", "A spec held against its tasks, which are made.")
      .def_property_readonly("name", [](const SharedLesson& l) { return l->spec.name; })
      .def_property_readonly("fingerprint",
                             [](const SharedLesson& l) { return l->spec.fingerprint; })
      .def_property_readonly(
          "spec", [](const SharedLesson& l) { return l->spec.text; }, "its canonical text")
      .def_property_readonly("tasks", &task_names, "the main task, then the hints")
      .def_property_readonly(
          "vocabulary", [](const SharedLesson& l) { return l.vocabulary().names(); },
          "the tokens, by id")
      .def("pools", &pool_names, py::arg("task") = none)
      .def("questions", &questions, released, py::arg("pool") = "test",
           py::arg("difficulty") = none, py::arg("count") = 10, py::arg("task") = none,
           py::arg("seed") = none,
           "Different questions of a pool, as `lab sample SPEC --pool P` shows them; fewer if it\n"
           "has no more. Not given: the hardest difficulty trained on, the main task, the spec's\n"
           "seed.")
      .def("training", &training, released, py::arg("count") = 10, py::arg("first") = 0,
           "what the run is trained on, from example `first` of its stream on")
      .def("pairs", &pairs, released, py::arg("pool") = none, py::arg("difficulty") = none,
           py::arg("count") = probe::ProbeQuestions{}.count, py::arg("task") = none,
           "the pairs that `lab probe patch` patches, with its defaults")
      .def(
          "tokens",
          [](const SharedLesson& l, const py::object& text) {
            return array_of(tokens_in(text, l.vocabulary(), "text"));
          },
          py::arg("text"), "the ids of \"<sort> 3 1 2 =\"")
      .def("text", &text_of_tokens, py::arg("tokens"), "the tokens of ids, with spaces between")
      .def("solves", &solves, py::arg("prompt"), py::arg("answer"), py::arg("task") = none,
           "what the judge says of an answer, its end token included");
}

}  // namespace

std::size_t SharedLesson::part(const std::optional<std::string>& task) const {
  return task ? lesson->mixture.index_of(*task) : 0;
}

std::vector<int> Question::tokens() const {
  std::vector<int> all = prompt;
  all.insert(all.end(), answer.begin(), answer.end() - 1);
  return all;
}

std::string path_text(const py::object& path) {
  return py::module_::import("os").attr("fsencode")(path).cast<std::string>();
}

py::object python_path(const std::filesystem::path& path) {
  return py::module_::import("os").attr("fsdecode")(py::bytes(path.string()));
}

spec::Spec spec_of(const py::object& spec, const spec::Overrides& sets) {
  const std::string text = path_text(spec);
  const py::gil_scoped_release released;
  if (text.find('{') != text.npos) return spec::parse_spec(text, "spec", ".", sets);
  std::error_code ignored;
  const std::filesystem::path path = text;
  const bool folder = std::filesystem::is_directory(path, ignored);
  return spec::read_spec(folder ? path / "spec.textproto" : path, sets);
}

void add_lesson(py::module_& module) {
  add_question(module);
  add_lesson_class(module);
  module.def(
      "lesson",
      [](const py::object& spec, const spec::Overrides& sets) {
        const spec::Spec read = spec_of(spec, sets);
        const py::gil_scoped_release released;
        return SharedLesson{std::make_shared<const train::Lesson>(train::lesson_of(read))};
      },
      py::arg("spec"), py::arg("set") = spec::Overrides{},
      "The lesson of a spec: the path of its file, or its text; `set` as --set path=value.");
  module.def(
      "fields", [](const py::object& spec) { return spec_of(spec, {}).filled; }, py::arg("spec"),
      "{path: value} of every field of a spec, or of a run's, that is set or has a default");
}

}  // namespace lab::python
