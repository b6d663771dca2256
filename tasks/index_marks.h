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
enum class IndexMarks { off, on };
/// In order; specs write them in capitals.
constexpr auto names_of(IndexMarks) { return std::to_array<std::string_view>({"off", "on"}); }

/// The marks "h0" .. "h<H - 1>" of a task: ids first .. first + H - 1. A question uses a run of
/// them, one mark after the other modulo H from a random start, so that no mark tells the length
/// and short questions train the marks of long ones.
struct MarkTokens {
  Token first = 0;  ///< id of "h0"
  int count = 0;    ///< H, at least the most items a question has; 0: no marks

  bool on() const { return count > 0; }
  /// The mark `steps` >= 0 places after `mark`.
  Token after(Token mark, std::int64_t steps) const {
    return first + static_cast<Token>((mark - first + steps) % count);
  }
};

/// Appends the names of the marks: the ids given must be theirs.
void append_names(const MarkTokens& marks, std::vector<std::string>& names);

/// Where a question's run of marks starts, uniform; `first` (never read) if there are none.
Token random_start(const MarkTokens& marks, base::Random& random);

/// "h<start> item h<start + 1> item ..."; the items alone if there are no marks.
std::vector<Token> with_marks(const MarkTokens& marks, Token start, std::span<const Token> items);

/// What with_marks wrote.
struct MarkedItems {
  std::vector<Token> items;  ///< any tokens
  Token start = 0;           ///< the first mark
};

/// Inverse of with_marks. Nothing if a mark is missing or out of its place, if there are more items
/// than marks, or if there is no item.
std::optional<MarkedItems> without_marks(const MarkTokens& marks, std::span<const Token> text);

/// The items of "<opening> items <closing>", with marks or without; nothing if a prompt has not
/// this form.
std::optional<MarkedItems> items_between(Token opening, Token closing, const MarkTokens& marks,
                                         std::span<const Token> prompt);

}  // namespace tasks
