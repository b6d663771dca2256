#include "lab/spec/reference/task_text.h"

#include <catch2/catch.hpp>

#include "base/random.h"
#include "lab/spec/spec.h"
#include "lab/train/lesson.h"
#include "tasks/catalog/catalog.h"

namespace lab::spec::reference {
namespace {

TEST_CASE("what a spec says to have a task of the catalog makes that task") {
  for (const tasks::catalog::CatalogEntry& entry : tasks::catalog::catalog()) {
    const std::string text = task_text(entry.config);
    INFO(entry.name << ": " << text);
    const train::Lesson lesson =
        train::lesson_of(parse_spec(text + " train { steps: 1000 }", entry.name, "."));
    const tasks::Task& made = lesson.mixture.task(0);
    const auto wanted = tasks::catalog::make_task(entry.config);
    CHECK(lesson.mixture.part(0).name == entry.name);
    const int difficulty = std::min(wanted->difficulties().high, made.difficulties().high);
    base::Random one(1, "task text"), other(1, "task text");
    const tasks::Example a = made.sample(difficulty, one), b = wanted->sample(difficulty, other);
    CHECK(made.vocabulary().text(a.prompt) == wanted->vocabulary().text(b.prompt));
    CHECK(made.vocabulary().text(a.answer) == wanted->vocabulary().text(b.answer));
  }
}

}  // namespace
}  // namespace lab::spec::reference
