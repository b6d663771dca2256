#include "lab/report/task_tokens.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace lab::report {
namespace {

/// A token as it is shown: <i class="item">7</i>.
Html chip(const std::string& kind, const std::string& name) {
  return element("i", {{"class", kind}}, html_text(name)) + html_text(" ");
}

bool is_mark(const std::string& name) {
  return std::ranges::none_of(name, [](unsigned char c) { return std::isalnum(c) || c >= 0x80; });
}

std::string prompt_kind(const std::string& name) {
  if (name.size() > 2 && name.starts_with('<') && name.ends_with('>')) return "task";
  return is_mark(name) ? "mark" : "item";
}

/// Of every token of the answer whether it is written before the answer itself: what the task
/// calls scratchpad.
std::vector<bool> written_before(const tasks::Task& task, const tasks::Example& example) {
  const std::vector<std::string> roles = tasks::annotation_of(task, example).roles;
  std::vector<bool> before(example.answer.size(), false);
  for (std::size_t i = 0; i < before.size(); ++i) {
    const std::size_t row = example.prompt.size() + i;  // that is said one row before
    before[i] = row < roles.size() && roles[row] == "scratchpad";
  }
  return before;
}

/// A name and what belongs to it, or nothing if that is empty.
Html row(const std::string& name, const Html& tokens) {
  if (tokens.code.empty()) return {};
  return element("dt", html_text(name)) + element("dd", {{"class", "tokens"}}, tokens);
}

}  // namespace

Html task_tokens(const tasks::Task& task, const tasks::Example& example) {
  const tasks::Vocabulary& vocabulary = task.vocabulary();
  Html prompt, work, answer;
  for (const tasks::Token token : example.prompt) {
    prompt += chip(prompt_kind(vocabulary.name(token)), vocabulary.name(token));
  }
  const std::vector<bool> before = written_before(task, example);
  for (std::size_t i = 0; i < example.answer.size(); ++i) {
    const std::string& name = vocabulary.name(example.answer[i]);
    if (before[i]) {
      work += chip("work", name);
    } else {
      answer += chip(name == tasks::end_token ? "end" : "answer", name);
    }
  }
  return element("dl", {{"class", "example"}},
                 row("prompt", prompt) + row("scratchpad", work) + row("answer", answer));
}

Html token_legend() {
  const Html kinds = chip("task", "<task>") + html_text("which task it is, ") + chip("item", "7") +
                     html_text("what is asked about, ") + chip("mark", "=") +
                     html_text("a mark between, ") + chip("work", "5") +
                     html_text("scratchpad, written before the answer, ") + chip("answer", "9") +
                     html_text("the answer, ") + chip("end", ".") + html_text("its end.");
  return element("p", {{"class", "tokens"}}, html_text("Tokens: ") + kinds);
}

}  // namespace lab::report
