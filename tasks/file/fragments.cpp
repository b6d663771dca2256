#include "tasks/file/fragments.h"

#include <set>

namespace tasks::file {
namespace {

using Pieces = std::vector<Fragment>;

Pieces words_in(std::span<const Token> prompt) {
  Pieces pieces;
  for (const Token token : prompt) pieces.push_back(fragment_of(token));
  return pieces;
}

Pieces pairs_in(std::span<const Token> prompt) {
  Pieces pieces;
  for (std::size_t i = 1; i < prompt.size(); ++i) {
    pieces.push_back(fragment_of(prompt[i - 1], prompt[i]));
  }
  return pieces;
}

/// Of all questions of these difficulties, if they are not too many.
std::optional<Pieces> possible(const Questions& questions, Range difficulties,
                               Pieces in(std::span<const Token>)) {
  std::set<Fragment> found;
  for (std::int64_t i = 0; i < questions.size(); ++i) {
    if (!difficulties.contains(questions.difficulty(i))) continue;
    for (const Fragment piece : in(questions.prompt(i))) found.insert(piece);
    if (std::ssize(found) > Fragments::most_listed) return std::nullopt;
  }
  return Pieces(found.begin(), found.end());
}

}  // namespace

SimpleFragments fragments_of(const Questions& questions) {
  const auto word = [&questions](int token) { return questions.vocabulary().name(token); };
  return SimpleFragments(
      {{{"word", "a token of the prompt"},
        words_in,
        [&](Range difficulties) { return possible(questions, difficulties, words_in); },
        [=](Fragment piece) { return word(numbers_of(piece)[0]); }},
       {{"pair", "two tokens of the prompt that follow each other"},
        pairs_in,
        [&](Range difficulties) { return possible(questions, difficulties, pairs_in); },
        [=](Fragment piece) {
          return word(numbers_of(piece)[0]) + " " + word(numbers_of(piece)[1]);
        }}});
}

}  // namespace tasks::file
