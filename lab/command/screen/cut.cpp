#include "lab/command/screen/cut.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"

namespace lab::command::screen {
namespace {

std::string last_letters(const std::string& text, std::size_t most) {
  std::size_t begin = text.size();
  for (std::size_t left = most; left > 0 && begin > 0;) {
    if (base::begins_letter(text[--begin])) --left;
  }
  return text.substr(begin);
}

}  // namespace

std::string cut_in_the_middle(const std::string& text, std::size_t most) {
  if (base::letters(text) <= most) return text;
  if (most < 2) return base::first_letters(text, most);
  const std::size_t first = (most - 1) / 3;  // names differ towards their ends
  return base::first_letters(text, first) + "…" + last_letters(text, most - 1 - first);
}

std::set<std::string> shared_words(std::span<const std::string> names) {
  if (names.size() < 2) return {};
  std::set<std::string> shared;
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::set<std::string> words;
    for (const std::string& word : base::split(names[i], ' ')) {
      if (i == 0 || shared.contains(word)) words.insert(word);
    }
    shared = std::move(words);
  }
  return shared;
}

std::string short_name(const std::string& name, const std::set<std::string>& shared,
                       std::size_t most) {
  if (base::letters(name) <= most || shared.empty()) return cut_in_the_middle(name, most);
  std::vector<std::string> words = base::split(name, ' ');
  std::erase_if(words, [&](const std::string& word) { return shared.contains(word); });
  return cut_in_the_middle(words.empty() ? name : base::joined(words, " "), most);
}

std::string padded(const std::string& text, std::size_t letters) {
  return text + std::string(letters - std::min(letters, base::letters(text)), ' ');
}

}  // namespace lab::command::screen
