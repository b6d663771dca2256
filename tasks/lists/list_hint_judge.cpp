#include "tasks/lists/list_hint_judge.h"

#include <algorithm>
#include <vector>

namespace tasks::lists {
namespace {

using Tokens = std::span<const Token>;

bool holds(Tokens items, Token value) { return std::ranges::find(items, value) != items.end(); }

bool none_between(Tokens items, Token low, Token high) {
  return std::ranges::none_of(items, [=](Token item) { return low < item && item < high; });
}

/// "value ." with a value of the list, or "." alone.
bool is_neighbour_answer(const ListTokens& tokens, Tokens items, Tokens answer) {
  if (answer.empty() || answer.back() != tokens.end()) return false;
  return answer.size() == 1 || (answer.size() == 2 && holds(items, answer.front()));
}

bool is_successor(const ListTokens& tokens, const ListPrompt& prompt, Tokens answer) {
  if (!is_neighbour_answer(tokens, prompt.items, answer)) return false;
  const Token q = prompt.query.front();
  if (answer.size() == 1) return std::ranges::all_of(prompt.items, [=](Token i) { return i <= q; });
  return answer[0] > q && none_between(prompt.items, q, answer[0]);
}

bool is_predecessor(const ListTokens& tokens, const ListPrompt& prompt, Tokens answer) {
  if (!is_neighbour_answer(tokens, prompt.items, answer)) return false;
  const Token q = prompt.query.front();
  if (answer.size() == 1) return std::ranges::all_of(prompt.items, [=](Token i) { return i >= q; });
  return answer[0] < q && none_between(prompt.items, answer[0], q);
}

/// All but the last answer token are q, as many as q has further copies; the last is the successor.
bool is_identity_successor(const ListTokens& tokens, const ListPrompt& prompt, Tokens answer) {
  const Token q = prompt.query.front();
  if (std::ssize(answer) != std::ranges::count(prompt.items, q)) return false;
  const Tokens copies = answer.first(answer.size() - 1);
  if (std::ranges::count(copies, q) != std::ssize(copies)) return false;
  if (answer.back() == tokens.end()) return is_successor(tokens, prompt, answer.last(1));
  const std::vector<Token> ended{answer.back(), tokens.end()};
  return is_successor(tokens, prompt, ended);
}

/// `rest` ascends from q, and with the copy of q in the prompt it has every item from q on.
bool is_sorted_suffix(const ListTokens& tokens, const ListPrompt& prompt, Tokens answer) {
  if (answer.empty() || answer.back() != tokens.end()) return false;
  const Token q = prompt.query.front();
  const Tokens rest = answer.first(answer.size() - 1);
  std::map<Token, int> shown = multiplicities(rest), wanted = multiplicities(prompt.items);
  ++shown[q];
  wanted.erase(wanted.begin(), wanted.lower_bound(q));
  return std::ranges::is_sorted(rest) && shown == wanted;
}

/// With the blanks filled in, the shown list ascends and has the items of the prompt.
bool is_filling(const ListTokens& tokens, const ListPrompt& prompt, Tokens answer) {
  const Token blank = tokens.own(blank_own);
  const auto blanks = std::ranges::count(prompt.query, blank);
  if (std::ssize(answer) != blanks + 1 || answer.back() != tokens.end()) return false;
  std::vector<Token> filled(prompt.query.begin(), prompt.query.end());
  auto next = answer.begin();
  for (Token& entry : filled) {
    if (entry == blank) entry = *next++;
  }
  return std::ranges::is_sorted(filled) && multiplicities(filled) == multiplicities(prompt.items);
}

/// Whether each shown entry v stands at a place the sorted list has it, [items < v, items <= v),
/// and a blank is left.
bool entries_fit(const ListTokens& tokens, const ListPrompt& prompt) {
  if (prompt.query.size() != prompt.items.size()) return false;
  const Token blank = tokens.own(blank_own);
  const std::map<Token, int> counts = multiplicities(prompt.items);
  std::map<Token, int> places;  // value -> first place in the sorted list
  int place = 0;
  for (const auto& [value, count] : counts) {
    places[value] = place;
    place += count;
  }
  for (int i = 0; i < std::ssize(prompt.query); ++i) {
    const Token entry = prompt.query[static_cast<std::size_t>(i)];
    if (entry == blank) continue;
    if (!counts.contains(entry)) return false;
    if (i < places[entry] || i >= places[entry] + counts.at(entry)) return false;
  }
  return holds(prompt.query, blank);
}

}  // namespace

bool fits(ListHint kind, const ListTokens& tokens, const ListPrompt& prompt) {
  switch (kind) {
    case ListHint::identity_successor:
    case ListHint::sorted_suffix:
    case ListHint::successor:
    case ListHint::predecessor:
    case ListHint::count:
      return prompt.query.size() == 1 && holds(prompt.items, prompt.query.front());
    case ListHint::fill:
      return entries_fit(tokens, prompt);
    case ListHint::minimum:
    case ListHint::maximum:
    case ListHint::identity_copy:
    case ListHint::parity_of_length:
      return prompt.query.empty();
  }
  return false;
}

bool answers(ListHint kind, const ListTokens& tokens, const ListPrompt& prompt, Tokens answer) {
  const Tokens items = prompt.items;
  const bool is_word = answer.size() == 2 && answer[1] == tokens.end();
  switch (kind) {
    case ListHint::identity_successor:
      return is_identity_successor(tokens, prompt, answer);
    case ListHint::sorted_suffix:
      return is_sorted_suffix(tokens, prompt, answer);
    case ListHint::successor:
      return is_successor(tokens, prompt, answer);
    case ListHint::predecessor:
      return is_predecessor(tokens, prompt, answer);
    case ListHint::count:
      return is_word && tokens.is_value(answer[0]) &&
             std::ranges::count(items, prompt.query.front()) == answer[0] + 1;
    case ListHint::fill:
      return is_filling(tokens, prompt, answer);
    case ListHint::minimum:
      return is_word && holds(items, answer[0]) &&
             std::ranges::all_of(items, [&](Token item) { return item >= answer[0]; });
    case ListHint::maximum:
      return is_word && holds(items, answer[0]) &&
             std::ranges::all_of(items, [&](Token item) { return item <= answer[0]; });
    case ListHint::identity_copy:
      return !answer.empty() && answer.back() == tokens.end() &&
             std::ranges::equal(answer.first(answer.size() - 1), items);
    case ListHint::parity_of_length:
      return is_word && answer[0] == tokens.own(items.size() % 2 == 1 ? odd_own : even_own);
  }
  return false;
}

}  // namespace tasks::lists
