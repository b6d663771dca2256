#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "tasks/vocabulary.h"

namespace tasks {

/// Whether a token that names its place stands before every item (Zhou et al. 2023, 2310.16028:
/// "index hints").
enum class IndexHints { off, on };
/// In order; specs write them in capitals.
constexpr auto names_of(IndexHints) { return std::to_array<std::string_view>({"off", "on"}); }

/// The hints "h0" .. "h<H - 1>" of a task: ids first .. first + H - 1. A question uses a run of
/// them, one hint after the other modulo H from a random start, so that no hint tells the length
/// and short questions train the hints of long ones.
struct HintTokens {
  Token first = 0;  ///< id of "h0"
  int count = 0;    ///< H, at least the most items a question has; 0: no hints

  bool on() const { return count > 0; }
  /// The hint `steps` >= 0 places after `hint`.
  Token after(Token hint, std::int64_t steps) const {
    return first + static_cast<Token>((hint - first + steps) % count);
  }
};

/// Appends the names of the hints: the ids given must be theirs.
void append_names(const HintTokens& hints, std::vector<std::string>& names);

/// Where a question's run of hints starts, uniform; `first` (never read) if there are none.
Token random_start(const HintTokens& hints, base::Random& random);

/// "h<start> item h<start + 1> item ..."; the items alone if there are no hints.
std::vector<Token> with_hints(const HintTokens& hints, Token start, std::span<const Token> items);

/// What with_hints wrote.
struct HintedItems {
  std::vector<Token> items;  ///< any tokens
  Token start = 0;           ///< the first hint
};

/// Inverse of with_hints. Nothing if a hint is missing or out of its place, if there are more items
/// than hints, or if there is no item.
std::optional<HintedItems> without_hints(const HintTokens& hints, std::span<const Token> text);

/// The items of "<opening> items <closing>", with hints or without; nothing if a prompt has not
/// this form.
std::optional<HintedItems> items_between(Token opening, Token closing, const HintTokens& hints,
                                         std::span<const Token> prompt);

}  // namespace tasks
