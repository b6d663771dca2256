#include "lab/report/gallery.h"

#include <catch2/catch.hpp>

#include "lab/report/task_tokens.h"
#include "tasks/catalog/catalog.h"
#include "tasks/composition/composition.h"

namespace lab::report {
namespace {

int count(const std::string& text, const std::string& part) {
  int times = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++times;
  return times;
}

std::string tokens_of(const tasks::catalog::TaskConfig& config, const std::string& prompt,
                      const std::string& answer) {
  const auto task = tasks::catalog::make_task(config);
  return task_tokens(*task,
                     {task->vocabulary().tokens(prompt), task->vocabulary().tokens(answer), 0})
      .code;
}

}  // namespace

TEST_CASE("tokens of a question are told apart by kind") {
  CHECK(tokens_of(tasks::lists::Sorting::Config{}, "<sort> 7 3 =", "3 7 .") ==
        "<dl class=\"example\"><dt>prompt</dt><dd class=\"tokens\">"
        "<i class=\"task\">&lt;sort&gt;</i> <i class=\"item\">7</i> <i class=\"item\">3</i> "
        "<i class=\"mark\">=</i> </dd><dt>answer</dt><dd class=\"tokens\">"
        "<i class=\"answer\">3</i> <i class=\"answer\">7</i> <i class=\"end\">.</i> </dd></dl>");
}

TEST_CASE("what a task writes before its answer stands apart from it") {
  tasks::composition::Composition::Config config;
  config.scratchpad = tasks::composition::Scratchpad::bridges;
  const auto task = tasks::catalog::make_task(config);
  base::Random random(1, "test", 0);
  const std::string page = task_tokens(*task, task->sample(task->difficulties().low, random)).code;
  CHECK(count(page, "<dt>scratchpad</dt>") == 1);
  CHECK(count(page, "class=\"work\"") == 1);
  CHECK(count(page, "class=\"answer\"") == 1);
}

TEST_CASE("the gallery has every task of the catalog, and says which is not measured") {
  const std::string page = gallery({}).code;
  const auto& all = tasks::catalog::catalog();
  CHECK(count(page, "<article ") == static_cast<int>(all.size()));
  CHECK(count(page, "Not yet measured here.") == static_cast<int>(all.size()));
  for (const auto& entry : all) {
    INFO(entry.name);
    CHECK(count(page, "<article id=\"task/" + entry.name + "\">") == 1);
  }
  CHECK(count(page, "looked at (attention): copies, minimum, successor") == 1);
  CHECK(count(page, "<strong>Probes look for </strong>") == static_cast<int>(all.size()));
}

}  // namespace lab::report
