#include "tasks/content.h"

#include <algorithm>
#include <functional>

namespace tasks {

std::vector<std::string> words_of(const Vocabulary& vocabulary, std::span<const Token> tokens) {
  std::vector<std::string> words;
  words.reserve(tokens.size());
  for (const Token token : tokens) words.push_back(vocabulary.name(token));
  return words;
}

std::uint64_t digest_of(const Content& content, bool any_order) {
  std::vector<std::string> words = content.words;
  if (any_order) std::ranges::sort(words);
  std::string text = content.kind;
  for (const std::string& word : words) text.append(1, '\n').append(word);
  return std::hash<std::string>{}(text);
}

}  // namespace tasks
