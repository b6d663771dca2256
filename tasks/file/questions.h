#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "tasks/capabilities.h"
#include "tasks/file/line.h"
#include "tasks/vocabulary.h"

namespace tasks::file {

/// Questions that somebody wrote down, as they were read: plain data. About 4 bytes a token and 75
/// a question. Immutable, safe to share between threads.
class Questions {
 public:
  std::int64_t size() const { return std::ssize(entries_); }
  TextTokens text_tokens() const { return text_tokens_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }

  // Of a question, 0 .. size() - 1, in the order of their lines.
  Pool pool(std::int64_t question) const { return entry(question).pool; }
  int difficulty(std::int64_t question) const { return entry(question).difficulty; }
  std::uint64_t key(std::int64_t question) const { return entry(question).key; }
  std::span<const Token> prompt(std::int64_t question) const;
  std::int64_t answers(std::int64_t question) const { return entry(question).answers; }  ///< >= 1
  std::span<const Token> answer(std::int64_t question, std::int64_t which = 0) const;
  std::string place(std::int64_t question) const;  ///< "pairs.jsonl:7"

  /// The same names for every question, by the alphabet.
  const std::vector<std::string>& facet_names() const { return facet_names_; }
  int facet(std::int64_t question, std::size_t name) const;

  /// A question that has this prompt; of several, which have the same answers, the one of this
  /// difficulty if there is one.
  std::optional<std::int64_t> find(std::span<const Token> prompt, int difficulty = 0) const;

  /// Calls visit(token) for each token of a question and of its answers.
  template <typename Visit>
  void each_token(std::int64_t question, const Visit& visit) const {
    const std::int64_t first = entry(question).first_text;
    for (std::int64_t which = first; which <= first + answers(question); ++which) {
      for (const Token token : text(which)) visit(token);
    }
  }

  /// The first question that has such a token, and the token.
  template <typename IsSuch>
  std::optional<std::pair<std::int64_t, Token>> first_with(const IsSuch& is_such) const {
    for (std::int64_t i = 0; i < size(); ++i) {
      std::optional<Token> found;
      each_token(i, [&](Token token) {
        if (!found && is_such(token)) found = token;
      });
      if (found) return std::pair(i, *found);
    }
    return std::nullopt;
  }

  /// The most right answers that a question has.
  std::int64_t most_answers() const { return most_answers_; }

  /// The longest text of each pool and difficulty that has a question.
  const std::map<std::pair<Pool, int>, TextSize>& longest() const { return longest_; }

  /// In memory, but for the vocabulary.
  std::int64_t bytes() const;

  /// Lines that said what a line before them had said.
  std::int64_t repeats() const { return repeats_; }

 private:
  friend class QuestionsBuilder;
  struct Entry {
    std::uint64_t key = 0;
    std::int64_t first_text = 0;  ///< its prompt, which its answers follow
    std::int32_t answers = 0;
    std::int32_t line = 0;
    std::int32_t difficulty = 1;
    Pool pool = Pool::train;
    std::uint8_t file = 0;
  };

  struct Digested {
    std::uint64_t digest = 0;
    std::int64_t question = 0;
  };

  const Entry& entry(std::int64_t question) const {
    return entries_[static_cast<std::size_t>(question)];
  }
  std::span<const Token> text(std::int64_t which) const;

  TextTokens text_tokens_ = TextTokens::words;
  Vocabulary vocabulary_{{}};
  std::vector<std::string> files_;
  std::vector<Entry> entries_;
  std::vector<Token> tokens_;             ///< of all texts
  std::vector<std::int64_t> text_begin_;  ///< in tokens_; one more than there are texts
  std::vector<std::string> facet_names_;
  std::vector<int> facets_;          ///< of each question all
  std::vector<Digested> by_digest_;  ///< of prompts, rising
  std::map<std::pair<Pool, int>, TextSize> longest_;
  std::int64_t most_answers_ = 1, repeats_ = 0;
};

}  // namespace tasks::file
