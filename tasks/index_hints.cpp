#include "tasks/index_hints.h"

namespace tasks {

void append_names(const HintTokens& hints, std::vector<std::string>& names) {
  for (int i = 0; i < hints.count; ++i) names.push_back("h" + std::to_string(i));
}

Token random_start(const HintTokens& hints, base::Random& random) {
  return hints.on() ? hints.first + static_cast<Token>(random.below(hints.count)) : hints.first;
}

std::vector<Token> with_hints(const HintTokens& hints, Token start, std::span<const Token> items) {
  if (!hints.on()) return {items.begin(), items.end()};
  std::vector<Token> text;
  text.reserve(2 * items.size());
  for (std::int64_t i = 0; i < std::ssize(items); ++i) {
    text.push_back(hints.after(start, i));
    text.push_back(items[static_cast<std::size_t>(i)]);
  }
  return text;
}

std::optional<HintedItems> without_hints(const HintTokens& hints, std::span<const Token> text) {
  if (text.empty()) return std::nullopt;
  if (!hints.on()) return HintedItems{{text.begin(), text.end()}, hints.first};
  const Token start = text.front();
  const auto items = std::ssize(text) / 2;
  const bool is_hint = hints.first <= start && start < hints.first + hints.count;
  if (!is_hint || text.size() % 2 != 0 || items > hints.count) return std::nullopt;
  HintedItems result{{}, start};
  for (std::int64_t i = 0; i < items; ++i) {
    const auto at = static_cast<std::size_t>(2 * i);
    if (text[at] != hints.after(start, i)) return std::nullopt;
    result.items.push_back(text[at + 1]);
  }
  return result;
}

std::optional<HintedItems> items_between(Token opening, Token closing, const HintTokens& hints,
                                         std::span<const Token> prompt) {
  if (prompt.size() < 3 || prompt.front() != opening || prompt.back() != closing) {
    return std::nullopt;
  }
  return without_hints(hints, prompt.subspan(1, prompt.size() - 2));
}

}  // namespace tasks
