#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tasks/pool_names.h"

namespace tasks::file {

/// What the tokens of a text are.
enum class TextTokens {
  words,       ///< apart by white space
  characters,  ///< each letter of UTF-8
};
/// In order; specs write them in capitals.
constexpr auto names_of(TextTokens) {
  return std::to_array<std::string_view>({"words", "characters"});
}

/// The names of a text's tokens. Of characters a name is the letter itself, but for those that no
/// name can be: "␣", "\t", "\n", ... for white space, and "\." for a full stop, which is the end
/// token's. Borrows the text.
std::vector<std::string_view> token_names(std::string_view text, TextTokens tokens);

/// One question as a line of a file says it.
struct Line {
  std::string prompt;
  std::vector<std::string> answers;  ///< all right; the first is what is trained on
  bool exported = false;             ///< answers are whole: no end token is added to them
  std::optional<Pool> pool;          ///< nothing: shared out by key
  std::optional<int> difficulty;     ///< nothing: 1
  std::optional<std::uint64_t> key;  ///< nothing: of the prompt
  std::map<std::string, int> facets;
};

}  // namespace tasks::file
