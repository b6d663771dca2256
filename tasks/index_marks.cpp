#include "tasks/index_marks.h"

namespace tasks {

void append_names(const MarkTokens& marks, std::vector<std::string>& names) {
  for (int i = 0; i < marks.count; ++i) names.push_back("h" + std::to_string(i));
}

Token random_start(const MarkTokens& marks, base::Random& random) {
  return marks.on() ? marks.first + static_cast<Token>(random.below(marks.count)) : marks.first;
}

std::vector<Token> with_marks(const MarkTokens& marks, Token start, std::span<const Token> items) {
  if (!marks.on()) return {items.begin(), items.end()};
  std::vector<Token> text;
  text.reserve(2 * items.size());
  for (std::int64_t i = 0; i < std::ssize(items); ++i) {
    text.push_back(marks.after(start, i));
    text.push_back(items[static_cast<std::size_t>(i)]);
  }
  return text;
}

std::optional<MarkedItems> without_marks(const MarkTokens& marks, std::span<const Token> text) {
  if (text.empty()) return std::nullopt;
  if (!marks.on()) return MarkedItems{{text.begin(), text.end()}, marks.first};
  const Token start = text.front();
  const auto items = std::ssize(text) / 2;
  const bool is_mark = marks.first <= start && start < marks.first + marks.count;
  if (!is_mark || text.size() % 2 != 0 || items > marks.count) return std::nullopt;
  MarkedItems result{{}, start};
  for (std::int64_t i = 0; i < items; ++i) {
    const auto at = static_cast<std::size_t>(2 * i);
    if (text[at] != marks.after(start, i)) return std::nullopt;
    result.items.push_back(text[at + 1]);
  }
  return result;
}

std::optional<MarkedItems> items_between(Token opening, Token closing, const MarkTokens& marks,
                                         std::span<const Token> prompt) {
  if (prompt.size() < 3 || prompt.front() != opening || prompt.back() != closing) {
    return std::nullopt;
  }
  return without_marks(marks, prompt.subspan(1, prompt.size() - 2));
}

}  // namespace tasks
