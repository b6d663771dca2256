#pragma once
#include "tasks/lists/list_hint_kinds.h"
#include "tasks/lists/lists.h"

namespace tasks::lists {

/// The tokens only some hints have, after the task token: "_" for a missing entry of fill; "odd"
/// and "even" for parity_of_length.
inline constexpr int blank_own = 1, odd_own = 1, even_own = 2;

/// Whether `kind` can ask this about these items: q is one of them; the shown entries of fill stand
/// where the sorted list has them and at least one is missing; the other kinds have no query.
bool fits(ListHint kind, const ListTokens& tokens, const ListPrompt& prompt);

/// Whether `answer` is what the kind's definition asks for, tested against the items as they come
/// (nothing is sorted, nothing generated). `answer` may hold any integers. Before: fits().
bool answers(ListHint kind, const ListTokens& tokens, const ListPrompt& prompt,
             std::span<const Token> answer);

}  // namespace tasks::lists
