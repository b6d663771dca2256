#include "tests/tasks/question.h"

#include <sstream>

#include "base/text.h"

namespace tests {

Question question(std::string_view prompt) {
  Question result;
  bool after_equals = false;
  std::istringstream words{std::string(prompt)};
  std::string word;
  words >> word;  // the task
  while (words >> word) {
    if (word == "=") {
      after_equals = true;
    } else {
      (after_equals ? result.query : result.items).push_back(word);
    }
  }
  return result;
}

std::string ended(Words answer) {
  answer.emplace_back(".");
  return base::joined(answer, " ");
}

std::vector<std::pair<std::string, std::string>> marked(const Words& text) {
  std::vector<std::pair<std::string, std::string>> items;
  std::string mark;
  for (const std::string& word : text) {
    if (word.front() == 'h') {
      mark = word;
    } else {
      items.emplace_back(mark, word);
    }
  }
  return items;
}

}  // namespace tests
