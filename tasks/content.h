#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tasks/vocabulary.h"

namespace tasks {

/// What a question is about, in words that questions of other tasks use too. It tells whether two
/// questions are the same, whichever tasks ask them, and owes nothing to their keys: what is held
/// against the other is `lab coverage`.
struct Content {
  std::string kind;                ///< contents of different kinds are never the same
  std::vector<std::string> words;  ///< names of tokens, or what stands for them
  bool any_order = false;  ///< to the task that says so, the same words in another order are the
                           ///< same question
};

/// Kinds that several tasks share; that of any other is the name of its task.
inline constexpr std::string_view list_content = "list", bits_content = "bits",
                                  numbers_content = "numbers", blocks_content = "blocks";

/// The names of tokens. Promise: the vocabulary has them.
std::vector<std::string> words_of(const Vocabulary& vocabulary, std::span<const Token> tokens);

/// Equal for equal contents. `any_order`: the order of words is not looked at, for some task that
/// asks about contents of this kind does not either.
std::uint64_t digest_of(const Content& content, bool any_order);

/// Which questions a task holds to be the same. What one task of a run holds, all of them must:
/// else a question could be trained on as the one task asks it, and be held out as the other does.
struct Sameness {
  bool lists = false;           ///< whatever says a list and the list
  bool any_order = false;       ///< lists of the same items, whatever their order
  bool towers_by_name = false;  ///< of blocks: not even up to renaming are towers built from the
                                ///< table the same, for the task has no other problems

  Sameness operator|(const Sameness& other) const {
    return {lists || other.lists, any_order || other.any_order,
            towers_by_name || other.towers_by_name};
  }
};

}  // namespace tasks
